import { setTimeout as sleep } from "node:timers/promises";
import { done } from "../support/change";
import { storageFor } from "../support/documents";
import { send } from "../support/raw-http";
import { announced, FILES, pdfOf, put, seenBy, sent } from "../support/sending";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";
import { until } from "../support/until";

let tandem: Tandem;
let s: Story;
let commissionId: string;
beforeEach(async () => {
  tandem = await startTandem();
  s = await story(tandem);
  ({ id: commissionId } = await s.commissioned(s.adaAndBen, s.board));
});
afterEach(() => tandem.close());

const close = (...said: Parameters<Tandem["app"]["room"]["documents"]["addresses"]["close"]>) =>
  tandem.app.room.documents.addresses.close(...said);
const inAMinute = () => new Date(Date.now() + 60_000);

test("R34: a report is read by whoever sees its commission: the pair, its staff, the leads and its board, but no other", async () => {
  const { id } = await sent(tandem, s.ada.personId, { commissionId }, FILES.PDF);
  const [east, nick] = [await s.boardNamed("East"), await s.person("Nick")];
  for (const by of [s.ada.personId, s.ben.personId, s.supervisor.id, s.assessor.id, s.lead.id, s.seat.id]) {
    const { download } = await seenBy(tandem, by, id);
    expect((await fetch(download)).status).toBe(200);
  }
  for (const by of [(await s.seatOn(east, "Eve East")).id, nick.id, null])
    expect(await seenBy(tandem, by, id)).toBeNull();
});

test("R34: a file of evidence is read by whom the item is about, by whoever gave it and by their staff, not by the board", async () => {
  const given = {
    commissionId,
    source: "OTHERS",
    title: "A word",
    text: "In words.",
    areaIds: ["C1"],
    traineeIds: [s.ada.id],
  };
  const { draft } = await done(tandem, s.ben.personId, "draftEvidence", given, "draft { id }");
  const { id } = await sent(tandem, s.ben.personId, { evidenceDraftId: draft.id }, FILES.ODT);
  const whole = { evidenceDraftId: draft.id, expectedVersion: 1 };
  const { evidence } = await done(tandem, s.ben.personId, "submitEvidenceDraft", whole, "evidence { id }");
  for (const by of [s.ada.personId, s.ben.personId, s.supervisor.id, s.assessor.id, s.lead.id]) {
    expect((await fetch((await seenBy(tandem, by, id)).download)).status).toBe(200);
    const { data } = await tandem.as(by).ask(`{ evidenceItem(id: "${evidence.id}") { documents { id fileName } } }`);
    expect(data.evidenceItem.documents).toEqual([{ id, fileName: "report.odt" }]);
  }
  for (const by of [s.seat.id, (await s.person("Nick")).id]) expect(await seenBy(tandem, by, id)).toBeNull();
});

test("only whoever announced a file is told where to send it", async () => {
  const { id, upload } = await announced(tandem, s.ada.personId, { commissionId }, FILES.PDF);
  expect((await seenBy(tandem, s.ada.personId, id)).upload).toBe(upload);
  for (const by of [s.ben.personId, s.lead.id, s.seat.id]) {
    expect(await seenBy(tandem, by, id)).toMatchObject({ state: "AWAITED", upload: null, download: null });
  }
});

test("what is read is kept by nobody on its way, shown by no browser, and saved under its own name", async () => {
  const file = { ...FILES.TEXT, fileName: `Naïve "plan" 100%, (é').txt`.replaceAll('"', "“") };
  const { download } = await sent(tandem, s.ada.personId, { commissionId }, file);
  const { status, headers } = await send(download, { headers: { range: "bytes=0-3" } });
  expect(status).toBe(200); // the whole: ranges are not served
  expect(headers).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "content-length": String(file.bytes.length),
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    "content-security-policy": "default-src 'none'; sandbox",
    "accept-ranges": "none",
    "referrer-policy": "no-referrer",
  });
  const disposition = headers["content-disposition"] as string;
  expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/);
  expect(/filename="([^"]*)"/.exec(disposition)?.[1]).toBe("Na_ve _plan_ 100_, (_').txt");
  expect(decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(disposition)?.[1] as string)).toBe(file.fileName);
});

test("an address for reading ends, cannot be altered, and is none for sending", async () => {
  const { id, download } = await sent(tandem, s.ada.personId, { commissionId }, FILES.PDF);
  expect((await fetch(close({ use: "download", documentId: id, until: new Date() }))).status).toBe(410);
  expect((await fetch(close({ use: "upload", documentId: id, until: inAMinute() }))).status).toBe(404);
  expect((await fetch(download.slice(0, -2))).status).toBe(404);
  expect((await fetch(download.replace(id, "doc_01h455vb4pex5vsknk084sn02q"))).status).toBe(404);
  expect((await put(download, FILES.PDF.bytes)).status).toBe(404);
  expect(
    (await fetch(close({ use: "download", documentId: "doc_01h455vb4pex5vsknk084sn02q", until: inAMinute() }))).status,
  ).toBe(404);
  const minutes = (Number.parseInt(/d-([0-9a-z]+)-/.exec(download)?.[1] as string, 36) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(4);
  expect(minutes).toBeLessThanOrEqual(5);
});

test("what is awaited, removed or not there has nothing to read, also by an address of before", async () => {
  const awaited = await announced(tandem, s.ada.personId, { commissionId }, FILES.PDF);
  expect((await fetch(close({ use: "download", documentId: awaited.id, until: inAMinute() }))).status).toBe(404);
  const { id: documentId, download } = await sent(tandem, s.ada.personId, { commissionId }, FILES.PDF);
  const removal = { documentId, reason: "It names somebody.", expectedVersion: 2 };
  await done(tandem, s.ada.personId, "removeDocument", removal);
  expect((await fetch(download)).status).toBe(404);
  const names: string[] = [];
  for await (const name of storageFor(tandem.db).list()) names.push(name);
  expect(names).toEqual([]);
});

test("pages of the origins that may ask GraphQL may send and read documents, and others may not", async () => {
  const { upload } = await announced(tandem, s.ada.personId, { commissionId }, FILES.PDF);
  const own = new URL(tandem.url).origin;
  const preflight = (origin: string) =>
    send(upload, { method: "OPTIONS", headers: { origin, "access-control-request-method": "PUT" } });
  expect((await preflight(own)).headers).toMatchObject({
    ...{ "access-control-allow-origin": own, "access-control-allow-methods": "GET, PUT" },
    "access-control-allow-headers": "content-type",
  });
  expect((await preflight("https://evil.example")).headers).not.toHaveProperty("access-control-allow-origin");
  const answer = await put(upload, FILES.PDF.bytes, { origin: own, "content-type": "application/pdf" });
  expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([204, own]);
});

test("the address of a file is no part of the Log, and each who listens is given an address of their own", async () => {
  const another = await s.person("Lou Lead", "PROGRAMME_LEAD" as never);
  const FEED = "subscription { feed(kinds: [ReportStored]) { subject { ... on Document { id download } } } }";
  const listening = [s.lead.id, another.id].map((id) => tandem.ws(id).subscribe(FEED));
  await sleep(300);
  const { id } = await sent(tandem, s.ada.personId, { commissionId }, pdfOf(1_000));
  for (const one of listening) await one.take(1);
  const told = listening.map(
    ({ received }) =>
      (received[0] as never as { data: { feed: { subject: { id: string; download: string } } } }).data.feed.subject,
  );
  expect(told.map((one) => one.id)).toEqual([id, id]);
  for (const { download } of told) expect((await fetch(download)).status).toBe(200);
  const groups = (tandem.app.room.hub as never as { groups: { size: number } }).groups.size;
  expect(groups).toBe(2); // leads see alike, and are answered together of anything else
  const entries = await tandem.db.rows("SELECT facts FROM entry");
  expect(JSON.stringify(entries)).not.toContain("/documents/");
  await until(() => true);
});
