import { ApplicationState } from "../../src/application/application-state";
import { faultsOfConfirming, faultsOfDeclining } from "../../src/application/place.rules";
import {
  criteriaOf,
  faultsOfDecision,
  faultsOfOffer,
  faultsOfScores,
  judgedBy,
  Named,
  notUndecided,
  scoredByTwo,
  totalOf,
} from "../../src/application/selection.rules";
import { SelectionDecision } from "../../src/application/selection-decision";
import { placeLeft } from "../../src/programme/place.rules";

const by = (scorerId: string, ...scores: [criterionId: string, score: number][]) =>
  scores.map(([criterionId, score]) => ({ criterionId, scorerId, scorer: `${scorerId}.`, score }));
const BOTH = ["c1", "c2"];

test.each([
  { what: "nobody", scores: [], actual: 0 },
  { what: "one person", scores: by("Lee", ["c1", 4], ["c2", 2]), actual: 1 },
  {
    what: "one, and another by half",
    scores: [...by("Lee", ["c1", 4], ["c2", 2]), ...by("Ann", ["c1", 1])],
    actual: 1,
  },
  { what: "two", scores: [...by("Lee", ["c1", 4], ["c2", 2]), ...by("Ann", ["c1", 1], ["c2", 0])], actual: 2 },
  {
    what: "one, by a criterion that is retired as well",
    scores: by("Lee", ["c1", 4], ["c2", 2], ["c0", 4]),
    actual: 1,
  },
  { what: "one, by half and by one that is retired", scores: by("Lee", ["c1", 4], ["c0", 4]), actual: 0 },
])("R52 an application scored by $what has $actual of the two who must have scored it", ({ scores, actual }) => {
  const found = scoredByTwo(BOTH, scores);
  expect(found).toMatchObject({ rule: "SELECTION", needed: 2, actual, met: actual >= 2 });
  expect(found.because).toHaveLength(actual);
  expect(found.next).toBe(
    ["Have 2 more people score every criterion.", "Have 1 more person score every criterion.", null][actual],
  );
});

test("R52 without criteria nothing is scored: the next step is to publish them", () => {
  expect(scoredByTwo([], by("Lee", ["c1", 4]))).toMatchObject({
    ...{ met: false, actual: 0, next: "Publish the programme's selection criteria." },
  });
});

test.each([
  { scores: [], total: null },
  { scores: by("Lee", ["c1", 4]), total: null },
  { scores: by("Lee", ["c1", 4], ["c2", 2], ["c0", 4]), total: 6 },
  { scores: [...by("Lee", ["c1", 4], ["c2", 2]), ...by("Ann", ["c1", 1], ["c2", 0])], total: 3.5 },
  {
    scores: [
      ...[...by("Lee", ["c1", 4], ["c2", 2]), ...by("Ann", ["c1", 1], ["c2", 0])],
      ...by("Sol", ["c1", 0], ["c2", 0]),
    ],
    total: 2.3,
  },
])("R52 the total is the mean of those who scored every criterion: $total", ({ scores, total }) => {
  expect(totalOf(judgedBy(BOTH, scores))).toBe(total);
});

const IS = { criterion: true, ofProgramme: true };
const named = (criterionId: string, more: object | null = {}): Named => ({
  criterionId,
  found: more && { ...IS, ...more },
});

test("R65 every criterion is scored, once, and nothing else", () => {
  expect(faultsOfScores([named("c2"), named("c1")], BOTH)).toEqual([]);
  const amiss = [named("c1"), named("c1"), named("c9", null)];
  const more = [named("c7", { criterion: false }), named("c6", { ofProgramme: false }), named("c5")];
  expect(faultsOfScores([...amiss, ...more], BOTH).map(({ path, message }) => [path.join("."), message])).toEqual([
    ["scores.1.criterionId", "scores.1.criterionId is scored twice."],
    ["scores.2.criterionId", "There is no such thing, or it is not yours to see."],
    ["scores.3.criterionId", "scores.3.criterionId is no selection criterion."],
    ["scores.4.criterionId", "scores.4.criterionId is a criterion of another programme."],
    [
      "scores.5.criterionId",
      "scores.5.criterionId is no criterion of this application: it is retired, or was published after the decision.",
    ],
    ["scores", "scores must hold every criterion: 2 of the list is missing."],
  ]);
});

const { OFFER, WAITING_LIST, REFUSE } = SelectionDecision;
const { SUBMITTED, WAITING, OFFERED, REFUSED, CONFIRMED } = ApplicationState;
const [DAY, LATER] = ["2026-12-24", "2026-12-31"];
const reason = "A slip.";
interface Case {
  readonly state: ApplicationState;
  readonly until?: string;
  readonly decision: SelectionDecision;
  readonly confirmBy: string | null;
  readonly reason: string | null;
  readonly paths: readonly string[];
}
test.each<Case>([
  { state: SUBMITTED, decision: OFFER, confirmBy: "2026-11-24", reason: null, paths: [] },
  { state: SUBMITTED, decision: OFFER, confirmBy: "2026-11-23", reason: null, paths: ["confirmBy"] },
  { state: SUBMITTED, decision: OFFER, confirmBy: null, reason: null, paths: ["confirmBy"] },
  { state: WAITING, decision: OFFER, confirmBy: "2026-12-24", reason: "A place.", paths: [] },
  { state: SUBMITTED, decision: WAITING_LIST, confirmBy: null, reason: null, paths: [] },
  { state: WAITING, decision: WAITING_LIST, confirmBy: "2026-12-24", reason: null, paths: ["decision", "confirmBy"] },
  { state: SUBMITTED, decision: REFUSE, confirmBy: null, reason: "Too early.", paths: [] },
  { state: WAITING, decision: REFUSE, confirmBy: "2026-12-24", reason: null, paths: ["confirmBy", "reason"] },
  { state: OFFERED, until: DAY, decision: OFFER, confirmBy: LATER, reason, paths: [] },
  { state: OFFERED, until: DAY, decision: OFFER, confirmBy: DAY, reason: null, paths: ["confirmBy", "reason"] },
  { state: OFFERED, until: DAY, decision: WAITING_LIST, confirmBy: null, reason, paths: ["decision"] },
  { state: OFFERED, until: DAY, decision: REFUSE, confirmBy: null, reason, paths: ["decision"] },
  { state: REFUSED, decision: OFFER, confirmBy: DAY, reason, paths: [] },
  { state: REFUSED, decision: WAITING_LIST, confirmBy: null, reason, paths: [] },
  { state: REFUSED, decision: WAITING_LIST, confirmBy: null, reason: null, paths: ["reason"] },
  { state: REFUSED, decision: REFUSE, confirmBy: null, reason, paths: ["decision"] },
  { state: CONFIRMED, until: DAY, decision: OFFER, confirmBy: LATER, reason, paths: ["applicationId"] },
])("R63 $decision by $confirmBy, because of $reason, of one who is $state: what is wrong is $paths", (each) => {
  const now = { state: each.state, confirmBy: each.until ?? null };
  expect(faultsOfDecision(now, each, "2026-11-24").map(({ path }) => path.join("."))).toEqual(each.paths);
});

test("only what is submitted or waits is scored", () => {
  const open = Object.values(ApplicationState).filter((state) => notUndecided({ state }).length === 0);
  expect(open).toEqual([SUBMITTED, WAITING]);
});

test("R63 only a place on offer is confirmed, until its day ends; only one offered or confirmed is given back", () => {
  const states = Object.values(ApplicationState);
  const free = { trainee: null, elsewhere: null };
  const confirmable = states.filter(
    (state) => faultsOfConfirming({ state, confirmBy: "2026-11-24", ...free }, "2026-11-24").length === 0,
  );
  expect(confirmable).toEqual([ApplicationState.OFFERED]);
  expect(faultsOfConfirming({ state: OFFERED, confirmBy: "2026-11-23", ...free }, "2026-11-24")).toEqual([
    "applicationId had to be confirmed by the end of 2026-11-23 in London, where it is 2026-11-24.",
  ]);
  const held = { trainee: "LT-2017-T01", elsewhere: "LT-2018" };
  expect(faultsOfConfirming({ state: OFFERED, confirmBy: "2026-11-24", ...held }, "2026-11-24")).toHaveLength(2);
  const declinable = states.filter((state) => faultsOfDeclining({ state }).length === 0);
  expect(declinable).toEqual([ApplicationState.OFFERED, ApplicationState.CONFIRMED]);
});

test.each([
  { taken: 9, met: true, actual: 1 },
  { taken: 10, met: false, actual: 0 },
  { taken: 11, met: false, actual: 0 },
])("R9, R63 with $taken of 10 places held there is one to confirm: $met", ({ taken, met, actual }) => {
  expect(placeLeft(10, taken)).toMatchObject({ rule: "E3", needed: 1, actual, met });
});

test.each([
  { decided: false, by: ["old", "kept"], criteria: ["kept", "new"] },
  { decided: true, by: ["old", "kept", "old"], criteria: ["old", "kept"] },
  { decided: true, by: [], criteria: ["kept", "new"] },
])("R52 scored by $by, decided: $decided, an application counts by $criteria", ({ decided, by, criteria }) => {
  const known = [
    { id: "old", retiredOn: "2026-11-24" },
    { id: "kept", retiredOn: null },
    { id: "new", retiredOn: null },
  ];
  const scores = by.map((criterionId) => ({ criterionId }));
  expect(criteriaOf(known, scores, decided)).toEqual(criteria);
});

test("R9, R63 nobody is offered a second place, nor one to be confirmed once the course has begun; the erased are offered none", () => {
  const begins = "2027-01-23";
  const faults = (more: object) =>
    faultsOfOffer({ begins, confirmBy: "2027-01-22", trainee: null, erased: false, ...more }).map(
      ({ path }) => path[0],
    );
  expect(faults({})).toEqual([]);
  expect(faults({ confirmBy: begins })).toEqual(["confirmBy"]);
  expect(faults({ trainee: "LT-2017-T01" })).toEqual(["applicationId"]);
  expect(faults({ erased: true, trainee: "LT-2017-T01", confirmBy: begins })).toHaveLength(3);
});
