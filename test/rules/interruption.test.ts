import { isLate } from "../../src/commission/commission.rules";
import { CommissionStage } from "../../src/commission/commission-stage";
import { isNotPaused, isUnderWay, targetAfterPause } from "../../src/commission/interruption.rules";
import { daysAfter } from "../../src/time";
import { dice } from "../support/dice";

const { NEGOTIATING, COMMISSIONED, DRAFT_REPORT, PUBLISHED, CLOSED, DECLINED, ABANDONED } = CommissionStage;
const OVER: readonly CommissionStage[] = [PUBLISHED, CLOSED, DECLINED, ABANDONED];

test.each(Object.values(CommissionStage))(
  "R19: a commission at %s can be given up, or paused, while it is under way",
  (stage) => {
    const under = !OVER.includes(stage);
    expect(isUnderWay(stage, NEGOTIATING)).toMatchObject({ rule: "UNDER_WAY", met: under, actual: under ? 1 : 0 });
    expect(isUnderWay(stage, COMMISSIONED).met).toBe(under && stage !== NEGOTIATING);
  },
);

test("what is not under way says why", () => {
  expect(isUnderWay(NEGOTIATING, COMMISSIONED).next).toMatch(/^The board has not commissioned it yet/);
  expect(isUnderWay(CLOSED, NEGOTIATING).next).toMatch(/^It is over/);
  expect(isUnderWay(DRAFT_REPORT, COMMISSIONED)).toMatchObject({
    next: null,
    because: [{ text: "The commission stands at draft report." }],
  });
});

test("a paused commission says since when", () => {
  expect(isNotPaused({ pausedOn: null })).toMatchObject({ rule: "PAUSE", met: true, because: [] });
  expect(isNotPaused({ pausedOn: "2017-07-01" })).toMatchObject({
    ...{ met: false, because: [{ text: "The commission is paused since 2017-07-01." }] },
    next: "The commission is paused: it goes on once it is resumed.",
  });
});

test.each([
  { targetOn: "2017-07-01", pausedOn: "2017-07-01", late: false },
  { targetOn: "2017-07-01", pausedOn: "2017-07-02", late: true },
  { targetOn: "2017-07-01", pausedOn: "2017-06-01", late: false },
  { targetOn: null, pausedOn: "2017-06-01", late: false },
])("due $targetOn and paused since $pausedOn it is late a year afterwards: $late", ({ targetOn, pausedOn, late }) => {
  expect(isLate({ stage: DRAFT_REPORT, targetOn, pausedOn }, "2018-07-01")).toBe(late);
});

test("whatever the days are, a pause leaves a commission as late as it was, to the day", () => {
  const roll = dice(20_171_124);
  const whole = (least: number, most: number) => least + Math.floor(roll() * (most - least + 1));
  for (let round = 0; round < 2_000; round += 1) {
    const pausedOn = daysAfter("2017-01-01", whole(0, 700));
    const targetOn = daysAfter(pausedOn, whole(-200, 200));
    const resumedOn = daysAfter(pausedOn, whole(0, 400));
    const to = targetAfterPause(targetOn, pausedOn, resumedOn) as string;
    const left = (day: string, until: string) => (Date.parse(until) - Date.parse(day)) / 86_400_000;
    expect(left(resumedOn, to)).toBe(left(pausedOn, targetOn));
    const stage = DRAFT_REPORT;
    const asLate = isLate({ stage, targetOn, pausedOn: null }, pausedOn);
    expect(isLate({ stage, targetOn, pausedOn }, resumedOn)).toBe(asLate);
    expect(isLate({ stage, targetOn: to, pausedOn: null }, resumedOn)).toBe(asLate);
  }
  expect(targetAfterPause(null, "2017-07-01", "2017-08-01")).toBeNull();
});
