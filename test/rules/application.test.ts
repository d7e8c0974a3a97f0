import { complete, inTime, mayWithdraw, Written } from "../../src/application/application.rules";
import { ApplicationState } from "../../src/application/application-state";
import { LearningEffect, LearningIssue } from "../../src/application/learning";
import { QUESTIONS } from "../../src/application/questions";
import { ReviewKind } from "../../src/commission/review-kind";

const PLAIN = { reviewKind: null, issue: null, effect: null };
const EXAMPLE = {
  ...{ question: 6, text: "A handover.", reviewKind: ReviewKind.LEARNING_REVIEW },
  ...{ issue: LearningIssue.CULTURAL, effect: LearningEffect.HELPS },
};
const WHOLE: Written = {
  ...{ cvReference: "cv.pdf", cvStored: false, statement: "I have led reviews.", commitsTime: true },
  answers: [...[1, 2, 3, 4, 5].map((question) => ({ question, text: `Answer ${question}.`, ...PLAIN })), EXAMPLE],
};
const without = (question: number): Written => ({
  ...WHOLE,
  answers: WHOLE.answers.filter((answer) => answer.question !== question),
});
const withExample = (part: object): Written => ({
  ...WHOLE,
  answers: [...without(6).answers, { ...EXAMPLE, ...part }],
});

test("an application with all it needs is complete", () => {
  expect(complete(WHOLE)).toMatchObject({ rule: "E1", met: true, needed: 12, actual: 12, because: [], next: null });
});

test.each<[string, Written, string]>([
  ["R53: the CV", { ...WHOLE, cvReference: null }, "your CV, or where it is"],
  ["R53: a CV that says something", { ...WHOLE, cvReference: "  " }, "your CV, or where it is"],
  ["R53: the supporting statement", { ...WHOLE, statement: null }, "the supporting statement"],
  ["R28: the time that is not paid", { ...WHOLE, commitsTime: false }, "that you commit the unpaid time"],
  ["R57: how it fits with work plans", without(1), "the answer to question 1"],
  ["R58: what they would enjoy", without(2), "the answer to question 2"],
  ["R59: what they would bring", without(3), "the answer to question 3"],
  ["R60: what they expect to find hardest", without(4), "the answer to question 4"],
  ["R61: why they would make a good reviewer", without(5), "the answer to question 5"],
  ["R62: the kind of review", withExample({ reviewKind: null }), "the kind of review, in question 6"],
  [
    "R62: what the issue was",
    withExample({ issue: null }),
    "whether the issue was cultural or organisational, in question 6",
  ],
  ["R62: what it does", withExample({ effect: null }), "whether it helps or hinders, in question 6"],
  ["R62: the example itself", withExample({ text: " " }), "the answer to question 6"],
])("without %s it is not, and says so", (_, written, missing) => {
  expect(complete(written)).toMatchObject({
    ...{ rule: "E1", met: false, needed: 12, actual: 11, next: `Add ${missing}.` },
    because: [{ text: `There is not yet: ${missing}.` }],
  });
});

test("R53: a CV that has come as a file counts without a reference", () => {
  expect(complete({ ...WHOLE, cvReference: null, cvStored: true })).toMatchObject({ met: true, actual: 12 });
});

test("all that is missing is named at once", () => {
  const { actual, because, next } = complete({
    ...{ cvReference: null, cvStored: false, statement: null, commitsTime: false, answers: [] },
  });
  expect([actual, because.length]).toEqual([0, 12]);
  expect(next).toMatch(
    /^Add your CV, or where it is; the supporting statement; .*; whether it helps or hinders, in question 6\.$/,
  );
});

test("R57, R58, R59, R60, R61, R62: there are six questions, and the sixth alone asks for a review", () => {
  expect(QUESTIONS.map(({ number, asksForReview }) => [number, asksForReview])).toEqual([
    ...[1, 2, 3, 4, 5].map((number) => [number, false]),
    [6, true],
  ]);
  expect(new Set(QUESTIONS.map(({ text }) => text)).size).toBe(6);
});

const WINDOW = { opensOn: "2016-07-01", applyBy: "2016-09-30" };
test.each([
  { today: "2016-06-30", met: false, next: "Wait until 2016-07-01: applications are not taken yet." },
  { today: "2016-07-01", met: true, next: null },
  { today: "2016-09-30", met: true, next: null },
  { today: "2016-10-01", met: false, next: "Choose a later cohort: this one takes no more applications." },
])("R3, R54: on $today applications are taken: $met", ({ today, met, next }) => {
  expect(inTime(WINDOW, today)).toMatchObject({ rule: "E2", met, needed: 1, actual: met ? 1 : 0, next });
});

test.each(Object.values(ApplicationState))("whether an application that is %s may be withdrawn", (state) => {
  expect(mayWithdraw(state)).toBe(["DRAFT", "SUBMITTED", "WAITING", "OFFERED", "CONFIRMED"].includes(state));
});
