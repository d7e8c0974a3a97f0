import { READINESS_RULES, readiness } from "../../src/assessment/readiness.rules";
import { accreditationAfter } from "../../src/history/accreditation.history";
import { changedBy } from "../../src/history/changed";
import { followed, rowsOf, toldBy } from "../../src/history/columns";
import { commissionAfter } from "../../src/history/commission.history";
import { traineeAfter } from "../../src/history/trainee.history";
import { EntryKind } from "../../src/log/kinds";

const entry = (kind: EntryKind, facts: Record<string, unknown> | null = {}) => ({ kind, facts });

test("a column becomes what was told last, be it told as a value or as a change; what is not told leaves it", () => {
  const columns = { targetOn: toldBy("targetOn", "CommissionProposed", "CommissionGranted", "TargetDayAgreed") };
  const after = (...entries: ReturnType<typeof entry>[]) => followed(columns, { targetOn: null }, entries);
  const proposed = entry("CommissionProposed", { targetOn: "2018-01-31" });
  const moved = entry("TargetDayAgreed", { targetOn: { from: "2018-01-31", to: "2018-02-28" } });
  expect(after().values.targetOn).toBeNull();
  expect(after(proposed).values.targetOn).toBe("2018-01-31");
  expect(after(proposed, moved).values.targetOn).toBe("2018-02-28");
  expect(after(proposed, moved, entry("CommissionGranted")).values.targetOn).toBe("2018-02-28");
  expect(after(proposed, entry("BoardChanged", { targetOn: "2019-01-31" })).values.targetOn).toBe("2018-01-31");
});

test("what an erased entry told is not known, until it is told again", () => {
  const columns = { stage: toldBy("to", "CommissionAdvanced"), day: toldBy("startedOn", "CommissionAdvanced") };
  const erased = [
    entry("CommissionAdvanced", { to: "SCOPING", startedOn: "2018-01-31" }),
    entry("CommissionAdvanced", null),
  ];
  const beginning = { stage: null, day: null };
  expect(followed(columns, beginning, erased)).toEqual({ values: { stage: null, day: null }, erased: true });
  const again = [...erased, entry("CommissionAdvanced", { to: "ANALYSIS" })];
  expect(followed(columns, beginning, again)).toEqual({ values: { stage: "ANALYSIS", day: null }, erased: true });
});

test("a pair that ended is left, and one that was left for another is not left again", () => {
  const formed = (reference: string) => entry("PairFormed", { reference });
  const ended = (reference: string) => entry("PairDissolved", { reference });
  const pairOf = (...entries: ReturnType<typeof entry>[]) =>
    traineeAfter([entry("TraineeEnrolled"), ...entries])?.values.pair;
  expect(pairOf(formed("P-1"))).toBe("P-1");
  expect(pairOf(formed("P-1"), ended("P-1"))).toBeNull();
  expect(pairOf(formed("P-1"), formed("P-2"), ended("P-1"))).toBe("P-2");
});

test("nothing was there before it was told of", () => {
  expect(traineeAfter([entry("PairFormed", { reference: "P-1" })])).toBeNull();
  expect(commissionAfter([entry("CommissionAdvanced", { to: "SCOPING" })])).toBeNull();
  expect(accreditationAfter([])).toBeNull();
});

test("the days of an accreditation are followed by their names, whichever kind of entry tells of them", () => {
  const days = {
    accreditedOn: "2017-02-28",
    yearFrom: "2017-02-28",
    reviewDueOn: "2018-02-28",
    lapsesOn: "2018-05-28",
  };
  const renewed = {
    reviewDueOn: { from: "2018-02-28", to: "2019-02-28" },
    conditionsUntil: { from: null, to: "2018-06-01" },
  };
  const stood = accreditationAfter([
    entry("AccreditationGranted", days),
    entry("AccreditationReleased", { ...days, ...renewed }),
  ]);
  expect(stood?.values).toEqual({
    ...{ ...days, reviewDueOn: "2019-02-28", conditionsUntil: "2018-06-01" },
    ...{ withdrawnOn: null, restoredOn: null },
  });
});

test("who is told of a column sees every row that tells of it, but what is kept until a release", () => {
  expect(rowsOf(toldBy("cohort", "TraineeEnrolled", "TraineeDeferred"))).toEqual(["name", "readiness"]);
  expect(rowsOf(toldBy("lapsesOn", "AccreditationGranted", "AccreditationReleased"))).toEqual(["name"]);
});

test("the rules of readiness are those that it is made of", () => {
  const standard = { courseDays: 4, groupDays: 4, areas: [], sources: 3, networkMeetings: 3, everyAreaMet: true };
  const more = { reviewCountsFrom: "PUBLISHED", assessorMayHaveSupervised: false };
  const facts = { courseDays: [], members: [], pairFormedOn: null, commission: null, groupDays: [], evidence: [] };
  const window = { from: null, until: "2018-03-14" };
  const { parts } = readiness({ standard: { ...standard, ...more } as never, ...facts, window });
  expect(parts.map(({ rule }) => rule)).toEqual(READINESS_RULES);
});

test("an entry changed what its facts tell with both values, and nothing where both are the same", () => {
  expect(
    changedBy("QualityAssured", {
      reference: "LT-1",
      from: "DRAFT_REPORT",
      to: "DRAFT_REPORT",
      qualityPassed: { from: null, to: false },
    }),
  ).toEqual([{ name: "qualityPassed", before: null, after: false }]);
  expect(changedBy("PairFormed", { reference: "P-1", personIds: ["per_1", "per_2"] })).toEqual([]);
  expect(changedBy("InformationAnswered", { from: "OPEN", to: "ANSWERED" })).toEqual([
    { name: "state", before: "OPEN", after: "ANSWERED" },
  ]);
});
