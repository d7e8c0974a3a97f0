import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { done, refused, rejected } from "../support/change";
import { commissioning } from "../support/commissioning";
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

const REVIEW = "commission { id stage version targetOn late pausedOn pausedUntil }";
const at = (stage: CommissionStage) => told.commissioned(told.adaAndBen, told.board, stage);
type Seen = Pick<Commission, "id" | "version">;
const act = async (by: string, mutation: string, { id, version }: Seen, more: Record<string, unknown> = {}) => {
  const input = { commissionId: id, expectedVersion: version, ...more };
  return (await done(tandem, by, mutation, input, REVIEW)).commission;
};
const refuse = (by: string, mutation: string, { id, version }: Seen, more: Record<string, unknown> = {}) =>
  refused(tandem, by, mutation, { commissionId: id, expectedVersion: version, ...more });
const written = (id: string, to: Partial<Commission>) =>
  tandem.db.source.manager.update(Commission, { id }, to as never);
const lateBy = async (filter: string) => {
  const { data } = await tandem.as(told.seat.id).ask(`{ commissions(filter: ${filter}) { totalCount nodes { id } } }`);
  return data.commissions.nodes.map(({ id }: { id: string }) => id);
};

const WHY = { reason: "A criminal process comes first." };
const ACTS = [
  { mutation: "agreeTargetDay", more: { targetOn: daysAgo(-30), ...WHY } },
  { mutation: "pauseCommission", more: { until: daysAgo(-30), ...WHY } },
  { mutation: "resumeCommission", more: {} },
  { mutation: "abandonCommission", more: WHY },
] as const;

test("the board and the lead agree the target day anew, with a reason, and the history keeps both days", async () => {
  let review = await act(told.seat.id, "agreeTargetDay", await at(CommissionStage.ANALYSIS), {
    ...{ targetOn: daysAgo(-30), reason: "Two more conversations." },
  });
  expect(review).toMatchObject({ targetOn: daysAgo(-30), version: 2, late: false, stage: "ANALYSIS" });
  review = await act(told.lead.id, "agreeTargetDay", review, { targetOn: daysAgo(-60), reason: "Ben was ill." });
  expect(await history(tandem, told, 2)).toMatchObject([
    {
      ...{ kind: "TargetDayAgreed", reason: "Ben was ill.", actor: { id: told.lead.id } },
      facts: { targetOn: { from: daysAgo(-30), to: daysAgo(-60) } },
    },
    { reason: "Two more conversations.", facts: { targetOn: { from: null, to: daysAgo(-30) } } },
  ]);
  expect(await refuse(told.seat.id, "agreeTargetDay", review, { targetOn: daysAgo(1), ...WHY })).toMatchObject([
    { __typename: "InvalidInput", path: ["targetOn"], message: "targetOn is in the past." },
  ]);
  expect(await refuse(told.seat.id, "agreeTargetDay", review, { targetOn: daysAgo(-60), ...WHY })).toMatchObject([
    { path: ["targetOn"], message: "targetOn is the day that is agreed already." },
  ]);
});

test("R19: a paused review stays where it stood, for everybody, and goes on from there", async () => {
  const paused = await act(told.seat.id, "pauseCommission", await at(CommissionStage.ANALYSIS), {
    ...{ until: daysAgo(-30), ...WHY },
  });
  expect(paused).toMatchObject({ stage: "ANALYSIS", pausedOn: daysAgo(0), pausedUntil: daysAgo(-30), version: 2 });
  expect(await refuse(told.ada.personId, "advanceCommission", paused, { to: "FINDINGS" })).toMatchObject([
    { __typename: "RuleNotMet", rule: { rule: "PAUSE", met: false }, path: [] },
  ]);
  expect(await refuse(told.ada.personId, "advanceCommission", paused, { to: "DRAFT_REPORT" })).toMatchObject([
    { rule: { rule: "STAGE_ORDER" } },
    { rule: { rule: "PAUSE" } },
  ]);
  expect(await refuse(told.seat.id, "agreeTargetDay", paused, { targetOn: daysAgo(-90), ...WHY })).toMatchObject([
    { rule: { rule: "PAUSE" } },
  ]);
  const resumed = await act(told.lead.id, "resumeCommission", paused);
  expect(resumed).toMatchObject({ stage: "ANALYSIS", pausedOn: null, pausedUntil: null });
  expect(await act(told.ada.personId, "advanceCommission", resumed, { to: "FINDINGS" })).toMatchObject({
    stage: "FINDINGS",
  });
});

test.each([
  {
    at: CommissionStage.DRAFT_REPORT,
    by: "lead",
    mutation: "recordQualityAssurance",
    more: { passed: true, notes: "S." },
  },
  { at: CommissionStage.QUALITY_ASSURANCE, by: "seat", mutation: "recordBoardResponse", more: { text: "We agree." } },
  {
    ...({ at: CommissionStage.BOARD_RESPONSE, by: "seat", mutation: "recordPublication" } as const),
    more: { publication: "FULL", reason: "For all." },
  },
] as const)("while a review is paused, $mutation is refused", async ({ at: stage, by, mutation, more }) => {
  const paused = await act(told.seat.id, "pauseCommission", await at(stage), WHY);
  const errors = await refuse(told[by].id, mutation, paused, more);
  expect(errors.map(({ rule }) => rule?.rule)).toEqual(["PAUSE"]);
});

test("a review that is paused again rests until another day, from the day on which it was first paused", async () => {
  const paused = await act(told.seat.id, "pauseCommission", await at(CommissionStage.ANALYSIS), {
    ...{ until: daysAgo(-30), ...WHY },
  });
  expect(await refuse(told.seat.id, "pauseCommission", paused, { until: daysAgo(-30), ...WHY })).toMatchObject([
    { path: ["until"], message: "The commission is paused until then already." },
  ]);
  await written(paused.id, { pausedOn: daysAgo(9) });
  const longer = await act(told.seat.id, "pauseCommission", paused, { until: daysAgo(-60), reason: "It was put off." });
  expect(longer).toMatchObject({ pausedOn: daysAgo(9), pausedUntil: daysAgo(-60) });
  expect(await refuse(told.seat.id, "pauseCommission", longer, { until: daysAgo(1), ...WHY })).toMatchObject([
    { path: ["until"], message: "until is in the past." },
  ]);
});

test("a pause moves the target day by its length, and a review is neither later nor sooner for it", async () => {
  const review = await at(CommissionStage.ANALYSIS);
  await written(review.id, { targetOn: daysAgo(5), pausedOn: daysAgo(10) });
  expect(await lateBy("{ late: { eq: true } }")).toEqual([]);
  expect(await lateBy("{ paused: { eq: true } }")).toEqual([review.id]);
  const resumed = await act(told.seat.id, "resumeCommission", review);
  expect(resumed).toMatchObject({ targetOn: daysAgo(-5), late: false });

  await written(review.id, { targetOn: daysAgo(15), pausedOn: daysAgo(10) });
  expect(await lateBy("{ late: { eq: true } }")).toEqual([review.id]);
  expect(await act(told.seat.id, "resumeCommission", resumed)).toMatchObject({ targetOn: daysAgo(5), late: true });
  expect(await lateBy("{ paused: { eq: false }, late: { eq: true } }")).toEqual([review.id]);
  expect(await lateBy("{ not: { late: { eq: true } } }")).toEqual([]);
});

test("what is not paused is not resumed", async () => {
  const review = await at(CommissionStage.ANALYSIS);
  expect(await refuse(told.seat.id, "resumeCommission", review)).toMatchObject([
    { __typename: "InvalidInput", path: ["commissionId"] },
  ]);
});

test("R12, R19: an abandoned review is over for good, and its trainees need another one", async () => {
  const review = await told.readyForAssessment(told.ada);
  const rules = async () => {
    const query = "query ($id: ID!) { trainee(id: $id) { readiness { parts { rule met next } } } }";
    const { data } = await tandem.as(told.ada.personId).ask(query, { id: told.ada.id });
    return data.trainee.readiness.parts.filter(({ rule }: { rule: string }) => /E7|E8|E11/.test(rule));
  };
  expect((await rules()).map(({ met }: { met: boolean }) => met)).toEqual([true, true, true]);
  const abandoned = await act(told.seat.id, "abandonCommission", review, { reason: "The case was dismissed." });
  expect(abandoned).toMatchObject({ stage: "ABANDONED", late: false });
  expect((await rules()).map(({ met }: { met: boolean }) => met)).toEqual([false, false, false]);
  expect((await rules())[2].next).toMatch(/^Find a safeguarding board/);
  expect(await history(tandem, told, 1)).toMatchObject([
    { kind: "CommissionAbandoned", reason: "The case was dismissed.", facts: { to: "ABANDONED" } },
  ]);
  for (const { mutation, more } of ACTS.filter((one) => one.mutation !== "resumeCommission")) {
    expect(await refuse(told.seat.id, mutation, abandoned, more)).toMatchObject([{ rule: { rule: "UNDER_WAY" } }]);
  }
  // The pair is free, and may ask another board.
  expect(await commissioning(tandem, told).propose()).toMatchObject({ stage: "NEGOTIATING" });
});

test("once its only review is abandoned a pair may end, and the board no longer sees who they are", async () => {
  const review = await at(CommissionStage.ANALYSIS);
  const query = "query ($id: ID!) { commission(id: $id) { reference pair { id } } }";
  const pair = async () => (await tandem.as(told.seat.id).ask(query, { id: review.id })).data.commission.pair;
  expect(await pair()).toEqual({ id: told.adaAndBen.id });
  await act(told.lead.id, "abandonCommission", review, { reason: "The case was dismissed." });
  expect(await pair()).toBeNull();
  const end = { pairId: told.adaAndBen.id, reason: "They part.", expectedVersion: 1 };
  expect((await done(tandem, told.lead.id, "dissolvePair", end)).errors).toEqual([]);
});

test.each(ACTS)("R19: $mutation is refused of what is published, closed or declined", async ({ mutation, more }) => {
  if (mutation === "resumeCommission") return;
  for (const stage of [CommissionStage.PUBLISHED, CommissionStage.CLOSED, CommissionStage.DECLINED]) {
    expect(await refuse(told.seat.id, mutation, await at(stage), more)).toMatchObject([
      { rule: { rule: "UNDER_WAY" } },
    ]);
  }
});

test("what the board has not commissioned yet can be given up, and not paused", async () => {
  const proposed = await commissioning(tandem, told).propose();
  expect(await refuse(told.seat.id, "pauseCommission", proposed, WHY)).toMatchObject([{ rule: { rule: "UNDER_WAY" } }]);
  expect(await act(told.lead.id, "abandonCommission", proposed, WHY)).toMatchObject({ stage: "ABANDONED" });
});

test.each(ACTS)(
  "$mutation is the board's and the lead's, and a stale version a Conflict",
  async ({ mutation, more }) => {
    const { id: commissionId, version: expectedVersion } = await at(CommissionStage.ANALYSIS);
    await written(commissionId, { pausedOn: mutation === "resumeCommission" ? daysAgo(3) : null });
    const input = { commissionId, expectedVersion, ...more };
    expect(await rejected(tandem, null, mutation, input)).toBe("UNAUTHENTICATED");
    for (const personId of [told.ada.personId, told.supervisor.id, told.assessor.id]) {
      expect(await rejected(tandem, personId, mutation, input)).toBe("FORBIDDEN");
    }
    expect(await refused(tandem, told.seat.id, mutation, { ...input, expectedVersion: 7 })).toMatchObject([
      { __typename: "Conflict", currentVersion: 1 },
    ]);
    expect(await refused(tandem, told.lead.id, mutation, { ...input, commissionId: "LT-2017-999" })).toMatchObject([
      { __typename: "NotFound", path: ["commissionId"] },
    ]);
  },
);

test("a lead who is of the pair gives their own review no more time", async () => {
  const { id: commissionId, version: expectedVersion } = await at(CommissionStage.ANALYSIS);
  const lead = { personId: told.ada.personId, role: "PROGRAMME_LEAD", expectedVersion: 1 };
  await done(tandem, told.lead.id, "grantRole", lead);
  for (const { mutation, more } of ACTS) {
    const input = { commissionId, expectedVersion, ...more };
    expect(await rejected(tandem, told.ada.personId, mutation, input)).toBe("FORBIDDEN");
  }
});
