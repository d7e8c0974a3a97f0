import { mayStart, trainingComplete } from "../../src/course/course.rules";

const day = (said: string) => {
  const [number, date] = said.split(" ");
  return { id: `day_${said}`, number: Number(number), date: `2017-${date}` };
};

test.each([
  { days: ["1 01-23", "2 01-24", "3 02-02", "4 02-03"], actual: 4, met: true },
  { days: ["1 01-23", "2 01-24", "3 02-02"], actual: 3, met: false },
  { days: ["1 01-23", "1 01-23", "2 01-24", "3 02-02"], actual: 3, met: false }, // the same day twice is one day
  { days: ["1 01-23", "2 01-24", "1 09-11", "3 09-13"], actual: 3, met: false }, // also on two cohorts
  { days: ["1 01-23", "2 01-24", "3 09-13", "4 09-14"], actual: 4, met: true }, // two of one cohort, two of the next
  { days: ["1 01-23", "2 01-24", "3 01-24", "4 02-03"], actual: 4, met: true }, // whatever the dates
  { days: ["1 01-23", "2 01-24", "3 02-02", "4 02-03", "5 02-09"], actual: 5, met: true },
  { days: [], actual: 0, met: false },
])("R2, R12: E4 of course days $days is $actual of 4, met: $met", ({ days, actual, met }) => {
  expect(trainingComplete(4, days.map(day))).toMatchObject({ rule: "E4", needed: 4, actual, met });
});

test("R12: E4 asks for as many course days as the Standard says", () => {
  const days = ["1 01-23", "2 01-24", "3 02-02", "4 02-03"].map(day);
  expect(trainingComplete(5, days)).toMatchObject({ needed: 5, met: false });
});

test("R12: E4 rests on each day attended, in the order of the calendar, and on the first of two that are the same", () => {
  expect(trainingComplete(4, ["3 02-02", "1 09-11", "1 01-23"].map(day)).because).toEqual([
    { id: "day_1 01-23", text: "Attended the course day of 23 January 2017." },
    { id: "day_3 02-02", text: "Attended the course day of 2 February 2017." },
  ]);
});

test.each([
  { days: ["1 01-23", "2 01-24", "3 02-02"], next: "Attend 1 more course day:" },
  { days: ["1 01-23"], next: "Attend 3 more course days:" },
])("R12: E4 after $days has for its next step: $next", ({ days, next }) => {
  expect(trainingComplete(4, days.map(day)).next).toContain(next);
});

const complete = trainingComplete(1, [day("1 01-23")]);
const incomplete = trainingComplete(1, []);
const asha = { id: "trn_a", name: "Asha", told: true };
const tom = { id: "trn_t", name: "Tom", told: false };

test.each([
  { who: "its only trainee has", trainees: [{ ...asha, training: complete }], actual: 1 },
  {
    ...{ who: "both trainees have", actual: 2 },
    trainees: [
      { ...asha, training: complete },
      { ...tom, training: complete },
    ],
  },
])("R12 E5 a practice review starts when $who completed the course", ({ trainees, actual }) => {
  const met = { rule: "E5", needed: trainees.length, actual, met: true, next: null };
  expect(mayStart(trainees)).toMatchObject(met);
});

test.each([
  { own: complete, partner: incomplete, actual: 1, because: [{ id: "trn_a", text: "Asha has completed the course." }] },
  { own: incomplete, partner: incomplete, actual: 0, because: [] },
  { own: incomplete, partner: complete, actual: 0, because: [] }, // as if the partner had not
])("R12 E5 a refusal counts and names only whom the asker may know of: $actual", (given) => {
  const { own, partner, actual, because } = given;
  expect(
    mayStart([
      { ...asha, training: own },
      { ...tom, training: partner },
    ]),
  ).toMatchObject({
    ...{ rule: "E5", needed: 2, actual, met: false, because },
    next: "The review can start once each trainee of the pair has completed the course.",
  });
});
