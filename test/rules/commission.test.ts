import { BoardKind } from "../../src/board/board-kind";
import { boardMayCommission, isLate, ratesAgreed, reviewFinished } from "../../src/commission/commission.rules";
import { CommissionStage } from "../../src/commission/commission-stage";

const SAFEGUARDING: readonly BoardKind[] = [
  BoardKind.LSCB,
  BoardKind.SAFEGUARDING_CHILDREN_PARTNERSHIP,
  BoardKind.SAB,
  BoardKind.CHILD_PROTECTION_COMMITTEE,
  BoardKind.ADULT_PROTECTION_COMMITTEE,
  BoardKind.REGIONAL_SAFEGUARDING_BOARD,
];

test.each(Object.values(BoardKind).map((kind) => ({ kind, met: SAFEGUARDING.includes(kind) })))(
  "R19 E7 a practice review for a board of kind $kind → $met",
  ({ kind, met }) => {
    const found = boardMayCommission({ id: "brd_1", name: "Northmoor", kind });
    expect(found).toMatchObject({ rule: "E7", needed: 1, actual: met ? 1 : 0, met });
    expect(found.because).toEqual(met ? [{ id: "brd_1", text: "Northmoor is a safeguarding board." }] : []);
    expect(found.next).toBe(met ? null : "Northmoor is not a safeguarding board: propose your practice review to one.");
  },
);

test("R19 E7 no board, no commissioner", () => {
  expect(boardMayCommission(null)).toMatchObject({
    met: false,
    next: "Propose your practice review to a safeguarding board.",
  });
});

const asha = { personId: "per_a", name: "Asha", agreed: { id: "rat_1", text: "£550.00 a day" } };
const tom = { personId: "per_t", name: "Tom", agreed: { id: "rat_2", text: "£600.00 a day" } };
const open = { personId: "per_t", name: "Tom", agreed: null };

test.each([
  { who: "both", members: [asha, tom], actual: 2, met: true, next: null },
  { who: "one of two", members: [asha, open], actual: 1, met: false, next: "Agree a day rate for Tom with the board." },
  {
    who: "neither",
    members: [{ ...asha, agreed: null }, open],
    actual: 0,
    met: false,
    next: "Agree a day rate for Asha and Tom with the board.",
  },
  { who: "one alone", members: [asha], actual: 1, met: false, next: "Agree day rates with the board once" },
  { who: "nobody", members: [], actual: 0, met: false, next: "Agree day rates with the board once" },
])("R21 E8 a day rate agreed for $who → $actual of 2, met: $met", ({ members, actual, met, next }) => {
  const found = ratesAgreed(members);
  expect(found).toMatchObject({ rule: "E8", needed: 2, actual, met });
  expect(found.next).toEqual(next && expect.stringContaining(next));
});

test("R21 E8 does not wait for the rate of a partner who came once the review was commissioned", () => {
  const came = { ...open, awaited: true };
  expect(ratesAgreed([asha, came])).toMatchObject({ needed: 1, actual: 1, met: true });
  expect(ratesAgreed([{ ...asha, agreed: null }, came])).toMatchObject({
    ...{ needed: 1, actual: 0, met: false },
    next: "Agree a day rate for Asha with the board.",
  });
});

test("R21 E8 the answer names each rate agreed", () => {
  expect(ratesAgreed([asha, open]).because).toEqual([{ id: "rat_1", text: "Asha: £550.00 a day." }]);
});

const at = (stage: CommissionStage, qualityPassed: boolean | null = true) => ({
  id: "com_1",
  reference: "LT-2017-004",
  stage,
  qualityPassed,
});
const { DECLINED, DRAFT_REPORT, QUALITY_ASSURANCE, BOARD_RESPONSE, PUBLISHED, CLOSED, NEGOTIATING } = CommissionStage;

test.each([
  { stage: NEGOTIATING, passed: null, actual: 0, met: false },
  { stage: DRAFT_REPORT, passed: null, actual: 0, met: false },
  { stage: DRAFT_REPORT, passed: true, actual: 1, met: false },
  { stage: QUALITY_ASSURANCE, passed: null, actual: 1, met: false },
  { stage: QUALITY_ASSURANCE, passed: false, actual: 1, met: false },
  { stage: QUALITY_ASSURANCE, passed: true, actual: 2, met: true },
  { stage: BOARD_RESPONSE, passed: true, actual: 2, met: true },
  { stage: BOARD_RESPONSE, passed: false, actual: 1, met: false },
  { stage: CLOSED, passed: true, actual: 2, met: true },
  { stage: DECLINED, passed: true, actual: 1, met: false },
])("R12 R13 E11 at $stage with quality passed: $passed → $actual of 2, met: $met", ({ stage, passed, actual, met }) => {
  const found = reviewFinished(at(stage, passed), QUALITY_ASSURANCE);
  expect(found).toMatchObject({ rule: "E11", needed: 2, actual, met });
});

test.each([
  { stage: BOARD_RESPONSE, met: false },
  { stage: PUBLISHED, met: true },
])("R13 E11 from which stage a review counts is the Standard's: at $stage from PUBLISHED → $met", ({ stage, met }) => {
  expect(reviewFinished(at(stage), PUBLISHED).met).toBe(met);
});

test.each([
  { commission: null, next: "Find a safeguarding board that commissions you, and conduct the practice review." },
  { commission: at(DRAFT_REPORT, null), next: "Bring LT-2017-004 through quality assurance." },
  { commission: at(DRAFT_REPORT), next: "Bring LT-2017-004 from draft report to quality assurance." },
  { commission: at(DECLINED, null), next: "LT-2017-004 was declined: find another board for the practice review." },
])("R12 E11 the next step: $next", ({ commission, next }) => {
  expect(reviewFinished(commission, QUALITY_ASSURANCE).next).toBe(next);
});

test("R13 E11 the answer rests on the stage and on quality assurance", () => {
  expect(reviewFinished(at(PUBLISHED), QUALITY_ASSURANCE).because).toEqual([
    { id: "com_1", text: "LT-2017-004 has reached published." },
    { id: "com_1", text: "Quality assurance was passed." },
  ]);
  expect(reviewFinished(null, QUALITY_ASSURANCE).because).toEqual([]);
});

test.each([
  { stage: DRAFT_REPORT, targetOn: "2017-07-01", late: true },
  { stage: NEGOTIATING, targetOn: "2017-07-01", late: true },
  { stage: DRAFT_REPORT, targetOn: "2017-07-02", late: false }, // the target day itself is not late
  { stage: DRAFT_REPORT, targetOn: "2017-07-03", late: false },
  { stage: DRAFT_REPORT, targetOn: null, late: false },
  { stage: QUALITY_ASSURANCE, targetOn: "2017-07-01", late: true },
  { stage: BOARD_RESPONSE, targetOn: "2017-07-01", late: false },
  { stage: CLOSED, targetOn: "2017-07-01", late: false },
  { stage: DECLINED, targetOn: "2017-07-01", late: false },
])("a commission at $stage due $targetOn is late on 2 July 2017: $late", ({ stage, targetOn, late }) => {
  expect(isLate(stage, targetOn, "2017-07-02")).toBe(late);
});
