import { faultsOfWindow } from "../../src/programme/cohort-window.rules";

test.each([
  { opensOn: "2016-07-01", applyBy: "2016-09-30", faults: 0 },
  { opensOn: "2016-09-30", applyBy: "2016-09-30", faults: 0 },
  { opensOn: "2016-10-01", applyBy: "2016-09-30", faults: 1 },
  { opensOn: "2016-07-01", applyBy: "2017-01-22", faults: 0 },
  { opensOn: "2016-07-01", applyBy: "2017-01-23", faults: 1 }, // the course has begun by then
  { opensOn: "2017-02-02", applyBy: "2017-02-01", faults: 2 },
])("R3, R54: applications from $opensOn to $applyBy for a course from 2017-01-23 have $faults faults", (window) => {
  expect(faultsOfWindow({ ...window, begins: "2017-01-23" })).toHaveLength(window.faults);
});
