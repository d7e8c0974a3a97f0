import { Payer } from "../../src/charge/payer";
import { chargedToTheBoard, groupSupervision } from "../../src/supervision/supervision.rules";

const day = (date: string, index: number) => ({ id: `sup_${index}`, date: `2017-${date}` });
const window = { from: "2017-03-01", until: "2017-10-31" };
const four = ["03-14", "04-25", "06-06", "07-18"];

test.each([
  { days: four, actual: 4, met: true },
  { days: ["03-14", "04-25", "06-06"], actual: 3, met: false },
  { days: ["03-14", "03-14", "04-25", "06-06"], actual: 3, met: false }, // the same day twice is one day
  { days: [...four, "09-12"], actual: 5, met: true },
  { days: [], actual: 0, met: false },
])("R24 R25 E9 group days $days → $actual of 4, met: $met", ({ days, actual, met }) => {
  expect(groupSupervision(4, days.map(day), window)).toMatchObject({ rule: "E9", needed: 4, actual, met });
});

test.each([
  { when: "on the day of the commission", date: "03-01", counts: true },
  { when: "the day before the commission", date: "02-28", counts: false },
  { when: "on the day of the assessment", date: "10-31", counts: true },
  { when: "the day after the assessment", date: "11-01", counts: false },
])("R23 E9 a group day $when counts: $counts", ({ date, counts }) => {
  expect(groupSupervision(4, [day(date, 0)], window).actual).toBe(counts ? 1 : 0);
});

test("R23 E9 before there is a commission no group day counts, and the next step says so", () => {
  expect(groupSupervision(4, four.map(day), { ...window, from: null })).toMatchObject({
    actual: 0,
    met: false,
    next: "Have your review commissioned, then attend 4 days of group supervision: only days from then on count.",
  });
});

test("R24 E9 how many group days are needed is the Standard's", () => {
  expect(groupSupervision(5, four.map(day), window)).toMatchObject({ needed: 5, actual: 4, met: false });
});

test.each([
  { days: four.slice(1), next: "Attend 1 more day of group supervision." },
  { days: four.slice(2), next: "Attend 2 more days of group supervision." },
])("R24 E9 after $days the next step is: $next", ({ days, next }) => {
  expect(groupSupervision(4, days.map(day), window).next).toBe(next);
});

test("R24 E9 the answer rests on each day that counts, in the order of the calendar", () => {
  expect(groupSupervision(4, ["04-25", "03-14", "02-01"].map(day), window).because).toEqual([
    { id: "sup_1", text: "Group supervision on 14 March 2017." },
    { id: "sup_0", text: "Group supervision on 25 April 2017." },
  ]);
});

test.each([
  { payer: Payer.BOARD, met: true, next: null },
  { payer: Payer.TRAINEE, met: false, next: "Charge individual supervision to the commissioning board." },
])("R27 E10 individual supervision charged to the $payer → $met", ({ payer, met, next }) => {
  expect(chargedToTheBoard(payer)).toMatchObject({ rule: "E10", needed: 1, actual: met ? 1 : 0, met, next });
});
