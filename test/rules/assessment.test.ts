import { decision, everyAreaJudged, judgementsAllow, newest } from "../../src/assessment/assessment.rules";
import { AssessmentOutcome } from "../../src/assessment/assessment-outcome";
import { Rating } from "../../src/assessment/rating";

const AREAS = ["C1", "C2", "C3", "C4", "C5", "C6"];
const { ACCREDIT, FURTHER_EVIDENCE_NEEDED, NOT_ACCREDITED } = AssessmentOutcome;
const { NOT_YET_EVIDENCED, DEVELOPING, MET, STRENGTH } = Rating;

const judged = (
  area: string,
  changes: { rating?: Rating; strengths?: string; areasToWorkOn?: string; at?: number } = {},
) => {
  const { at = 0, ...rest } = changes;
  return {
    id: `jdg_${area}_${at}`,
    area,
    rating: MET,
    strengths: "Clear.",
    areasToWorkOn: "Brevity.",
    at: new Date(Date.UTC(2017, 10, 1, at)),
    ...rest,
  };
};
const six = AREAS.map((area) => judged(area));
const five = six.slice(0, 5);

test.each([
  { what: "all six areas", judgements: six, actual: 6, met: true },
  { what: "five areas", judgements: five, actual: 5, met: false },
  { what: "five areas, one of them twice", judgements: [...five, judged("C1", { at: 1 })], actual: 5, met: false },
  { what: "five areas and one of another Standard", judgements: [...five, judged("X9")], actual: 5, met: false },
  {
    what: "six with blank strengths in one",
    judgements: [...five, judged("C6", { strengths: " \n" })],
    actual: 5,
    met: false,
  },
  {
    what: "six with nothing to work on in one",
    judgements: [...five, judged("C6", { areasToWorkOn: "" })],
    actual: 5,
    met: false,
  },
  {
    what: "six, one blank at first and said later",
    judgements: [...five, judged("C6", { strengths: "" }), judged("C6", { at: 1 })],
    actual: 6,
    met: true,
  },
  {
    what: "six, one said at first and blank later",
    judgements: [...five, judged("C6", { at: 1, strengths: "" }), judged("C6")],
    actual: 5,
    met: false,
  },
  { what: "none", judgements: [], actual: 0, met: false },
])("R37 R40 E13 $what judged → $actual of 6, met: $met", ({ judgements, actual, met }) => {
  expect(everyAreaJudged(AREAS, judgements)).toMatchObject({ rule: "E13", needed: 6, actual, met });
});

test("R37 E13 the next step names the areas still to be judged", () => {
  expect(everyAreaJudged(AREAS, six.slice(0, 4)).next).toBe("Judge C5, C6, with strengths and what to work on.");
});

test("R37 E13 the answer rests on the newest judgement of each area", () => {
  expect(everyAreaJudged(["C1"], [judged("C1", { at: 2 }), judged("C1", { at: 1 })]).because).toEqual([
    { id: "jdg_C1_2", text: "C1 is judged." },
  ]);
});

test.each([
  { order: "later, listed last", ratings: [judged("C1", { at: 1 }), judged("C1", { at: 2, rating: STRENGTH })] },
  { order: "later, listed first", ratings: [judged("C1", { at: 2, rating: STRENGTH }), judged("C1", { at: 1 })] },
  { order: "at the same moment, listed last", ratings: [judged("C1"), judged("C1", { rating: STRENGTH })] },
])("R37 E13 judgements are only added: of an area's two the one $order counts", ({ ratings }) => {
  expect(newest(ratings).get("C1")?.rating).toBe(STRENGTH);
});

const lastRated = (rating: Rating) => [...five, judged("C6", { rating })];

test.each([
  { rating: STRENGTH, met: true, actual: 6 },
  { rating: MET, met: true, actual: 6 },
  { rating: DEVELOPING, met: false, actual: 5 },
  { rating: NOT_YET_EVIDENCED, met: false, actual: 5 },
])("R39 E14 accrediting with one area $rating where every area must be met → $met", ({ rating, met, actual }) => {
  expect(judgementsAllow(ACCREDIT, AREAS, lastRated(rating), true)).toMatchObject({
    rule: "E14",
    needed: 6,
    actual,
    met,
    next: met ? null : "C6 is not met: ask for further evidence instead.",
  });
});

test("R39 E14 an area not judged is an area not met", () => {
  expect(judgementsAllow(ACCREDIT, AREAS, five.slice(1), true)).toMatchObject({
    actual: 4,
    met: false,
    next: "C1, C6 are not met: ask for further evidence instead.",
  });
});

test.each([
  { first: DEVELOPING, later: MET, met: true },
  { first: MET, later: DEVELOPING, met: false },
])("R39 E14 of an area judged $first and later $later the newest counts → $met", ({ first, later, met }) => {
  const judgements = [...five, judged("C6", { rating: later, at: 1 }), judged("C6", { rating: first })];
  expect(judgementsAllow(ACCREDIT, AREAS, judgements, true).met).toBe(met);
});

test.each([
  { wanted: ACCREDIT, everyAreaMet: false },
  { wanted: FURTHER_EVIDENCE_NEEDED, everyAreaMet: true },
  { wanted: NOT_ACCREDITED, everyAreaMet: true },
])("R39 E14 $wanted with every area to be met: $everyAreaMet needs no rating", ({ wanted, everyAreaMet }) => {
  expect(judgementsAllow(wanted, AREAS, lastRated(DEVELOPING), everyAreaMet)).toMatchObject({ needed: 0, met: true });
});

test("R39 E14 the answer rests on the areas that are met", () => {
  expect(judgementsAllow(ACCREDIT, ["C5", "C6"], lastRated(DEVELOPING), true).because).toEqual([
    { id: "jdg_C5_0", text: "C5 is met." },
  ]);
});

test.each([
  { what: "all judged and met", wanted: ACCREDIT, judgements: six, parts: [true, true] },
  { what: "all judged, one not met", wanted: ACCREDIT, judgements: lastRated(DEVELOPING), parts: [true, false] },
  { what: "one not judged", wanted: ACCREDIT, judgements: five, parts: [false, false] },
  { what: "one not met", wanted: FURTHER_EVIDENCE_NEEDED, judgements: lastRated(DEVELOPING), parts: [true, true] },
  { what: "one not judged", wanted: NOT_ACCREDITED, judgements: five, parts: [false, true] },
])("R37, R39 DECISION $wanted with $what → E13, E14 are $parts", ({ wanted, judgements, parts }) => {
  const found = decision(wanted, AREAS, judgements, true);
  expect(found.parts.map(({ rule, met }) => [rule, met])).toEqual([
    ["E13", parts[0]],
    ["E14", parts[1]],
  ]);
  expect(found).toMatchObject({ rule: "DECISION", met: parts.every((met) => met) });
});
