import { accredited, standing, yearAfter } from "../../src/accreditation/accreditation.rules";

test.each([
  ["2017-11-08", "2018-11-08"],
  ["2016-02-29", "2017-02-28"], // a leap day has no anniversary
  ["2015-02-28", "2016-02-28"],
  ["2019-02-28", "2020-02-28"],
  ["2017-12-31", "2018-12-31"],
  ["2017-03-31", "2018-03-31"],
])("R46 E15 a year after %s is %s", (day, later) => {
  expect(yearAfter(day)).toBe(later);
});

test("R46 E15 accreditation begins on the day it is given and is reviewed a year later", () => {
  expect(accredited("2017-11-08")).toEqual({ accreditedOn: "2017-11-08", reviewDueOn: "2018-11-08" });
});

const held = { reviewDueOn: "2018-11-08", lapsedOn: null, withdrawnOn: null };

test.each([
  { what: "before its review is due", accreditation: held, today: "2018-11-07", answer: "ACTIVE" },
  { what: "on the day its review is due", accreditation: held, today: "2018-11-08", answer: "ACTIVE" },
  { what: "the day after", accreditation: held, today: "2018-11-09", answer: "REVIEW_DUE" },
  { what: "lapsed later", accreditation: { ...held, lapsedOn: "2018-06-02" }, today: "2018-06-01", answer: "ACTIVE" },
  {
    what: "lapsed that day",
    accreditation: { ...held, lapsedOn: "2018-06-01" },
    today: "2018-06-01",
    answer: "LAPSED",
  },
  {
    what: "lapsed and overdue",
    accreditation: { ...held, lapsedOn: "2018-12-01" },
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
    accreditation: { ...held, lapsedOn: "2018-05-01", withdrawnOn: "2018-06-01" },
    today: "2018-06-01",
    answer: "WITHDRAWN",
  },
])("R46 E15 an accreditation $what stands at $answer", ({ accreditation, today, answer }) => {
  expect(standing(accreditation, today)).toBe(answer);
});
