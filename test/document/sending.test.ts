import { connect } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { Document } from "../../src/document/document.entity";
import { counts } from "../support/counts";
import { storageFor } from "../support/documents";
import { sendBytes } from "../support/raw-http";
import { announced, FILES, pdfOf, put, seenBy, sent, sha256 } from "../support/sending";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";
import { until } from "../support/until";

let tandem: Tandem;
let s: Story;
let ada: string;
let belongs: { commissionId: string };
beforeEach(async () => {
  tandem = await startTandem();
  s = await story(tandem);
  ada = s.ada.personId;
  belongs = { commissionId: (await s.commissioned(s.adaAndBen, s.board)).id };
});
afterEach(() => tandem.close());

const filesThere = async (): Promise<string[]> => {
  const names: string[] = [];
  for await (const name of storageFor(tandem.db).list()) names.push(name);
  return names;
};

/** Nothing came of it: no file, no half file, no row and no entry more, and the document still waits. */
const nothingOf = async (documentId: string, work: () => Promise<unknown>): Promise<void> => {
  const before = await counts(tandem.db);
  const files = await filesThere();
  await work();
  await until(async () => (await filesThere()).length === files.length);
  expect(await counts(tandem.db)).toEqual(before);
  expect(await tandem.db.source.manager.findOneByOrFail(Document, { id: documentId })).toMatchObject({
    ...{ state: "AWAITED", storedAt: null, storedAs: null, version: 1 },
  });
};

const refusal = async (answer: Response) => {
  const { errors } = (await answer.json()) as { errors: { message: string; extensions: { code: string } }[] };
  expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
  return [answer.status, errors[0]?.extensions.code, errors[0]?.message];
};
const AMISS = (what: string) => [422, "BAD_USER_INPUT", expect.stringContaining(what)];
const NOWHERE = [404, "NOT_FOUND", "There is nothing at this address."];

test.each(Object.values(FILES))("R34: a file of type $type comes and goes as it was announced", async (file) => {
  const document = await sent(tandem, ada, belongs, file);
  expect(document).toMatchObject({
    state: "STORED",
    upload: null,
    sha256: sha256(file.bytes),
    storedAt: expect.any(String),
  });
  const answer = await fetch(document.download);
  expect(answer.status).toBe(200);
  expect(Buffer.from(await answer.arrayBuffer()).equals(file.bytes)).toBe(true);
});

test.each([
  ["is signed out for good", "UPDATE person SET disabledAt = '2017-06-01 00:00:00.000' WHERE id = ?"],
  ["has left the pair", "DELETE FROM pair_member WHERE personId = ?"],
])("R34: who announced a file and %s since brings it no more", async (_, taken) => {
  const { id, upload } = await announced(tandem, ada, belongs, FILES.PDF);
  await tandem.db.source.query(taken, [ada]);
  await nothingOf(id, async () => expect((await put(upload, FILES.PDF.bytes)).status).toBe(409));
});

test("R34: a file of 25 MiB in one piece, and one byte, come whole", async () => {
  for (const file of [pdfOf(25 * 1024 * 1024), { ...FILES.TEXT, bytes: Buffer.from("a") }]) {
    const { download } = await sent(tandem, ada, belongs, file);
    expect(sha256(Buffer.from(await (await fetch(download)).arrayBuffer()))).toBe(sha256(file.bytes));
  }
});

test("R34: a document is stored in one change with its entry, which names no file", async () => {
  const file = { ...FILES.PDF, fileName: "About Quillfeather.pdf" };
  const { id } = await sent(tandem, ada, belongs, file);
  const rows = await tandem.db.rows(
    "SELECT kind, actorId, facts, commissionId FROM entry WHERE subjectId = ? ORDER BY position",
    [id],
  );
  expect(rows.map(({ facts, ...rest }) => ({ ...rest, facts: JSON.parse(facts as string) }))).toEqual([
    { kind: "ReportAnnounced", actorId: ada, ...belongs, facts: { type: "PDF", size: file.bytes.length } },
    {
      ...{ kind: "ReportStored", actorId: ada, ...belongs },
      facts: { type: "PDF", size: file.bytes.length, sha256: sha256(file.bytes) },
    },
  ]);
});

const OTHER = pdfOf(FILES.PDF.bytes.length, 1).bytes;
const longer = Buffer.concat([FILES.PDF.bytes, Buffer.from("x")]);
const BINARY = Buffer.concat([FILES.TEXT.bytes.subarray(1), Buffer.from([0])]);

test.each<[string, keyof typeof FILES, Buffer, unknown[]]>([
  ["other bytes of the same size and type", "PDF", OTHER, AMISS("SHA-256")],
  ["a byte too many", "PDF", longer, AMISS("size")],
  ["a byte too few", "PDF", FILES.PDF.bytes.subarray(1), AMISS("size")],
  ["nothing", "PDF", Buffer.alloc(0), AMISS("size")],
  ["another type", "PDF", Buffer.alloc(FILES.PDF.bytes.length, "<html>"), AMISS("type")],
  [
    "a ZIP that is no DOCX",
    "DOCX",
    Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(FILES.DOCX.bytes.length - 4, "a")]),
    AMISS("type"),
  ],
  [
    "an OpenDocument that is no text",
    "ODT",
    Buffer.from(FILES.ODT.bytes.toString("latin1").replace("textPK", "textfx"), "latin1"),
    AMISS("type"),
  ],
  ["a text with a control sign", "TEXT", BINARY, AMISS("type")],
])("%s is refused and leaves nothing", async (_, type, bytes, expected) => {
  const { id, upload } = await announced(tandem, ada, belongs, FILES[type]);
  await nothingOf(id, async () => expect(await refusal(await put(upload, bytes))).toEqual(expected));
  // It waits on: what was announced is taken.
  expect((await put(upload, FILES[type].bytes)).status).toBe(204);
});

test("without a length the bytes are counted as they come, and no more are taken than were announced", async () => {
  const { id, upload } = await announced(tandem, ada, belongs, FILES.PDF);
  await nothingOf(id, async () => {
    const endless = Readable.from(
      (function* () {
        yield FILES.PDF.bytes;
        for (let piece = 0; piece < 100; piece += 1) yield Buffer.alloc(65_536);
      })(),
    );
    const answer = await fetch(upload, {
      method: "PUT",
      body: Readable.toWeb(endless) as never,
      duplex: "half",
    } as never);
    expect(await refusal(answer)).toEqual(AMISS("size"));
  });
  const whole = Readable.toWeb(Readable.from([FILES.PDF.bytes])) as never;
  expect((await fetch(upload, { method: "PUT", body: whole, duplex: "half" } as never)).status).toBe(204);
});

/** Sends the head of a request and some of its body, then cuts the connection. */
const cut = async (upload: string, length: number, body: Buffer) => {
  const { host, pathname, port, hostname } = new URL(upload);
  const socket = connect(Number(port), hostname);
  socket.write(`PUT ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${length}\r\n\r\n`);
  socket.write(body);
  await sleep(150);
  socket.destroy();
};

test("a connection that is cut in the middle leaves nothing", async () => {
  const file = pdfOf(300_000);
  const { id, upload } = await announced(tandem, ada, belongs, file);
  await nothingOf(id, async () => {
    await cut(upload, file.bytes.length, file.bytes.subarray(0, 200_000));
    await until(async () => (await filesThere()).length === 0);
  });
  expect((await put(upload, file.bytes)).status).toBe(204);
});

test("a Content-Length that lies is refused, whether it says more or less than comes", async () => {
  const { id, upload } = await announced(tandem, ada, belongs, FILES.PDF);
  const { host, pathname } = new URL(upload);
  const request = (length: number, body: string) =>
    sendBytes(
      tandem.url,
      `PUT ${pathname} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n${body}`,
    );
  const text = FILES.PDF.bytes.toString("latin1");
  await nothingOf(id, async () => {
    expect(await request(text.length + 5, `${text}12345`)).toMatch(/^HTTP\/1\.1 422 /);
    // What follows is the beginning of no request: whichever is seen first is said.
    expect(await request(text.length - 5, text)).toMatch(/^HTTP\/1\.1 4(00|22) /);
    expect(await request(-1, text)).toMatch(/^HTTP\/1\.1 400 /);
  });
});

test("an altered address is none, whatever is altered in it", async () => {
  const { id, upload, uploadUntil } = await announced(tandem, ada, belongs, FILES.PDF);
  const other = await announced(tandem, ada, belongs, FILES.PDF);
  const later = new Date(Date.parse(uploadUntil) + 60_000).getTime().toString(36);
  const altered = [
    upload.slice(0, -1) + (upload.endsWith("A") ? "B" : "A"),
    upload.slice(0, -1),
    upload.replace(/\/u-/, "/d-"),
    upload.replace(id, other.id),
    upload.replace(Date.parse(uploadUntil).toString(36), later),
    `${upload}/more`,
    upload.replace(/[^/]*$/, "u-0"),
  ];
  await nothingOf(id, async () => {
    for (const url of altered) {
      expect(url).not.toBe(upload);
      expect(await refusal(await put(url, FILES.PDF.bytes))).toEqual(NOWHERE);
    }
    expect((await fetch(upload)).status).toBe(404); // it is not for reading
  });
});

test("an address that has ended is refused", async () => {
  const { id } = await announced(tandem, ada, belongs, FILES.PDF);
  const past = tandem.app.room.documents.addresses.close({ use: "upload", documentId: id, until: new Date() });
  await nothingOf(id, async () =>
    expect(await refusal(await put(past, FILES.PDF.bytes))).toEqual([
      410,
      "NOT_FOUND",
      expect.stringContaining("ended"),
    ]),
  );
});

test("an address is used once: the same bytes again change nothing", async () => {
  const { id, upload } = await announced(tandem, ada, belongs, FILES.PDF);
  expect((await put(upload, FILES.PDF.bytes)).status).toBe(204);
  const [before, files] = [await counts(tandem.db), await filesThere()];
  expect(await refusal(await put(upload, FILES.PDF.bytes))).toEqual([409, "BAD_USER_INPUT", expect.any(String)]);
  expect(await counts(tandem.db)).toEqual(before);
  expect(await filesThere()).toEqual(files);
  expect((await seenBy(tandem, ada, id)).version).toBe(2);
});

test("of many that send to one address at the same moment one wins", async () => {
  const file = pdfOf(200_000);
  const { id, upload } = await announced(tandem, ada, belongs, file);
  const answers = await Promise.all(Array.from({ length: 8 }, () => put(upload, file.bytes)));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(7).fill(409)]);
  expect(await filesThere()).toHaveLength(1);
  const document = await seenBy(tandem, ada, id);
  expect(document).toMatchObject({ state: "STORED", version: 2 });
  expect(sha256(Buffer.from(await (await fetch(document.download)).arrayBuffer()))).toBe(sha256(file.bytes));
  expect(await tandem.db.rows("SELECT id FROM entry WHERE kind = 'ReportStored'")).toHaveLength(1);
});

test("a document is sent and read as a whole: no other method is taken", async () => {
  const { upload } = await announced(tandem, ada, belongs, FILES.PDF);
  for (const method of ["POST", "PATCH", "DELETE"]) {
    const answer = await fetch(upload, { method, body: "x" });
    expect(answer.headers.get("allow")).toBe("GET, PUT");
    expect(await refusal(answer)).toEqual([405, "BAD_USER_INPUT", expect.any(String)]);
  }
  expect((await fetch(upload, { method: "HEAD" })).status).toBe(405);
});

test("what is sent too slowly is not waited for, and leaves nothing", async () => {
  const { id, upload } = await announced(tandem, ada, belongs, FILES.PDF);
  jest.useFakeTimers({
    doNotFake: ["setImmediate", "nextTick", "performance", "Date", "queueMicrotask", "setInterval"],
  });
  const { host, pathname, hostname, port } = new URL(upload);
  const socket = connect(Number(port), hostname);
  let text = "";
  socket.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  socket.write(`PUT ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${FILES.PDF.bytes.length}\r\n\r\n%PDF`);
  const turns = async (count: number) => {
    for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const closed = new Promise((resolve) => socket.on("close", resolve));
  try {
    for (let tries = 0; tries < 5_000 && text === ""; tries += 1) {
      jest.advanceTimersByTime(100);
      await turns(5);
    }
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    jest.advanceTimersByTime(5_000);
    await closed;
  } finally {
    jest.useRealTimers();
  }
  await nothingOf(id, async () => undefined);
  expect(await filesThere()).toEqual([]);
});
