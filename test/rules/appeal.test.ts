import {
  appealBy,
  hadNoPart,
  isOpen,
  mayAppeal,
  noAppealToDecide,
  nothingAppealed,
} from "../../src/appeal/appeal.rules";
import { AppealState } from "../../src/appeal/appeal-state";
import { AssessmentOutcome } from "../../src/assessment/assessment-outcome";

const { ACCREDIT, FURTHER_EVIDENCE_NEEDED, NOT_ACCREDITED } = AssessmentOutcome;
const released = { round: 1, outcome: NOT_ACCREDITED, releasedAt: new Date("2017-10-02T09:00:00Z") };
const first = { appealed: false, later: null, today: "2017-10-02" };

test.each([
  { said: "28 days after it", at: "2017-10-02T09:00:00Z", until: "2017-10-30" },
  { said: "of the day it is in London in summer", at: "2017-06-01T23:30:00Z", until: "2017-06-30" },
  { said: "across the end of summer time", at: "2017-10-15T22:59:59Z", until: "2017-11-12" },
  { said: "across a leap day", at: "2020-02-10T12:00:00Z", until: "2020-03-09" },
])("R39 a decision may be appealed against until 28 days after its release: $said", ({ at, until }) => {
  expect(appealBy({ outcome: FURTHER_EVIDENCE_NEEDED, releasedAt: new Date(at) })).toBe(until);
});

test("R39 there is nothing to appeal against before the release, or in an accreditation", () => {
  expect(appealBy({ outcome: NOT_ACCREDITED, releasedAt: null })).toBeNull();
  expect(appealBy({ outcome: ACCREDIT, releasedAt: released.releasedAt })).toBeNull();
});

test.each([
  { when: "the day of the release", decision: released, facts: first, met: true, next: null },
  { when: "the last day", decision: released, facts: { ...first, today: "2017-10-30" }, met: true, next: null },
  {
    when: "the day after",
    decision: released,
    facts: { ...first, today: "2017-10-31" },
    met: false,
    next: "The last day to appeal against it was 2017-10-30.",
  },
  {
    when: "a request for further evidence",
    decision: { ...released, outcome: FURTHER_EVIDENCE_NEEDED },
    facts: first,
    met: true,
    next: null,
  },
  {
    when: "an accreditation",
    decision: { ...released, outcome: ACCREDIT },
    facts: first,
    met: false,
    next: "Round 1 accredited you: there is nothing to appeal against.",
  },
  {
    when: "once more",
    decision: released,
    facts: { ...first, appealed: true },
    met: false,
    next: "It was appealed against before: that is done once.",
  },
  {
    when: "too late, once more and after another round",
    decision: released,
    facts: { appealed: true, later: 2, today: "2018-01-01" },
    met: false,
    next: "It was appealed against before: that is done once. Round 2 was released since: its decision is the one that counts. The last day to appeal against it was 2017-10-30.",
  },
])("R39 APPEAL against a decision, $when → $met", ({ decision, facts, met, next }) => {
  expect(mayAppeal(decision, facts)).toMatchObject({ rule: "APPEAL", needed: 1, actual: met ? 1 : 0, met, next });
});

test.each(Object.values(AppealState))(
  "R39 APPEAL one that is %s is decided or taken back only while it is open",
  (state) => {
    expect(isOpen({ state })).toMatchObject({ rule: "APPEAL", met: state === "OPEN" });
  },
);

test("R39 APPEAL while one is open nothing goes on, and whoever was given it stays", () => {
  const open = [{ id: "apl_1", round: 1, assessorId: "per_olga" }];
  const because = [{ id: "apl_1", text: "The decision of round 1 is appealed against." }];
  expect([nothingAppealed([]).met, noAppealToDecide([]).met]).toEqual([true, true]);
  expect(nothingAppealed(open)).toMatchObject({
    ...{ rule: "APPEAL", met: false, because, next: "The appeal against round 1 is decided first." },
  });
  expect(noAppealToDecide(open)).toMatchObject({
    ...{ rule: "APPEAL", met: false, because },
    next: "The appeal against round 1 is theirs to decide: give it to another first.",
  });
});

test("R32 ASSESSOR an appeal is decided by somebody who assessed no round of the trainee", () => {
  expect(hadNoPart([])).toMatchObject({ rule: "ASSESSOR", met: true });
  expect(hadNoPart([{ id: "asm_2", round: 2 }])).toMatchObject({
    ...{ rule: "ASSESSOR", met: false, because: [{ id: "asm_2", text: "They assess, or assessed, round 2." }] },
  });
});
