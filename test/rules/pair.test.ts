import { CommissionStage } from "../../src/commission/commission-stage";
import { accreditedOn, inAPair, PairReview, pairMayEnd, pairMayForm } from "../../src/pair/pair.rules";

const DAY = "2017-02-06";
const accreditation = (from: string, ends: { lapsesOn?: string; withdrawnOn?: string } = {}) => ({
  accreditedOn: from,
  lapsesOn: "2999-01-01",
  withdrawnOn: null,
  ...ends,
});
const person = (name: string, traineeId: string | null, ...accreditations: ReturnType<typeof accreditation>[]) => ({
  personId: `per_${name}`,
  name,
  traineeId,
  accreditations,
});

const asha = person("Asha", "trn_a");
const tom = person("Tom", "trn_t");
const dilys = person("Dilys", "trn_d");
const greg = person("Greg", null, accreditation("2015-06-01"));
const mo = person("Mo", null, accreditation("2014-06-01"));
const fay = person("Fay", null, accreditation("2012-06-01", { lapsesOn: "2016-06-01" }));
const nobody = person("Nell", null);

test.each([
  { who: "two trainees", members: [asha, tom], actual: 2, met: true },
  { who: "a trainee and somebody accredited", members: [asha, greg], actual: 2, met: true },
  { who: "somebody accredited and a trainee", members: [greg, asha], actual: 2, met: true },
  { who: "two accredited people", members: [greg, mo], actual: 2, met: false },
  { who: "a trainee and somebody whose accreditation lapsed", members: [asha, fay], actual: 1, met: false },
  { who: "a trainee and somebody who is neither", members: [asha, nobody], actual: 1, met: false },
  { who: "two people who are neither", members: [fay, nobody], actual: 0, met: false },
  { who: "the same person twice", members: [asha, asha], actual: 1, met: false },
  { who: "one person", members: [asha], actual: 1, met: false },
  { who: "three people", members: [asha, tom, dilys], actual: 3, met: false },
  { who: "two people, one of them twice", members: [asha, tom, asha], actual: 3, met: false },
  { who: "nobody", members: [], actual: 0, met: false },
])("R22 E6 $who: $actual of 2, met: $met", ({ members, actual, met }) => {
  expect(pairMayForm(members, DAY)).toMatchObject({ rule: "E6", needed: 2, actual, met });
});

test.each([
  { who: "two accredited people", members: [greg, mo], actual: 2, met: true },
  { who: "a trainee and somebody accredited", members: [asha, greg], actual: 2, met: true },
  { who: "somebody accredited and somebody lapsed", members: [greg, fay], actual: 1, met: false },
  { who: "two people who are neither", members: [fay, nobody], actual: 0, met: false },
  { who: "the same person twice", members: [greg, greg], actual: 1, met: false },
])("R42 E6 for a later review $who: $actual of 2, met: $met", ({ members, actual, met }) => {
  expect(pairMayForm(members, DAY, false)).toMatchObject({ rule: "E6", needed: 2, actual, met });
});

test.each([
  { who: "an unfit partner", members: [asha, fay], next: "Fay is neither a trainee nor accredited on 6 February 2017" },
  { who: "two unfit people", members: [fay, nobody], next: "Fay and Nell are neither" },
  { who: "no trainee", members: [greg, mo], next: "At least one of the two must be a trainee." },
  { who: "three", members: [asha, tom, dilys], next: "Name exactly two different people." },
])("R22 E6 $who: the refusal says what to do", ({ members, next }) => {
  expect(pairMayForm(members, DAY).next).toContain(next);
});

test("R22 E6 the answer says what each of the two is", () => {
  expect(pairMayForm([asha, greg], DAY).because).toEqual([
    { id: "per_Asha", text: "Asha is a trainee." },
    { id: "per_Greg", text: "Greg is accredited on 6 February 2017." },
  ]);
});

test.each([
  { held: "given the day before", from: "2017-02-05", ends: {}, answer: true },
  { held: "given that day", from: "2017-02-06", ends: {}, answer: true },
  { held: "given the day after", from: "2017-02-07", ends: {}, answer: false },
  { held: "lapsed the day after", from: "2016-01-01", ends: { lapsesOn: "2017-02-07" }, answer: true },
  { held: "lapsed that day", from: "2016-01-01", ends: { lapsesOn: "2017-02-06" }, answer: false },
  { held: "lapsed the day before", from: "2016-01-01", ends: { lapsesOn: "2017-02-05" }, answer: false },
  { held: "withdrawn the day after", from: "2016-01-01", ends: { withdrawnOn: "2017-02-07" }, answer: true },
  { held: "withdrawn that day", from: "2016-01-01", ends: { withdrawnOn: "2017-02-06" }, answer: false },
])("R22 E6 an accreditation $held holds on the day: $answer", ({ from, ends, answer }) => {
  expect(accreditedOn(person("Greg", null, accreditation(from, ends)), DAY)).toBe(answer);
});

test("R22 E6 somebody accredited anew after a lapse is accredited", () => {
  const anew = person(
    "Fay",
    null,
    accreditation("2012-06-01", { lapsesOn: "2016-06-01" }),
    accreditation("2016-09-01"),
  );
  expect(pairMayForm([asha, anew], DAY).met).toBe(true);
});

test("R22 E6 a trainee without a pair is told how to come by one", () => {
  expect(inAPair([], DAY)).toMatchObject({
    needed: 2,
    actual: 0,
    met: false,
    next: "Find a partner: ask the programme lead to form your pair.",
  });
});

test.each([
  { members: [asha, greg], met: true },
  { members: [asha, fay], met: false },
])("R22 E6 a trainee's own pair is judged as any pair → $met", ({ members, met }) => {
  expect(inAPair(members, DAY)).toEqual(pairMayForm(members, DAY));
  expect(inAPair(members, DAY).met).toBe(met);
});

const review = (stage: CommissionStage, ...toBeJudged: string[]): PairReview => ({
  id: `com_${stage}`,
  reference: "LT-2017-004",
  stage,
  toBeJudged,
  recourse: [],
});
const OVER: readonly CommissionStage[] = [CommissionStage.CLOSED, CommissionStage.DECLINED, CommissionStage.ABANDONED];

test.each(Object.values(CommissionStage))("a pair whose review stands at %s ends, or does not", (stage) => {
  const { met, next } = pairMayEnd([review(CommissionStage.DECLINED), review(stage)]);
  expect(met).toBe(OVER.includes(stage));
  if (!met)
    expect(next).toMatch(/^LT-2017-004 stands at [a-z ]+: the pair ends once it is closed, declined or abandoned\.$/);
});

test.each([
  { reviews: [], met: true },
  { reviews: [review(CommissionStage.CLOSED)], met: true },
  { reviews: [review(CommissionStage.DECLINED, "Asha")], met: true },
  { reviews: [review(CommissionStage.CLOSED, "Asha")], met: false },
  { reviews: [review(CommissionStage.CLOSED, "Asha"), review(CommissionStage.ANALYSIS, "Asha")], met: false },
])("whoever is judged on a review keeps the pair it was done in: $reviews, met: $met", ({ reviews, met }) => {
  expect(pairMayEnd(reviews)).toMatchObject({ rule: "PAIR_END", met });
});

test("what keeps a pair together is told, all of it", () => {
  const reviews = [review(CommissionStage.CLOSED, "Asha", "Tom"), review(CommissionStage.BOARD_RESPONSE)];
  expect(pairMayEnd(reviews).next).toBe(
    "Asha and Tom must be judged on LT-2017-004 first: it counts for them as one of this pair. LT-2017-004 stands at board response: the pair ends once it is closed, declined or abandoned.",
  );
});

test("R39: nor does a pair end while what was decided on one of them may be appealed against, unless the review came to nothing", () => {
  const recourse = [{ id: "asm_1", text: "Asha may appeal until 30 March 2017", next: "they stay." }];
  const { met, next } = pairMayEnd([{ ...review(CommissionStage.CLOSED, "Tom"), recourse }]);
  expect(met).toBe(false);
  expect(next).toMatch(
    /^Tom must be judged on LT-2017-004 first: .*\. Asha may appeal until 30 March 2017: they stay\.$/,
  );
  expect(pairMayEnd([{ ...review(CommissionStage.ABANDONED), recourse }]).met).toBe(true);
});
