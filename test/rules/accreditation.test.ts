import {
  accredited,
  anniversaryAfter,
  holdsOn,
  lapsedBy,
  standing,
  yearFrom,
} from "../../src/accreditation/accreditation.rules";

test.each([
  ["2017-11-08", "2017-11-08", "2018-11-08"],
  ["2016-02-29", "2016-02-29", "2017-02-28"], // a leap day has no anniversary in most years
  ["2016-02-29", "2019-02-28", "2020-02-29"], // and one again in the next leap year
  ["2015-02-28", "2015-02-28", "2016-02-28"],
  ["2017-12-31", "2017-12-31", "2018-12-31"],
  ["2017-11-08", "2021-11-08", "2022-11-08"],
  ["2017-11-08", "2021-11-07", "2021-11-08"],
  ["2017-11-08", "2021-11-09", "2022-11-08"],
])("R46 E18 the anniversary of %s after %s is %s", (of, after, next) => {
  expect(anniversaryAfter(of, after)).toBe(next);
});

test.each([
  { day: "2017-11-08", reviewDueOn: "2018-11-08", lapsesOn: "2019-02-08" },
  { day: "2017-11-30", reviewDueOn: "2018-11-30", lapsesOn: "2019-02-28" },
  { day: "2018-11-30", reviewDueOn: "2019-11-30", lapsesOn: "2020-02-29" },
])("R46 E18 a year from $day is reviewed on $reviewDueOn, and lapses undecided on $lapsesOn", ({ day, ...rest }) => {
  expect(yearFrom(day, day)).toEqual({ yearFrom: day, ...rest });
});

test("R46 E15 accreditation begins on the day it is given and is reviewed a year later", () => {
  expect(accredited("2017-11-08")).toEqual({
    accreditedOn: "2017-11-08",
    ...{ yearFrom: "2017-11-08", reviewDueOn: "2018-11-08", lapsesOn: "2019-02-08" },
  });
});

const held = { reviewDueOn: "2018-11-08", lapsesOn: "2019-02-08", conditionsUntil: null, withdrawnOn: null };
const conditional = { ...held, lapsesOn: "2018-06-02", conditionsUntil: "2018-06-01" };

test.each([
  { what: "not at all", withdrawnOn: null, today: "2019-02-07", lapsedOn: null },
  { what: "that day", withdrawnOn: null, today: "2019-02-08", lapsedOn: "2019-02-08" },
  { what: "before it was withdrawn", withdrawnOn: "2019-03-01", today: "2020-01-01", lapsedOn: "2019-02-08" },
  { what: "on the day it was withdrawn", withdrawnOn: "2019-02-08", today: "2020-01-01", lapsedOn: "2019-02-08" },
  { what: "never: it was withdrawn before", withdrawnOn: "2019-02-07", today: "2020-01-01", lapsedOn: null },
])("R46 E18 an accreditation has lapsed $what", ({ withdrawnOn, today, lapsedOn }) => {
  expect(lapsedBy({ ...held, withdrawnOn }, today)).toBe(lapsedOn);
});

test.each([
  { what: "before its review is due", accreditation: held, today: "2018-11-07", answer: "ACTIVE" },
  { what: "on the day its review is due", accreditation: held, today: "2018-11-08", answer: "ACTIVE" },
  { what: "the day after", accreditation: held, today: "2018-11-09", answer: "REVIEW_DUE" },
  { what: "on the last day for that", accreditation: held, today: "2019-02-07", answer: "REVIEW_DUE" },
  { what: "nobody has reviewed for three months", accreditation: held, today: "2019-02-08", answer: "LAPSED" },
  { what: "on the last day of its conditions", accreditation: conditional, today: "2018-06-01", answer: "CONDITIONAL" },
  { what: "whose conditions are not met in time", accreditation: conditional, today: "2018-06-02", answer: "LAPSED" },
  { what: "lapsed later", accreditation: { ...held, lapsesOn: "2018-06-02" }, today: "2018-06-01", answer: "ACTIVE" },
  {
    what: "lapsed that day",
    accreditation: { ...held, lapsesOn: "2018-06-01" },
    today: "2018-06-01",
    answer: "LAPSED",
  },
  {
    what: "lapsed and overdue",
    accreditation: { ...held, lapsesOn: "2018-12-01" },
    today: "2019-01-01",
    answer: "LAPSED",
  },
  {
    what: "withdrawn later",
    accreditation: { ...held, withdrawnOn: "2018-06-02" },
    today: "2018-06-01",
    answer: "ACTIVE",
  },
  {
    what: "withdrawn that day",
    accreditation: { ...held, withdrawnOn: "2018-06-01" },
    today: "2018-06-01",
    answer: "WITHDRAWN",
  },
  {
    what: "lapsed, then withdrawn",
    accreditation: { ...held, lapsesOn: "2018-05-01", withdrawnOn: "2018-06-01" },
    today: "2018-06-01",
    answer: "WITHDRAWN",
  },
])("R46 E18 an accreditation $what stands at $answer", ({ accreditation, today, answer }) => {
  expect(standing(accreditation, today)).toBe(answer);
  const holds = answer !== "LAPSED" && answer !== "WITHDRAWN";
  expect(holdsOn({ accreditedOn: "2017-11-08", ...accreditation }, today)).toBe(holds);
});
