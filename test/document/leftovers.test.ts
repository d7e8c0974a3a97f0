import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LONGEST_UPLOAD_MS } from "../../src/document/arrival";
import { Document } from "../../src/document/document.entity";
import { Documents } from "../../src/document/documents";
import { tidyHourly } from "../../src/document/tidy";
import { done } from "../support/change";
import { storageFor } from "../support/documents";
import { runFolder } from "../support/run";
import { announced, FILES, put, seenBy, sent } from "../support/sending";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let s: Story;
let belongs: { commissionId: string };
let folder: string;
beforeEach(async () => {
  tandem = await startTandem();
  s = await story(tandem);
  belongs = { commissionId: (await s.commissioned(s.adaAndBen, s.board)).id };
  const [first] = await tandem.db.rows("SELECT id FROM entry WHERE position = 1");
  folder = join(runFolder(), "documents", first?.id as string);
  mkdirSync(folder, { recursive: true });
});
afterEach(() => tandem.close());

const documents = () => tandem.app.room.documents;
const ada = () => s.ada.personId;
/** What a server that was killed, or that is at work elsewhere, has left of a document. */
const left = (documentId: string, half = false): string => {
  const name = `${documentId}-0123456789abcdef${half ? ".part" : ""}`;
  writeFileSync(join(folder, name), "half");
  return name;
};
const there = () => readdirSync(folder).sort();
const after = (ms: number) => ({ now: new Date(Date.now() + ms) });
const TEN_MINUTES = 10 * 60_000;

test("what may be under way elsewhere is let be until it cannot be any more; then file and announcement go", async () => {
  const { id } = await announced(tandem, ada(), belongs, FILES.PDF);
  const names = [left(id), left(id, true)].sort();
  await documents().tidy();
  await documents().tidy(after(TEN_MINUTES + LONGEST_UPLOAD_MS));
  expect(there()).toEqual(names);
  await documents().tidy(after(TEN_MINUTES + LONGEST_UPLOAD_MS + 120_000));
  expect(there()).toEqual([]);
  expect(await tandem.db.source.manager.findOneBy(Document, { id })).toBeNull();
});

test("before anybody is served nothing can be under way: what is left goes, what is announced may still come", async () => {
  const { id, upload } = await announced(tandem, ada(), belongs, FILES.PDF);
  left(id);
  left(id, true);
  await documents().tidy({ unserved: true });
  expect(there()).toEqual([]);
  expect((await put(upload, FILES.PDF.bytes)).status).toBe(204);
});

test("a stored document stays whatever the time, and another attempt's file beside it goes", async () => {
  const { id, download } = await sent(tandem, ada(), belongs, FILES.PDF);
  const [name] = there();
  left(id);
  left(id, true);
  await documents().tidy({ ...after(365 * 86_400_000), unserved: true });
  expect(there()).toEqual([name]);
  expect((await fetch(download)).status).toBe(200);
});

test("files of what never was, or was removed, go; what is not Tandem's own stays", async () => {
  const { id: documentId } = await sent(tandem, ada(), belongs, FILES.PDF);
  const broken = { ...storageFor(tandem.db), remove: () => Promise.reject(new Error("The folder is away.")) };
  const removing = jest.spyOn(documents().storage, "remove").mockImplementation(broken.remove);
  const removal = { documentId, reason: "It names somebody.", expectedVersion: 2 };
  await done(tandem, ada(), "removeDocument", removal); // done, though its file is there still
  removing.mockRestore();
  expect(there()).toHaveLength(1);
  left("doc_01h455vb4pex5vsknk084sn02q");
  writeFileSync(join(folder, "notes.txt"), "somebody's own");
  await documents().tidy();
  expect(there()).toEqual(["notes.txt"]);
});

test("two that tidy at once do no harm", async () => {
  const { id, download } = await sent(tandem, ada(), belongs, FILES.PDF);
  for (let count = 0; count < 20; count += 1) {
    writeFileSync(join(folder, `${id}-${String(count).padStart(16, "0")}`), "left");
  }
  const other = new Documents(tandem.db, documents().addresses, storageFor(tandem.db), tandem.app.room.logger);
  await Promise.all([documents().tidy(), other.tidy(), documents().tidy()]);
  expect(there()).toHaveLength(1);
  expect((await fetch(download)).status).toBe(200);
});

test("tidying is done every hour, until the server ends", async () => {
  const tidied: Date[] = [];
  let tick: () => void = () => undefined;
  let stopped = false;
  const now = new Date();
  const clock = {
    now: () => now,
    every: (milliseconds: number, work: () => void) => {
      expect(milliseconds).toBe(3_600_000);
      tick = work;
      return () => {
        stopped = true;
      };
    },
  };
  const stop = tidyHourly({ tidy: async (when: { now: Date }) => void tidied.push(when.now) } as never, clock);
  tick();
  tick();
  await stop();
  expect(tidied).toEqual([now, now]);
  expect(stopped).toBe(true);
});

test("the files of somebody who is erased go with them: what was given about them, and drafts by them or about them; a report stays", async () => {
  const evidence = async (about: string, by: string, submitted = true) => {
    const given = {
      ...belongs,
      source: by === about ? "TRAINEE" : "OTHERS",
      title: "T",
      text: "Words.",
      areaIds: ["C1"],
    };
    const { personId } = by === "ada" ? s.ada : s.ben;
    const traineeIds = [about === "ada" ? s.ada.id : s.ben.id];
    const { draft } = await done(tandem, personId, "draftEvidence", { ...given, traineeIds }, "draft { id }");
    const { id } = await sent(tandem, personId, { evidenceDraftId: draft.id }, FILES.PDF);
    const whole = { evidenceDraftId: draft.id, expectedVersion: 1 };
    if (submitted) await done(tandem, personId, "submitEvidenceDraft", whole);
    return seenBy(tandem, personId, id);
  };
  const file = await evidence("ada", "ada");
  const bens = await evidence("ben", "ben");
  const gone = [await evidence("ada", "ben", false), await evidence("ben", "ada", false)];
  const report = await sent(tandem, ada(), belongs, FILES.PDF);
  await tandem.db.source.query("UPDATE commission SET stage = 'CLOSED'");
  const [person] = await tandem.db.rows("SELECT version FROM person WHERE id = ?", [ada()]);
  const input = { personId: ada(), reason: "REQUESTED", expectedVersion: person?.version };
  await done(tandem, s.lead.id, "erasePerson", input);

  const rows = await tandem.db.rows("SELECT id FROM document ORDER BY id");
  expect(rows.map(({ id }) => id)).toEqual([bens.id, report.id].sort());
  expect(there().map((name) => name.split("-")[0])).toEqual([bens.id, report.id].sort());
  for (const { download } of [file, ...gone]) expect((await fetch(download)).status).toBe(404);
  for (const { download } of [bens, report]) expect((await fetch(download)).status).toBe(200);
});
