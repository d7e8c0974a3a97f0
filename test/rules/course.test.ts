import { mayStart, trainingComplete } from "../../src/course/course.rules";

const day = (date: string, index: number) => ({ id: `cat_${index}`, date: `2017-${date}` });

test.each([
  { days: ["01-23", "01-24", "02-02", "02-03"], actual: 4, met: true },
  { days: ["01-23", "01-24", "02-02"], actual: 3, met: false },
  { days: ["01-23", "01-23", "01-24", "02-02"], actual: 3, met: false }, // the same day twice is one day
  { days: ["01-23", "01-24", "02-02", "02-03", "02-09"], actual: 5, met: true },
  { days: [], actual: 0, met: false },
])("R2 R12 E4 course days $days → $actual of 4, met: $met", ({ days, actual, met }) => {
  expect(trainingComplete(4, days.map(day))).toMatchObject({ rule: "E4", needed: 4, actual, met });
});

test("R12 E4 the number of course days is the Standard's", () => {
  expect(trainingComplete(5, ["01-23", "01-24", "02-02", "02-03"].map(day))).toMatchObject({ needed: 5, met: false });
});

test("R12 E4 the answer rests on each day attended, in the order of the calendar", () => {
  expect(trainingComplete(4, ["02-02", "01-23"].map(day)).because).toEqual([
    { id: "cat_1", text: "Attended the course day of 23 January 2017." },
    { id: "cat_0", text: "Attended the course day of 2 February 2017." },
  ]);
});

test.each([
  { days: ["01-23", "01-24", "02-02"], next: "Attend 1 more course day:" },
  { days: ["01-23"], next: "Attend 3 more course days:" },
])("R12 E4 after $days the next step is: $next", ({ days, next }) => {
  expect(trainingComplete(4, days.map(day)).next).toContain(next);
});

const asha = { id: "trn_a", name: "Asha", training: trainingComplete(1, [day("01-23", 0)]) };
const tom = { id: "trn_t", name: "Tom", training: trainingComplete(1, []) };
const ines = { id: "trn_i", name: "Ines", training: trainingComplete(1, []) };

test.each([
  { who: "its only trainee has", trainees: [asha], actual: 1, met: true, next: null },
  { who: "both trainees have", trainees: [asha, asha], actual: 2, met: true, next: null },
  {
    who: "one of two has not",
    trainees: [asha, tom],
    actual: 1,
    met: false,
    next: "The review can start once Tom has completed the course.",
  },
  {
    who: "neither has",
    trainees: [tom, ines],
    actual: 0,
    met: false,
    next: "The review can start once Tom and Ines have completed the course.",
  },
])("R12 E5 a practice review starts when $who completed the course → $met", ({ trainees, actual, met, next }) => {
  expect(mayStart(trainees)).toMatchObject({ rule: "E5", needed: trainees.length, actual, met, next });
});

test("R12 E5 the answer names who has completed the course", () => {
  expect(mayStart([asha, tom]).because).toEqual([{ id: "trn_a", text: "Asha has completed the course." }]);
});
