import { CommissionStage } from "../../src/commission/commission-stage";
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

const both = () => ({ source: "DOCUMENT", traineeIds: [told.ada.id, told.ben.id] });
const E12 = async () => {
  const query = `{ trainee(id: "${told.ada.id}") { readiness { parts { rule actual } } evidenceMatrix { count } } }`;
  const { trainee } = await written.asked(query, told.ada.personId);
  const rule = trainee.readiness.parts.find((part: { rule: string }) => part.rule === "E12");
  const counted = trainee.evidenceMatrix.reduce((sum: number, cell: { count: number }) => sum + cell.count, 0);
  return [rule.actual, counted];
};
const kindsOf = async (by: string): Promise<string[]> => {
  const { entries } = await written.asked("{ entries(first: 50) { nodes { kind } } }", by);
  return entries.nodes.map(({ kind }: { kind: string }) => kind);
};
const tasksOf = async (by: string) => {
  const { viewer } = await written.asked("{ viewer { tasks { kind about { id } } } }", by);
  return viewer.tasks.filter(({ kind }: { kind: string }) => kind === "RESUBMIT_EVIDENCE");
};

test("R33: supervisor, assessor or lead returns an item with a reason: it counts no more, and another takes its place", async () => {
  for (const by of [told.supervisor.id, told.assessor.id, told.lead.id]) {
    const item = await written.submit();
    expect(await E12()).toEqual([1, 1]);
    const back = await written.giveBack(item, by);
    expect(back).toMatchObject({ state: "RETURNED", version: 2, text: "Whose day it was." });
    expect(await E12()).toEqual([0, 0]);
    expect((await history(tandem, told, 1))[0]).toMatchObject({
      ...{ kind: "EvidenceReturned", reason: "It says too little.", actor: { id: by } },
      facts: { from: "SUBMITTED", to: "RETURNED" },
    });
    expect(await tasksOf(told.ada.personId)).toEqual([{ kind: "RESUBMIT_EVIDENCE", about: { id: item.id } }]);

    const anew = await written.submit({ text: "Whose day it was, and why.", replacesId: item.id });
    expect(anew).toMatchObject({ state: "SUBMITTED", replaces: { id: item.id, state: "RETURNED" } });
    expect(await E12()).toEqual([1, 1]);
    expect(await tasksOf(told.ada.personId)).toEqual([]);
    // What was said before is still read, by staff too.
    const query = `{ evidenceItem(id: "${anew.id}") { replaces { text replacedBy { id } } } }`;
    expect((await written.asked(query, told.assessor.id)).evidenceItem.replaces).toEqual({
      ...{ text: "Whose day it was.", replacedBy: { id: anew.id } },
    });
    await written.withdraw(anew);
  }
});

test("R33: of an item about both each of the two is told that it was returned, and its writer where it is about neither", async () => {
  await written.giveBack(await written.submit(both(), told.ben.personId));
  expect(await kindsOf(told.ada.personId)).toContain("EvidenceReturned");
  expect(await kindsOf(told.ben.personId)).toContain("EvidenceReturned");
  expect(await kindsOf(told.ben.personId)).not.toContain("EvidenceReturnedToWriter");

  const word = await written.submit({ source: "OTHERS" }, told.ben.personId);
  await written.giveBack(word, told.assessor.id);
  expect(await kindsOf(told.ben.personId)).toContain("EvidenceReturnedToWriter");
  for (const by of [told.ada.personId, told.supervisor.id, told.lead.id]) {
    expect(await kindsOf(by)).not.toContain("EvidenceReturnedToWriter");
  }
  expect(await tasksOf(told.ben.personId)).toHaveLength(2);
});

test("R33: nobody returns their own, their partner's, or what is not in their care", async () => {
  const item = await written.submit();
  const word = await written.submit({ source: "OTHERS" }, told.supervisor.id);
  const giving = (one: typeof item) => written.ofItem(one);
  for (const by of [told.ada.personId, told.ben.personId, told.seat.id]) {
    expect(await written.rejected("returnEvidence", giving(item), by)).toBe("FORBIDDEN");
  }
  expect(await written.rejected("returnEvidence", giving(item), null)).toBe("UNAUTHENTICATED");
  expect(await written.rejected("returnEvidence", giving(word), told.supervisor.id)).toBe("FORBIDDEN");
  await tandem.db.source.query("INSERT INTO person_role (id, personId, `role`) VALUES ('rol_1', ?, 'PROGRAMME_LEAD')", [
    told.ben.personId,
  ]);
  expect(await written.rejected("returnEvidence", giving(item), told.ben.personId)).toBe("FORBIDDEN");
  const stranger = await told.person("Sol", "SUPERVISOR" as never);
  expect(await written.refused("returnEvidence", giving(item), stranger.id)).toMatchObject([
    { __typename: "NotFound", path: ["evidenceId"] },
  ]);
});

test("R33: what is returned is not returned again; a reason is asked for, and the version that was seen", async () => {
  const item = await written.submit();
  const by = told.supervisor.id;
  expect(await written.refused("returnEvidence", written.ofItem(item, " "), by)).toMatchObject([{ path: ["reason"] }]);
  expect(await written.refused("returnEvidence", written.ofItem({ ...item, version: 3 }), by)).toMatchObject([
    { __typename: "Conflict", currentVersion: 1 },
  ]);
  const back = await written.giveBack(item);
  expect(await written.refused("returnEvidence", written.ofItem(back), by)).toMatchObject([
    { code: "INVALID_INPUT", path: ["evidenceId"], message: expect.stringMatching(/RETURNED/) },
  ]);
});

test("R33: only one's own item that was returned is replaced, once, and by one of its kind", async () => {
  const item = await written.submit();
  const replacing = (more: Record<string, unknown> = {}) => written.item({ replacesId: item.id, ...more });
  const fault = [{ code: "INVALID_INPUT", path: ["replacesId"] }];
  expect(await written.refused("submitEvidence", replacing())).toMatchObject(fault);
  await written.giveBack(item);
  const others = { source: "OTHERS" };
  expect(await written.refused("submitEvidence", replacing(others), told.supervisor.id)).toMatchObject(fault);
  expect(await written.refused("submitEvidence", replacing({ source: "DOCUMENT" }))).toMatchObject(fault);
  expect(await written.refused("submitEvidence", replacing(both()))).toMatchObject(fault);
  expect(await written.refused("submitEvidence", replacing({ replacesId: "evd_nothing" }))).toMatchObject([
    { __typename: "NotFound", path: ["replacesId"] },
  ]);
  const draft = await written.draft({ replacesId: item.id });
  expect(await written.submitDraft(draft)).toMatchObject({ replaces: { id: item.id } });
  expect(await written.refused("submitEvidence", replacing())).toMatchObject(fault);
});

test("R33: its writer takes an item back, and nobody else", async () => {
  const item = await written.submit(both(), told.ben.personId);
  for (const by of [told.ada.personId, told.lead.id]) {
    expect(await written.rejected("withdrawEvidence", written.ofItem(item), by)).toBe("FORBIDDEN");
  }
  expect(await written.withdraw(item, told.ben.personId)).toMatchObject({ state: "WITHDRAWN", version: 2 });
  expect(await kindsOf(told.ada.personId)).toContain("EvidenceWithdrawn");
  expect(await E12()).toEqual([0, 0]);
  const again = written.ofItem({ ...item, version: 2 });
  expect(await written.refused("withdrawEvidence", again, told.ben.personId)).toMatchObject([
    { path: ["evidenceId"], message: expect.stringMatching(/WITHDRAWN/) },
  ]);
  expect(await written.refused("returnEvidence", again, told.lead.id)).toMatchObject([{ path: ["evidenceId"] }]);
  const back = await written.giveBack(await written.submit());
  const anew = await written.submit({ replacesId: back.id });
  expect(await written.refused("withdrawEvidence", written.ofItem(back))).toMatchObject([
    { path: ["evidenceId"], message: expect.stringMatching(/replaced/) },
  ]);
  await written.giveBack(anew);
  expect(await written.withdraw({ ...anew, version: 2 })).toMatchObject({ state: "WITHDRAWN" });
});

test("R33: the feed of evidence brings what takes the place of a returned item", async () => {
  const back = await written.giveBack(await written.submit());
  const { cursor } = await written.asked("{ cursor }", told.assessor.id);
  const FEED = `subscription ($after: Cursor) { evidenceSubmitted(after: $after) { evidence { replaces { id } } } }`;
  const live = tandem.ws(told.assessor.id).subscribe(FEED, { after: cursor });
  await written.submit({ replacesId: back.id });
  const [frame] = await live.take(1);
  expect(frame?.data.evidenceSubmitted).toEqual({ evidence: { replaces: { id: back.id } } });
});

describe("a trainee assesses themself, area by area", () => {
  test("R36, R40: each area is an item of their own input with a rating; a newer one counts beside it", async () => {
    for (const [index, selfRating] of ["DEVELOPING", "MET", "STRENGTH", "MET", "NOT_YET_EVIDENCED", "MET"].entries()) {
      expect(await written.submit({ selfRating, areaIds: [`C${index + 1}`] })).toMatchObject({ selfRating });
    }
    const { trainee } = await written.asked(
      `{ trainee(id: "${told.ada.id}") { evidenceMatrix { source count } } }`,
      told.assessor.id,
    );
    const own = trainee.evidenceMatrix.filter(({ source }: { source: string }) => source === "TRAINEE");
    expect(own.map(({ count }: { count: number }) => count)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test("R36: it is about one area, and oneself", async () => {
    const fault = [{ code: "INVALID_INPUT", path: ["selfRating"] }];
    const rated = (more: Record<string, unknown>) => written.item({ selfRating: "MET", ...more });
    expect(await written.refused("submitEvidence", rated({ areaIds: ["C1", "C2"] }))).toMatchObject(fault);
    expect(await written.refused("submitEvidence", rated({ source: "DOCUMENT" }))).toMatchObject(fault);
    const draft = await written.draft({ selfRating: "MET" });
    expect(await written.change(draft, { selfRating: "STRENGTH" })).toMatchObject({ selfRating: "STRENGTH" });
    const two = written.ofDraft({ ...draft, version: 2 }, { areaIds: ["C1", "C2"] });
    expect(await written.refused("changeEvidenceDraft", two)).toMatchObject(fault);
  });
});
