import { done, refused, rejected } from "../support/change";
import { announced, FILES, put, said, seenBy, sent } from "../support/sending";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";
import { writing } from "../support/writing";

let tandem: Tandem;
let s: Story;
let ada: ReturnType<typeof writing>;
beforeEach(async () => {
  tandem = await startTandem();
  s = await story(tandem);
  ada = writing(tandem, s, (await s.commissioned(s.adaAndBen, s.board)).id);
});
afterEach(() => tandem.close());

const FILE = said(FILES.PDF);
const removing = (documentId: string, expectedVersion: number) => ({
  ...{ documentId, expectedVersion, reason: "It names somebody." },
});
const entries = async () =>
  (await tandem.db.rows("SELECT kind, sees, personId, traineeId FROM entry WHERE kind LIKE 'Evidence%File%'")).map(
    ({ kind, sees, personId, traineeId }) => [kind, sees, personId ?? traineeId],
  );

test("R34: whoever drafts an item of evidence sends files of it, and nobody else sees them, or that there are any", async () => {
  const { id: evidenceDraftId } = await ada.draft();
  const { id, download } = await sent(tandem, s.ada.personId, { evidenceDraftId }, FILES.PDF);
  expect((await fetch(download)).status).toBe(200);
  const { evidenceDraft } = await ada.asked(
    `{ evidenceDraft(id: "${evidenceDraftId}") { documents { id evidenceDraft { id } evidence { id } } } }`,
    s.ada.personId,
  );
  expect(evidenceDraft.documents).toEqual([{ id, evidenceDraft: { id: evidenceDraftId }, evidence: null }]);
  for (const by of [s.ben.personId, s.supervisor.id, s.assessor.id, s.lead.id, s.seat.id]) {
    expect(await seenBy(tandem, by, id)).toBeNull();
    const told = await refused(tandem, by, "requestUpload", { ...FILE, evidenceDraftId });
    expect(told).toMatchObject([{ code: "NOT_FOUND", path: ["evidenceDraftId"] }]);
    expect(await refused(tandem, by, "removeDocument", removing(id, 2))).toMatchObject([{ code: "NOT_FOUND" }]);
  }
  await done(tandem, s.ada.personId, "removeDocument", removing(id, 2));
  expect((await fetch(download)).status).toBe(404);
  expect(await entries()).toEqual(
    ["Announced", "Stored", "Removed"].map((what) => [
      ...[`EvidenceDraftFile${what}`, "evidenceDraft", s.ada.personId],
    ]),
  );
});

test("R34: the files of a draft that is submitted are those of the item, each told to those it is about", async () => {
  const both = { source: "DOCUMENT", traineeIds: [s.ada.id, s.ben.id] };
  const draft = await ada.draft(both);
  const { id } = await sent(tandem, s.ada.personId, { evidenceDraftId: draft.id }, FILES.PDF);
  const dropped = await sent(tandem, s.ada.personId, { evidenceDraftId: draft.id }, FILES.PNG);
  await done(tandem, s.ada.personId, "removeDocument", removing(dropped.id, 2));
  const item = await ada.submitDraft(draft);
  for (const by of [s.ada.personId, s.ben.personId, s.supervisor.id, s.assessor.id, s.lead.id]) {
    const { evidenceItem } = await ada.asked(
      `{ evidenceItem(id: "${item.id}") { documents { id evidence { id } evidenceDraft { id } } } }`,
      by,
    );
    expect(evidenceItem.documents).toEqual([{ id, evidence: { id: item.id }, evidenceDraft: null }]);
    expect((await fetch((await seenBy(tandem, by, id)).download)).status).toBe(200);
    if (by !== s.ada.personId) expect(await seenBy(tandem, by, dropped.id)).toBeNull();
  }
  expect((await entries()).slice(-2)).toEqual(
    expect.arrayContaining([s.ada.id, s.ben.id].map((traineeId) => ["EvidenceFileStored", "evidence", traineeId])),
  );
});

test("R34, R35: to an item that was submitted nobody adds a file, and a programme lead alone removes one", async () => {
  const draft = await ada.draft();
  const { id } = await sent(tandem, s.ada.personId, { evidenceDraftId: draft.id }, FILES.PDF);
  await ada.submitDraft(draft);
  const late = await refused(tandem, s.ada.personId, "requestUpload", { ...FILE, evidenceDraftId: draft.id });
  expect(late).toMatchObject([{ path: ["evidenceDraftId"], message: expect.stringContaining("SUBMITTED") }]);
  for (const by of [s.ada.personId, s.supervisor.id, s.assessor.id]) {
    expect(await rejected(tandem, by, "removeDocument", removing(id, 3))).toBe("FORBIDDEN");
  }
  await done(tandem, s.lead.id, "removeDocument", removing(id, 3));
  const [entry] = await tandem.db.rows("SELECT actorId, reason FROM entry WHERE kind = 'EvidenceFileRemoved'");
  expect(entry).toEqual({ actorId: s.lead.id, reason: "It names somebody." });
});

test("R34: a draft is submitted only once no file is awaited: it comes, or is removed", async () => {
  const draft = await ada.draft();
  const { id, upload } = await announced(tandem, s.ada.personId, { evidenceDraftId: draft.id }, FILES.PDF);
  const stops = await ada.refused("submitEvidenceDraft", ada.ofDraft(draft));
  expect(stops).toMatchObject([{ path: ["evidenceDraftId"], message: expect.stringContaining("still awaited") }]);
  await put(upload, FILES.PDF.bytes);
  const item = await ada.submitDraft(draft);
  expect(await seenBy(tandem, s.lead.id, id)).toMatchObject({ state: "STORED" });
  expect(item.state).toBe("SUBMITTED");
});

test("R34: with a draft that is given up its files go, and none comes any more", async () => {
  const draft = await ada.draft();
  const { id, download } = await sent(tandem, s.ada.personId, { evidenceDraftId: draft.id }, FILES.PDF);
  const { upload } = await announced(tandem, s.ada.personId, { evidenceDraftId: draft.id }, FILES.PNG);
  await ada.discard(draft);
  expect((await fetch(download)).status).toBe(404);
  expect((await put(upload, FILES.PNG.bytes)).status).toBe(404);
  expect(await seenBy(tandem, s.ada.personId, id)).toMatchObject({ state: "REMOVED", download: null });
  expect(await entries()).toHaveLength(5); // two announced, one stored, both removed
});
