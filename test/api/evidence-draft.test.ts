import { CommissionStage } from "../../src/commission/commission-stage";
import { newId } from "../../src/id";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";
import { writing } from "../support/writing";

let tandem: Tandem;
let told: Story;
let written: ReturnType<typeof writing>;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  const review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.SCOPING);
  written = writing(tandem, told, review.id);
});
afterEach(() => tandem.close());

const everybody = () => [told.ben.personId, told.supervisor.id, told.assessor.id, told.lead.id, told.seat.id];
const DRAFTS = "{ evidenceDrafts { totalCount nodes { id state } } evidence { totalCount } }";

test("R33, R36: a draft is written in steps, and arrives as evidence once it is submitted", async () => {
  const begun = await written.draft({ text: undefined, areaIds: undefined });
  expect(begun).toMatchObject({ state: "OPEN", version: 1, text: null, areas: [], about: [{ id: told.ada.id }] });
  const further = await written.change(begun, { text: "Whose day it was.", areaIds: ["C1", "C3"] });
  expect(further).toMatchObject({ version: 2, title: "What I missed", areas: [{ code: "C1" }, { code: "C3" }] });
  expect(await written.change(further, { areaIds: ["C2"] })).toMatchObject({ areas: [{ code: "C2" }] });

  const item = await written.submitDraft({ ...further, version: 3 });
  expect(item).toMatchObject({ state: "SUBMITTED", version: 1, text: "Whose day it was.", areas: [{ code: "C2" }] });
  expect((await written.asked(DRAFTS, told.ada.personId)).evidenceDrafts.nodes).toEqual([
    { id: begun.id, state: "SUBMITTED" },
  ]);
  expect((await history(tandem, told, 1))[0]).toMatchObject({ kind: "EvidenceSubmitted", subject: { id: item.id } });
});

test("R33: a draft is its writer's alone: not in lists, counts, readiness, the matrix, history or a lookup of others", async () => {
  const { id } = await written.draft({ source: "DOCUMENT", traineeIds: [told.ada.id, told.ben.id] });
  const ASKED = `{ evidenceDrafts { totalCount } evidence { totalCount } evidenceDraft(id: "${id}") { id }
    node(id: "${id}") { id } entries { nodes { kind } } trainee(id: "${told.ada.id}") {
      evidenceMatrix { count } readiness { parts { rule actual } } } }`;
  for (const by of everybody()) {
    const { evidenceDrafts, evidence, evidenceDraft, node, entries, trainee } = await written.asked(ASKED, by);
    expect([evidenceDrafts, evidence]).toEqual([{ totalCount: 0 }, { totalCount: 0 }]);
    expect([evidenceDraft, node]).toEqual([null, null]);
    expect(entries.nodes.filter(({ kind }: { kind: string }) => kind.startsWith("Evidence"))).toEqual([]);
    const cells = trainee?.evidenceMatrix ?? [];
    expect(cells.filter(({ count }: { count: number }) => count > 0)).toEqual([]);
    for (const mutation of ["changeEvidenceDraft", "discardEvidenceDraft", "submitEvidenceDraft"]) {
      const more = mutation === "changeEvidenceDraft" ? { title: "Anew" } : {};
      expect(await written.refused(mutation, written.ofDraft({ id, version: 1 }, more), by)).toMatchObject([
        { __typename: "NotFound", path: ["evidenceDraftId"] },
      ]);
    }
  }
  const own = await written.asked(ASKED, told.ada.personId);
  expect([own.evidenceDrafts.totalCount, own.evidence.totalCount, own.node]).toEqual([1, 0, { id }]);
  expect(own.entries.nodes.map(({ kind }: { kind: string }) => kind)).toContain("EvidenceDrafted");
});

test("R35: a programme lead who drafts sees the draft, and other leads do not", async () => {
  const other = await told.person("Lou");
  const { manager } = tandem.db.source;
  await manager.query("INSERT INTO person_role (id, personId, `role`) VALUES (?, ?, 'PROGRAMME_LEAD')", [
    newId("rol"),
    other.id,
  ]);
  await written.draft({ source: "OTHERS" }, told.lead.id);
  const of = async (by: string) => (await written.asked(DRAFTS, by)).evidenceDrafts.totalCount;
  expect([await of(told.lead.id), await of(other.id)]).toEqual([1, 0]);
});

test("R33: what is not whole is not submitted; what was submitted or given up is no draft any more", async () => {
  const begun = await written.draft({ text: undefined, areaIds: [] });
  expect(await written.refused("submitEvidenceDraft", written.ofDraft(begun))).toMatchObject([
    { code: "INVALID_INPUT", path: ["evidenceDraftId"], message: expect.stringMatching(/no text/) },
    { code: "INVALID_INPUT", path: ["evidenceDraftId"], message: expect.stringMatching(/no area/) },
  ]);
  const unchanged = written.ofDraft(begun, { title: "What I missed" });
  expect(await written.refused("changeEvidenceDraft", unchanged)).toMatchObject([{ path: [] }]);
  expect(await written.refused("changeEvidenceDraft", written.ofDraft({ ...begun, version: 7 }))).toMatchObject([
    { __typename: "Conflict", currentVersion: 1 },
  ]);
  const gone = await written.discard(begun);
  expect(gone).toMatchObject({ state: "DISCARDED", version: 2 });
  for (const mutation of ["changeEvidenceDraft", "discardEvidenceDraft", "submitEvidenceDraft"]) {
    const more = mutation === "changeEvidenceDraft" ? { title: "Anew" } : {};
    const errors = await written.refused(mutation, written.ofDraft(gone, more));
    expect(errors[0]).toMatchObject({ path: ["evidenceDraftId"], message: expect.stringMatching(/DISCARDED/) });
  }
});

test("R34, R35, R36, E20: who may not submit an item may not draft it either", async () => {
  const E20 = [{ __typename: "RuleNotMet", rule: { rule: "E20" } }];
  expect(await written.refused("draftEvidence", written.item({ source: "OTHERS" }))).toMatchObject(E20);
  expect(await written.refused("draftEvidence", written.item(), told.supervisor.id)).toMatchObject(E20);
  expect(await written.rejected("draftEvidence", written.item(), told.assessor.id)).toBe("FORBIDDEN");
  expect(await written.rejected("draftEvidence", written.item(), null)).toBe("UNAUTHENTICATED");
  const wrong = { title: " ", text: "x".repeat(4_001), traineeIds: [], areaIds: Array(7).fill("C1") };
  const faults = await written.refused("draftEvidence", written.item(wrong));
  expect(faults.map(({ path }) => path[0])).toEqual(["traineeIds", "title", "text", "areaIds"]);
  const twice = written.item({ areaIds: ["C1", "C1", "C9"] });
  expect((await written.refused("draftEvidence", twice)).map(({ path }) => path)).toEqual([
    ["areaIds", "2"],
    ["areaIds"],
  ]);
});

test("R33: whoever is no longer of the pair by then does not submit what they drafted", async () => {
  const draft = await written.draft({ source: "OTHERS" }, told.ben.personId);
  await tandem.db.source.query("UPDATE pair_member SET personId = ? WHERE personId = ?", [
    ...[told.lead.id, told.ben.personId],
  ]);
  await tandem.db.source.query("UPDATE trainee SET pairId = NULL WHERE id = ?", [told.ben.id]);
  expect(await written.refused("submitEvidenceDraft", written.ofDraft(draft), told.ben.personId)).toMatchObject([
    { __typename: "NotFound", path: ["evidenceDraftId"] },
  ]);
  expect((await written.asked(DRAFTS, told.ben.personId)).evidenceDrafts.totalCount).toBe(1);
});
