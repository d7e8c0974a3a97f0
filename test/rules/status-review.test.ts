import { accredited, standing } from "../../src/accreditation/accreditation.rules";
import { AccreditationStanding } from "../../src/accreditation/accreditation-standing";
import {
  conditional,
  conditionsMet,
  Days,
  lapsed,
  lastDayForConditions,
  renewed,
  restored,
} from "../../src/accreditation/days.rules";
import { RuleId } from "../../src/rules/outcome";
import { StatusReviewFacts, statusReview } from "../../src/status-review/status-review.rules";
import { asSupposed, contradictionsIn, Supposed } from "../../src/status-review/supposed.rules";

const { ACTIVE, CONDITIONAL, REVIEW_DUE, LAPSED, WITHDRAWN } = AccreditationStanding;

const DAYS: Days = {
  ...accredited("2020-02-29"),
  ...{ conditionsUntil: null, withdrawnOn: null, restoredOn: null },
};
const facts = (more: Partial<StatusReviewFacts> = {}): StatusReviewFacts => ({
  ...DAYS,
  networkMeetings: 3,
  meetings: ["2020-05-01", "2020-09-01", "2021-02-27"].map((date, index) => ({ id: `nwm_${index}`, date })),
  openConcerns: [],
  ...more,
});
const partsOf = (of: StatusReviewFacts, today: string) =>
  Object.fromEntries(
    statusReview(of, today).parts.map(({ rule, met, needed, actual }) => [rule, { met, needed, actual }]),
  );

test("R42, R45, R46: an accreditation may be renewed once its review is due, three meetings are attended and no concern is open", () => {
  const answer = statusReview(facts(), "2021-02-28");
  expect(answer).toMatchObject({ rule: RuleId.STATUS_REVIEW, met: true, needed: 3, actual: 3, next: null });
  expect(answer.parts.map(({ rule, met }) => [rule, met])).toEqual([
    [RuleId.E16, true],
    [RuleId.E17, true],
    [RuleId.E18, true],
  ]);
});

test.each([
  { what: "three", dates: ["2020-05-01", "2020-09-01", "2021-02-27"], actual: 3 },
  { what: "two", dates: ["2020-05-01", "2020-09-01"], actual: 2 },
  { what: "three of which two are on one day", dates: ["2020-05-01", "2020-05-01", "2020-09-01"], actual: 2 },
  { what: "none", dates: [], actual: 0 },
])("R45: $what meetings count as $actual of 3", ({ dates, actual }) => {
  const meetings = dates.map((date, index) => ({ id: `nwm_${index}`, date }));
  expect(partsOf(facts({ meetings }), "2021-03-01").E16).toEqual({ met: actual >= 3, needed: 3, actual });
});

test("R45: it names each meeting and what is missing: during the year what to attend, after it that conditions are needed", () => {
  const few = facts({ meetings: [{ id: "nwm_1", date: "2020-05-01" }] });
  const [during] = statusReview(few, "2021-01-01").parts;
  expect(during?.because).toEqual([{ id: "nwm_1", text: "A network meeting on 1 May 2020 was attended." }]);
  expect(during?.next).toBe("Attend 2 more network meetings, by 27 February 2021.");
  const [past] = statusReview(few, "2021-02-28").parts;
  expect(past?.next).toBe(
    "The year that ended on 27 February 2021 is 2 network meetings short: it can go on with conditions only.",
  );
});

test("R42: an open concern about fidelity bars renewal, and is named", () => {
  const of = facts({ openConcerns: [{ id: "fid_1", raisedOn: "2020-06-01" }] });
  const answer = statusReview(of, "2021-03-01");
  expect(answer.met).toBe(false);
  expect(answer.next).toBe("Have 1 open fidelity concern answered and closed first.");
  expect(answer.parts[1]?.because).toEqual([{ id: "fid_1", text: "A fidelity concern of 1 June 2020 is open." }]);
});

test.each([
  {
    what: "the day before it is due",
    today: "2021-02-27",
    met: false,
    next: "Its review is decided from 28 February 2021 on.",
  },
  { what: "on the day it is due", today: "2021-02-28", met: true, next: null },
  { what: "on the last day of grace", today: "2021-05-27", met: true, next: null },
  {
    ...{ what: "on the day it lapsed", today: "2021-05-28", met: false },
    next: "It lapsed on 28 May 2021: only a programme lead can restore it.",
  },
])("R46: a review is due or not $what", ({ today, met, next }) => {
  expect(statusReview(facts(), today).parts[2]).toMatchObject({ rule: RuleId.E18, met, next });
});

test("R46: what was withdrawn is not reviewed", () => {
  const of = facts({ withdrawnOn: "2021-03-01" });
  expect(statusReview(of, "2021-03-02").parts[2]).toMatchObject({
    met: false,
    next: "It was withdrawn on 1 March 2021: only a programme lead can restore it.",
  });
});

test("R46: a renewal, however late, begins the next year on the old day, so that 29 February comes back", () => {
  let days = DAYS;
  const dues = ["2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29", "2025-02-28"];
  for (const due of dues) {
    expect(days.reviewDueOn).toBe(due);
    // On the last day of grace.
    days = { ...days, ...renewed(days, `${due.slice(0, 4)}-05-27`) };
    expect(days.yearFrom).toBe(due);
  }
  expect(days).toMatchObject({ reviewDueOn: "2026-02-28", lapsesOn: "2026-05-28" });
});

test("R46: where years were missed the next review is due at once, and there are three months to decide it", () => {
  const old = { ...DAYS, lapsesOn: "2024-06-01" };
  expect(renewed(old, "2024-03-01")).toEqual({
    ...{ yearFrom: "2021-02-28", reviewDueOn: "2022-02-28", lapsesOn: "2024-06-01", conditionsUntil: null },
  });
});

test("R46: conditions hold until a day, then it lapses by itself; once they are met it holds as without them", () => {
  const days = { ...DAYS, ...conditional(DAYS, "2021-03-10", "2021-06-30") };
  expect(days).toMatchObject({ yearFrom: "2021-02-28", reviewDueOn: "2022-02-28", lapsesOn: "2021-07-01" });
  expect([standing(days, "2021-06-30"), standing(days, "2021-07-01")]).toEqual([CONDITIONAL, LAPSED]);
  const met = { ...days, ...conditionsMet(days) };
  expect(met).toMatchObject({ conditionsUntil: null, lapsesOn: "2022-05-28" });
  expect([standing(met, "2021-07-01"), standing(met, "2022-03-01")]).toEqual([ACTIVE, REVIEW_DUE]);
  expect(lastDayForConditions(DAYS, "2021-03-10")).toBe("2022-02-27");
});

test("R46: lapsed by a decision it holds no more from that day; restored, a new year begins, whatever it was before", () => {
  const gone = { ...DAYS, ...lapsed("2021-03-10") };
  expect([standing(gone, "2021-03-09"), standing(gone, "2021-03-10")]).toEqual([REVIEW_DUE, LAPSED]);
  const withdrawn = { ...gone, withdrawnOn: "2021-03-11" };
  expect(standing(withdrawn, "2021-03-11")).toBe(WITHDRAWN);
  const back = { ...withdrawn, ...restored("2021-03-31") };
  expect(back).toMatchObject({
    ...{ withdrawnOn: null, restoredOn: "2021-03-31", yearFrom: "2021-03-31" },
    ...{ reviewDueOn: "2022-03-31", lapsesOn: "2022-06-30" },
  });
  expect(standing(back, "2021-03-31")).toBe(ACTIVE);
  expect(renewed(back, "2022-04-01")).toMatchObject({ yearFrom: "2022-03-31", reviewDueOn: "2023-03-31" });
});

const OPEN = facts({
  meetings: [{ id: "nwm_1", date: "2020-05-01" }],
  openConcerns: [{ id: "fid_1", raisedOn: "2020-06-01" }],
});

test("R45, R46: supposed facts are answered like real ones", () => {
  const supposed = { attendedOn: ["2020-09-01", "2021-02-27"], closedConcernIds: ["fid_1"], on: "2021-02-28" };
  expect(contradictionsIn(OPEN, supposed)).toEqual([]);
  expect(statusReview(OPEN, "2021-02-28").met).toBe(false);
  const answer = statusReview(asSupposed(OPEN, supposed), "2021-02-28");
  expect(answer.met).toBe(true);
  expect(answer.parts[0]?.because.map(({ text }) => text)).toEqual([
    "A network meeting on 1 May 2020 was attended.",
    "Supposed: a network meeting on 1 September 2020 was attended.",
    "Supposed: a network meeting on 27 February 2021 was attended.",
  ]);
  expect(partsOf(asSupposed(OPEN, { notAttendedOn: ["2020-05-01"] }), "2021-02-28").E16).toMatchObject({ actual: 0 });
});

test.each([
  { on: "2020-02-29", counted: [] },
  { on: "2020-08-31", counted: ["2020-05-01"] },
  { on: "2020-09-01", counted: ["2020-05-01", "2020-09-01"] },
  { on: "2021-03-01", counted: ["2020-05-01", "2020-09-01", "2021-02-27"] },
])("R45, R46: asked for $on, what was attended after that day does not count yet", ({ on, counted }) => {
  expect(contradictionsIn(facts(), { on })).toEqual([]);
  expect(asSupposed(facts(), { on }).meetings.map(({ date }) => date)).toEqual(counted);
});

test("R46: a later year is not asked for on a day of the one before, though it was accredited by then", () => {
  const second = facts({ ...renewed(DAYS, "2021-02-28"), meetings: [] });
  expect(contradictionsIn(second, { on: "2021-02-27" })).toEqual(["27 February 2021 is before the year under review."]);
  expect(contradictionsIn(second, { on: "2021-02-28" })).toEqual([]);
});

test.each<{ what: string; supposed: Supposed; says: string[] }>([
  {
    what: "days outside the year",
    supposed: { attendedOn: ["2020-02-28", "2021-02-28"] },
    says: ["28 February 2020 is outside the year under review.", "28 February 2021 is outside the year under review."],
  },
  {
    what: "one day twice",
    supposed: { attendedOn: ["2020-07-01", "2020-07-01"] },
    says: ["1 July 2020 is named twice."],
  },
  {
    what: "a day attended already",
    supposed: { attendedOn: ["2020-05-01"] },
    says: ["A network meeting on 1 May 2020 was attended already."],
  },
  {
    what: "a day attended and not",
    supposed: { attendedOn: ["2020-05-01"], notAttendedOn: ["2020-05-01"] },
    says: [
      "1 May 2020 is taken as attended and as not attended.",
      "A network meeting on 1 May 2020 was attended already.",
    ],
  },
  {
    what: "nothing to take back",
    supposed: { notAttendedOn: ["2020-07-01"] },
    says: ["No network meeting on 1 July 2020 was attended: there is nothing to take back."],
  },
  {
    what: "a concern that is not open here",
    supposed: { closedConcernIds: ["fid_1", "fid_2"] },
    says: ["fid_2 is no open fidelity concern about their work."],
  },
  {
    what: "a concern twice",
    supposed: { closedConcernIds: ["fid_1", "fid_1"] },
    says: ["fid_1 is named twice."],
  },
  {
    what: "a day before the year under review",
    supposed: { on: "2020-02-28" },
    says: ["28 February 2020 is before the year under review."],
  },
  {
    what: "attendance after the day asked for",
    supposed: { on: "2020-06-30", attendedOn: ["2020-07-01"] },
    says: ["1 July 2020 is after the day that it is asked for."],
  },
])("R46: a supposition contradicts itself by $what", ({ supposed, says }) => {
  expect(contradictionsIn(OPEN, supposed)).toEqual(says);
});
