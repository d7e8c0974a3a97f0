import { inWords } from "../../src/rules/day";
import { all, outcome, RULES, RuleId } from "../../src/rules/outcome";

const SEED = [
  "Places on the programme are limited and we have a selection criteria.",
  "Please register your interest by sending a CV and supporting statement by 30 September 2016, to",
  "Four day course - 23 and 24 January and 2 and 3 February 2017 - plus supervised practice review",
  "Once you have successfully completed the face-to-face training, you must conduct an actual review – with support including quality assurance from SCIE.",
  "There is then an assessment process toward accreditation as a",
  "For the associated practice review, trainees will arrange to be commissioned by a safeguarding board (adults or children’s) to conduct a case review.",
  "Trainees are responsible for negotiating their day rate with the commissioning Board for this practice review.",
  "They will work in pairs - either with another trainee or someone already accredited in Learning Together.",
  "Throughout the practice review, trainees will be supported by a rolling programme of group supervision sessions.",
  "They will need to participate in a minimum of four of these supervision sessions.",
  "Trainees will also receive individual supervision which will be charged to the commissioner as part of the commission.",
  "As the practice review takes place outside the training sessions, evidence will come from three key sources:",
  "Input from others involved in the review process",
  "The assessment will look at six main areas of competency.",
  "The aim of the assessment is therefore to be both summative – to give an overall judgment about your performance, and formative – to help you identify strengths and areas that you need to work on.",
  "Once a reviewer has become an accredited Learning Together reviewer and member of the Learning Together network, they are expected to work with fidelity to the model in any future Learning Together commissions.",
  "Accredited reviewers are also required to attend a minimum of three network meetings per year.",
  "Accreditation status will be reviewed annually in line with these requirements.",
];

/** What the programme's document does not state. */
const UNSTATED: readonly RuleId[] = [
  RuleId.ASKING,
  RuleId.ASSESSOR,
  RuleId.REVIEW_KIND,
  RuleId.PAIR_END,
  RuleId.SUCCESSION,
  RuleId.PLACE_END,
  RuleId.STAGE_ORDER,
  RuleId.UNDER_WAY,
  RuleId.PAUSE,
  RuleId.OPEN_REQUEST,
  RuleId.OPEN_CONCERN,
  RuleId.CORRECTION,
  RuleId.ERASURE,
  RuleId.ROUND,
  RuleId.APPEAL,
];

const stated = Object.values(RuleId).filter((rule) => !UNSTATED.includes(rule));

test.each(stated)("%s is worded as the programme's document words it", (rule) => {
  expect(SEED.filter((sentence) => sentence.includes(RULES[rule].phrase))).not.toEqual([]);
});

test.each(UNSTATED)("%s, which the document does not state, does not borrow its words", (rule) => {
  expect(SEED.filter((sentence) => sentence.includes(RULES[rule].phrase))).toEqual([]);
});

test("every rule has a title of its own", () => {
  const titles = Object.values(RuleId).map((rule) => RULES[rule].title);
  expect(new Set(titles).size).toBe(titles.length);
});

test.each([
  { actual: 3, met: false, next: "One more." },
  { actual: 4, met: true, next: null },
  { actual: 5, met: true, next: null },
])("a rule that needs 4 and has $actual is met: $met, and names a next step only when it is not", (expected) => {
  const found = outcome(RuleId.E9, { needed: 4, actual: expected.actual, next: "One more." });
  expect(found).toEqual({ rule: "E9", ...RULES.E9, needed: 4, because: [], parts: [], ...expected });
});

test("a rule may say itself whether it is met", () => {
  expect(outcome(RuleId.E6, { needed: 2, actual: 3, met: false, next: "Two." })).toMatchObject({
    met: false,
    next: "Two.",
  });
});

const yes = outcome(RuleId.E4, { needed: 4, actual: 4, next: "Attend." });
const no = outcome(RuleId.E9, { needed: 4, actual: 3, next: "One more." });
const neither = outcome(RuleId.E12, { needed: 3, actual: 1, next: "Submit." });

test.each([
  { parts: [yes, yes], met: true, actual: 2, next: null },
  { parts: [yes, no], met: false, actual: 1, next: "One more." },
  { parts: [neither, no], met: false, actual: 0, next: "Submit." },
])("a tree with $actual of its parts met is met: $met, and its next step is the first unmet part's", (expected) => {
  const { parts } = expected;
  expect(all(RuleId.READINESS, parts)).toEqual({
    rule: "READINESS",
    ...RULES.READINESS,
    needed: parts.length,
    because: [],
    ...expected,
  });
});

test.each([
  ["2017-01-23", "23 January 2017"],
  ["2016-02-29", "29 February 2016"],
  ["2017-12-01", "1 December 2017"],
])("the day %s reads %s", (day, words) => {
  expect(inWords(day)).toBe(words);
});
