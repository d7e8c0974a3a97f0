import { hasReached, MOVED_BY_PAIR, mayMove, nextStage } from "../../src/commission/commission.rules";
import { CommissionStage } from "../../src/commission/commission-stage";

const ORDER = [
  "NEGOTIATING",
  "COMMISSIONED",
  "SCOPING",
  "DATA_COLLECTION",
  "ANALYSIS",
  "FINDINGS",
  "DRAFT_REPORT",
  "QUALITY_ASSURANCE",
  "BOARD_RESPONSE",
  "PUBLISHED",
  "CLOSED",
] as CommissionStage[];

const pairs = ORDER.map((stage, index) => ({ stage, following: ORDER[index + 1] ?? null }));

const { DECLINED, ABANDONED } = CommissionStage;

test.each([...pairs, { stage: DECLINED, following: null }, { stage: ABANDONED, following: null }])(
  "after $stage comes $following",
  ({ stage, following }) => {
    expect(nextStage(stage)).toBe(following);
  },
);

const all = Object.values(CommissionStage);

test.each(all.flatMap((from) => all.map((to) => ({ from, to }))))(
  "a commission moves $from → $to only in order",
  ({ from, to }) => {
    const met = ORDER.includes(from) && ORDER.indexOf(to) === ORDER.indexOf(from) + 1;
    expect(mayMove(from, to)).toMatchObject({ rule: "STAGE_ORDER", needed: 1, actual: met ? 1 : 0, met });
  },
);

test.each([
  { from: CommissionStage.SCOPING, next: "After scoping comes data collection." },
  { from: CommissionStage.CLOSED, next: "Nothing comes after closed." },
  { from: CommissionStage.DECLINED, next: "Nothing comes after declined." },
  { from: CommissionStage.ABANDONED, next: "Nothing comes after abandoned." },
])("a refused move from $from says what follows", ({ from, next }) => {
  const found = mayMove(from, CommissionStage.NEGOTIATING);
  expect(found.next).toBe(next);
  expect(found.because).toEqual([{ text: `The commission stands at ${from.toLowerCase()}.` }]);
});

test.each([
  { stage: CommissionStage.FINDINGS, wanted: CommissionStage.DRAFT_REPORT, reached: false },
  { stage: CommissionStage.DRAFT_REPORT, wanted: CommissionStage.DRAFT_REPORT, reached: true },
  { stage: CommissionStage.CLOSED, wanted: CommissionStage.DRAFT_REPORT, reached: true },
  { stage: CommissionStage.DECLINED, wanted: CommissionStage.NEGOTIATING, reached: false },
  { stage: CommissionStage.ABANDONED, wanted: CommissionStage.NEGOTIATING, reached: false },
  { stage: CommissionStage.CLOSED, wanted: CommissionStage.ABANDONED, reached: false },
])("a commission at $stage has reached $wanted: $reached", ({ stage, wanted, reached }) => {
  expect(hasReached(stage, wanted)).toBe(reached);
});

test("R20 the pair moves its review from scoping to the draft report by itself, and no further", () => {
  expect([...MOVED_BY_PAIR]).toEqual(["SCOPING", "DATA_COLLECTION", "ANALYSIS", "FINDINGS", "DRAFT_REPORT"]);
});
