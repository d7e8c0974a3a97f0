import { CommissionStage } from "../../src/commission/commission-stage";
import { rateMayBeAgreed } from "../../src/commission/negotiation.rules";
import {
  carriesOver,
  conductsSince,
  hasBegun,
  mayTakePart,
  pairMayGoOn,
  ReviewHandedOn,
} from "../../src/pair/succession.rules";

const { NEGOTIATING, COMMISSIONED, SCOPING, DRAFT_REPORT, QUALITY_ASSURANCE, PUBLISHED, CLOSED, DECLINED, ABANDONED } =
  CommissionStage;
const STAGES = Object.values(CommissionStage);
const OVER: readonly CommissionStage[] = [CLOSED, DECLINED, ABANDONED];
const BEFORE_SCOPING: readonly CommissionStage[] = [NEGOTIATING, COMMISSIONED, DECLINED, ABANDONED];
const PASSED: readonly CommissionStage[] = [QUALITY_ASSURANCE, CommissionStage.BOARD_RESPONSE, PUBLISHED, CLOSED];

const review = (stage: CommissionStage, more: Partial<ReviewHandedOn> = {}): ReviewHandedOn => ({
  ...{ id: "com_1", reference: "LT-2017-004", stage, practice: true, toBeJudged: true },
  ...more,
});
const cat = { name: "Cat", traineeId: "trn_c" };
const greg = { name: "Greg", traineeId: null };

test.each(STAGES)("R22: a review at %s goes to the new pair while it goes on", (stage) => {
  expect(carriesOver(review(stage, { toBeJudged: false }))).toBe(!OVER.includes(stage));
  expect(carriesOver(review(stage, { toBeJudged: false, practice: false }))).toBe(!OVER.includes(stage));
});

test.each([
  { what: "a closed practice review", stage: CLOSED, practice: true, answer: true },
  { what: "another closed review", stage: CLOSED, practice: false, answer: false },
  { what: "a declined one", stage: DECLINED, practice: true, answer: false },
  { what: "an abandoned one", stage: ABANDONED, practice: true, answer: false },
])("R22: of who stays and is still to be judged $what goes along: $answer", ({ stage, practice, answer }) => {
  expect(carriesOver(review(stage, { practice }))).toBe(answer);
});

test.each(STAGES)(
  "R12, R22: a trainee comes to a practice review at %s only before quality assurance is passed",
  (stage) => {
    const { met, rule } = mayTakePart([review(stage)], cat);
    expect({ met, rule }).toEqual({ met: !PASSED.includes(stage), rule: "SUCCESSION" });
    expect(mayTakePart([review(stage)], greg).met).toBe(true);
    expect(mayTakePart([review(stage, { practice: false })], cat).met).toBe(true);
  },
);

test("R22: the refusal names the review that was done without them, and says whom to name", () => {
  expect(mayTakePart([review(SCOPING, { reference: "LT-2017-005" }), review(PUBLISHED)], cat)).toMatchObject({
    because: [{ id: "com_1", text: "LT-2017-004 has passed quality assurance." }],
    next: "Cat would be a trainee without a part in LT-2017-004: name somebody accredited.",
  });
});

test.each(STAGES)("R12: whoever comes to a practice review at %s needs the course, or not yet", (stage) => {
  expect(hasBegun([review(stage)])).toBe(!BEFORE_SCOPING.includes(stage));
  expect(hasBegun([review(stage, { practice: false })])).toBe(false);
});

test.each([
  { commissionedOn: null, joinedOn: null, since: null },
  { commissionedOn: null, joinedOn: "2017-03-01", since: null },
  { commissionedOn: "2017-03-01", joinedOn: null, since: "2017-03-01" },
  { commissionedOn: "2017-03-01", joinedOn: "2017-02-01", since: "2017-03-01" },
  { commissionedOn: "2017-03-01", joinedOn: "2017-04-01", since: "2017-04-01" },
])("R24 of a review commissioned on $commissionedOn who came on $joinedOn is since $since", (days) => {
  expect(conductsSince(days.commissionedOn, days.joinedOn)).toBe(days.since);
});

test.each(STAGES)("R21: at %s a rate is agreed with who has none, and anew only in the negotiation", (stage) => {
  expect(rateMayBeAgreed(stage, false)).toMatchObject({ rule: "STAGE_ORDER", met: !OVER.includes(stage) });
  expect(rateMayBeAgreed(stage, true)).toMatchObject({ rule: "STAGE_ORDER", met: stage === NEGOTIATING });
});

test("R22: a draft that is looked at again is still conducted", () => {
  expect(mayTakePart([review(DRAFT_REPORT)], cat).met).toBe(true);
});

describe("two who are accredited", () => {
  const DAY = "2017-02-06";
  const accredited = (name: string) => ({
    ...{ personId: `per_${name}`, name, traineeId: null },
    accreditations: [{ accreditedOn: "2015-06-01", lapsesOn: "2999-01-01", withdrawnOn: null }],
  });
  const two = [accredited("Greg"), accredited("Mo")];
  const neither = { personId: "per_Nell", name: "Nell", traineeId: null, accreditations: [] };

  const mixed = [cat, greg];

  test.each(STAGES)("R22: at %s they go on with a practice review, or not yet", (stage) => {
    expect(pairMayGoOn(two, DAY, [review(stage)], mixed)).toMatchObject({ rule: "E6", met: PASSED.includes(stage) });
  });

  test.each(STAGES)("R42: at %s they go on with a later review while there is something to go on with", (stage) => {
    expect(pairMayGoOn(two, DAY, [review(stage, { practice: false })], mixed).met).toBe(!OVER.includes(stage));
    expect(pairMayGoOn(two, DAY, [review(stage, { practice: false })], [greg, greg]).met).toBe(true);
    expect(pairMayGoOn(two, DAY, [review(stage, { practice: false }), review(SCOPING)], mixed).met).toBe(false);
  });

  test("R42: two who were accredited before go on as such, with no review at all", () => {
    expect(pairMayGoOn(two, DAY, [], [greg, greg]).met).toBe(true);
    expect(pairMayGoOn([accredited("Greg"), neither], DAY, [], [greg, greg]).met).toBe(false);
  });

  test("R22: not while another practice review is to be conducted, nor one of whom is not accredited, nor one twice", () => {
    expect(pairMayGoOn(two, DAY, [review(PUBLISHED), review(SCOPING)], mixed).met).toBe(false);
    expect(pairMayGoOn(two, DAY, [review(PUBLISHED), review(DECLINED)], mixed).met).toBe(true);
    expect(pairMayGoOn(two, DAY, [], mixed).met).toBe(false);
    expect(pairMayGoOn([accredited("Greg"), neither], DAY, [review(PUBLISHED)], mixed).met).toBe(false);
    expect(pairMayGoOn([accredited("Greg"), accredited("Greg")], DAY, [review(PUBLISHED)], mixed).met).toBe(false);
  });
});
