import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const REVIEW = `commission { id stage version startedOn qualityPassed qualityRecordedOn qualityNotes boardResponse
  publication }`;
const at = (stage: CommissionStage) => told.commissioned(told.adaAndBen, told.board, stage);
const act = async (by: string, mutation: string, commission: Commission, more: Record<string, unknown> = {}) => {
  const input = { commissionId: commission.id, expectedVersion: commission.version, ...more };
  return (await done(tandem, by, mutation, input, REVIEW)).commission;
};
const refuse = (by: string, mutation: string, commission: Commission, more: Record<string, unknown> = {}) =>
  refused(tandem, by, mutation, { commissionId: commission.id, expectedVersion: commission.version, ...more });
const STAGE_ORDER = [{ __typename: "RuleNotMet", path: [], rule: { rule: "STAGE_ORDER", met: false } }];

/** The acts on a review, who does them and what each needs to be said. */
const ACTS = [
  { mutation: "advanceCommission", by: "ada", more: { to: "SCOPING" } },
  { mutation: "recordQualityAssurance", by: "lead", more: { passed: true, notes: "Sound." } },
  { mutation: "recordBoardResponse", by: "seat", more: { text: "We accept the findings." } },
  { mutation: "recordPublication", by: "seat", more: { publication: "FULL", reason: "For all to learn from." } },
  { mutation: "closeCommission", by: "lead", more: {} },
] as const;
const who = (by: "ada" | "lead" | "seat") => (by === "ada" ? told.ada.personId : told[by].id);

test("R12, R13: a review goes from the board's yes to its close, each stage by who takes it there", async () => {
  await told.attendCourse(told.ada);
  await told.attendCourse(told.ben);
  let review = await at(CommissionStage.COMMISSIONED);
  review = await act(told.ada.personId, "advanceCommission", review, { to: "SCOPING" });
  expect(review).toMatchObject({ stage: "SCOPING", startedOn: daysAgo(0), version: 2 });
  for (const to of ["DATA_COLLECTION", "ANALYSIS", "FINDINGS", "DRAFT_REPORT"]) {
    review = await act(told.ben.personId, "advanceCommission", review, { to });
    expect(review).toMatchObject({ stage: to, startedOn: daysAgo(0) });
  }
  review = await act(told.lead.id, "recordQualityAssurance", review, { passed: true, notes: "Sound." });
  expect(review).toMatchObject({ stage: "QUALITY_ASSURANCE", qualityPassed: true, qualityRecordedOn: daysAgo(0) });
  review = await act(told.seat.id, "recordBoardResponse", review, { text: "We accept the findings." });
  expect(review).toMatchObject({ stage: "BOARD_RESPONSE", boardResponse: "We accept the findings." });
  const why = { publication: "SUMMARY_ONLY", reason: "A family might be known by it." };
  review = await act(told.seat.id, "recordPublication", review, why);
  expect(review).toMatchObject({ stage: "PUBLISHED", publication: "SUMMARY_ONLY" });
  expect((await history(tandem, told, 1))[0]).toMatchObject({
    kind: "PublicationDecided",
    facts: { from: "BOARD_RESPONSE", to: "PUBLISHED", publication: "SUMMARY_ONLY" },
    reason: "A family might be known by it.",
  });
  expect(await act(told.lead.id, "closeCommission", review)).toMatchObject({ stage: "CLOSED", version: 10 });
});

test("E5: a practice review starts only after each trainee's course, and does not tell how far the partner is", async () => {
  await told.attendCourse(told.ada);
  await told.attendCourse(told.ben, 3);
  const review = await at(CommissionStage.COMMISSIONED);
  expect(await refuse(told.ada.personId, "advanceCommission", review, { to: "SCOPING" })).toMatchObject([
    {
      code: "RULE_NOT_MET",
      message: "The review can start once each trainee of the pair has completed the course.",
      rule: { rule: "E5", needed: 2, actual: 1, because: [{ text: "Ada has completed the course." }] },
    },
  ]);
  expect(await refuse(told.ben.personId, "advanceCommission", review, { to: "SCOPING" })).toMatchObject([
    { rule: { rule: "E5", needed: 2, actual: 0, because: [] } },
  ]);
  await tandem.db.source.manager.update(Commission, { id: review.id }, { practice: false });
  expect(await act(told.ada.personId, "advanceCommission", review, { to: "SCOPING" })).toMatchObject({
    startedOn: daysAgo(0),
  });
});

test("a stage out of order is refused: skipped, gone back to, or said again", async () => {
  const review = await at(CommissionStage.ANALYSIS);
  for (const to of ["DRAFT_REPORT", "DATA_COLLECTION", "ANALYSIS", "CLOSED", "NEGOTIATING", "DECLINED"]) {
    const errors = await refuse(told.ada.personId, "advanceCommission", review, { to });
    expect(errors).toMatchObject(STAGE_ORDER);
    expect(errors[0].message).toBe("After analysis comes findings.");
  }
});

test("E5 is not told of a step that is not the next one", async () => {
  const review = await at(CommissionStage.DRAFT_REPORT);
  const errors = await refuse(told.ada.personId, "advanceCommission", review, { to: "SCOPING" });
  expect(errors.map(({ rule }) => rule.rule)).toEqual(["STAGE_ORDER"]);
});

test("the pair does not take a step that is the board's or the lead's", async () => {
  for (const [stage, to] of [
    [CommissionStage.NEGOTIATING, "COMMISSIONED"],
    [CommissionStage.DRAFT_REPORT, "QUALITY_ASSURANCE"],
    [CommissionStage.BOARD_RESPONSE, "PUBLISHED"],
  ] as const) {
    expect(await refuse(told.ada.personId, "advanceCommission", await at(stage), { to })).toMatchObject([
      { __typename: "InvalidInput", path: ["to"] },
    ]);
  }
});

test("R13: a draft that did not pass stays a draft, and may pass later; the history keeps both", async () => {
  const draft = await at(CommissionStage.DRAFT_REPORT);
  const failed = await act(told.lead.id, "recordQualityAssurance", draft, {
    passed: false,
    notes: "Finding 2 is bare.",
  });
  expect(failed).toMatchObject({ stage: "DRAFT_REPORT", qualityPassed: false, qualityNotes: "Finding 2 is bare." });
  await act(told.lead.id, "recordQualityAssurance", failed, { passed: true, notes: "Mended." });
  const [notedAgain, second, noted, first] = await history(tandem, told, 4);
  expect(first).toMatchObject({
    kind: "QualityAssured",
    facts: { qualityPassed: { from: null, to: false }, to: "DRAFT_REPORT" },
  });
  expect(second).toMatchObject({ facts: { qualityPassed: { from: false, to: true }, to: "QUALITY_ASSURANCE" } });
  expect(noted).toMatchObject({
    kind: "QualityNoted",
    facts: { qualityNotes: { from: null, to: "Finding 2 is bare." } },
  });
  expect(notedAgain.facts.qualityNotes).toEqual({ from: "Finding 2 is bare.", to: "Mended." });
});

test("the longest texts fit the history, before and after, whatever they are made of", async () => {
  // Four bytes each: no sign that a text may have takes more.
  const [notes, text] = ["\u{1F9E9}".repeat(5_000), "\u{1F9E9}".repeat(10_000)];
  let review = await at(CommissionStage.DRAFT_REPORT);
  review = await act(told.lead.id, "recordQualityAssurance", review, { passed: false, notes });
  review = await act(told.lead.id, "recordQualityAssurance", review, { passed: true, notes });
  expect(await act(told.seat.id, "recordBoardResponse", review, { text })).toMatchObject({ boardResponse: text });
});

test("the board learns whether quality assurance was passed, never its notes", async () => {
  const draft = await at(CommissionStage.DRAFT_REPORT);
  await act(told.lead.id, "recordQualityAssurance", draft, { passed: false, notes: "Finding 2 is bare." });
  const query = `query Q($id: ID!) { commission(id: $id) { qualityPassed qualityNotes }
    entries(first: 50) { nodes { kind facts reason } } }`;
  const { data: ofPair } = await tandem.as(told.ada.personId).ask(query, { id: draft.id });
  expect(ofPair.entries.nodes.map(({ kind }: { kind: string }) => kind)).toContain("QualityNoted");
  const { data } = await tandem.as(told.seat.id).ask(query, { id: draft.id });
  expect(data.commission).toEqual({ qualityPassed: false, qualityNotes: null });
  expect(data.entries.nodes.map(({ kind }: { kind: string }) => kind)).toContain("QualityAssured");
  expect(JSON.stringify(data)).not.toContain("bare");
});

test.each(ACTS)("$mutation is refused at a stage that does not lead there", async ({ mutation, by, more }) => {
  await told.attendCourse(told.ada);
  await told.attendCourse(told.ben);
  for (const stage of [CommissionStage.FINDINGS, CommissionStage.DECLINED, CommissionStage.CLOSED]) {
    expect(await refuse(who(by), mutation, await at(stage), more)).toMatchObject(STAGE_ORDER);
  }
});

test.each(ACTS)("$mutation is not for others", async ({ mutation, by, more }) => {
  const { id: commissionId, version: expectedVersion } = await at(CommissionStage.COMMISSIONED);
  const input = { commissionId, expectedVersion, ...more };
  expect(await rejected(tandem, null, mutation, input)).toBe("UNAUTHENTICATED");
  const others = [told.ada.personId, told.lead.id, told.seat.id, told.supervisor.id, told.assessor.id];
  for (const personId of others.filter((id) => id !== who(by))) {
    expect(await rejected(tandem, personId, mutation, input)).toBe("FORBIDDEN");
  }
});

test.each(ACTS)("$mutation on a stale version is a Conflict", async ({ mutation, by, more }) => {
  const review = await at(CommissionStage.DRAFT_REPORT);
  expect(await refuse(who(by), mutation, review, { expectedVersion: 7, ...more })).toMatchObject([
    { __typename: "Conflict", currentVersion: 1, path: ["expectedVersion"] },
  ]);
});

test.each(ACTS)("$mutation of what is not there, or of another pair's, is NotFound", async ({ mutation, by, more }) => {
  const input = { commissionId: "LT-2017-999", expectedVersion: 1, ...more };
  const absent = [{ __typename: "NotFound", path: ["commissionId"] }];
  expect(await refused(tandem, who(by), mutation, input)).toMatchObject(absent);
  if (by === "lead") return;
  const theirs = await told.commissioned(await told.pair("Cy", "Di"), await told.boardNamed("Eastvale"));
  expect(await refused(tandem, who(by), mutation, { ...input, commissionId: theirs.id })).toMatchObject(absent);
});

test.each([
  { mutation: "recordQualityAssurance", by: "lead", more: { passed: true }, text: "notes" },
  { mutation: "recordBoardResponse", by: "seat", more: {}, text: "text" },
  { mutation: "recordPublication", by: "seat", more: { publication: "WITHHELD" }, text: "reason" },
] as const)("$mutation takes no empty $text and none of 100,000 characters", async ({ mutation, by, more, text }) => {
  const review = await at(CommissionStage.DRAFT_REPORT);
  for (const value of ["", "   ", "x".repeat(100_000)]) {
    expect(await refuse(who(by), mutation, review, { ...more, [text]: value })).toMatchObject([
      { __typename: "InvalidInput", path: [text] },
    ]);
  }
});
