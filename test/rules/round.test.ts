import { assessesAnew, mayOpenRound, Round } from "../../src/assessment/assessment.rules";
import { AssessmentOutcome } from "../../src/assessment/assessment-outcome";
import { maySuperviseAndAssess, nobodyAssessesTheirOwn } from "../../src/assessment/assessor.rules";

const { ACCREDIT, FURTHER_EVIDENCE_NEEDED, NOT_ACCREDITED } = AssessmentOutcome;
const round = (number: number, outcome: AssessmentOutcome | null, released = outcome !== null): Round => ({
  id: `asm_${number}`,
  round: number,
  assessorId: "per_vera",
  outcome,
  released,
  setAside: false,
});
const setAside = (made: Round): Round => ({ ...made, setAside: true });
const by = (assessorId: string, made: Round): Round => ({ ...made, assessorId });

test.each([
  { after: "no round", rounds: [], met: true, next: null },
  { after: "an undecided one", rounds: [round(1, null)], met: false, next: "Round 1 is open: decide it first." },
  { after: "one that asked for more", rounds: [round(1, FURTHER_EVIDENCE_NEEDED)], met: true, next: null },
  {
    after: "one that asked for more, not released",
    rounds: [round(1, FURTHER_EVIDENCE_NEEDED, false)],
    met: false,
    next: "Release round 1 first.",
  },
  { after: "accreditation", rounds: [round(1, ACCREDIT)], met: false, next: "Round 1 was final: there is no other." },
  { after: "a refusal", rounds: [round(1, NOT_ACCREDITED)], met: false, next: "Round 1 was final: there is no other." },
  {
    after: "a second, undecided one",
    rounds: [round(2, null), round(1, FURTHER_EVIDENCE_NEEDED)], // in any order
    met: false,
    next: "Round 2 is open: decide it first.",
  },
  {
    after: "two that asked for more",
    rounds: [round(1, FURTHER_EVIDENCE_NEEDED), round(2, FURTHER_EVIDENCE_NEEDED)],
    met: true,
    next: null,
  },
  { after: "a refusal that was set aside", rounds: [setAside(round(1, NOT_ACCREDITED))], met: true, next: null },
  {
    after: "a refusal that was set aside, and another by the same assessor",
    rounds: [setAside(round(1, FURTHER_EVIDENCE_NEEDED)), round(2, NOT_ACCREDITED)],
    met: true,
    next: null,
  },
  {
    after: "a refusal that was set aside, and one by somebody else",
    rounds: [setAside(round(1, NOT_ACCREDITED)), by("per_olga", round(2, NOT_ACCREDITED))],
    met: false,
    next: "Round 2 was final: there is no other.",
  },
  {
    after: "a refusal that was set aside, and accreditation by the same assessor",
    rounds: [setAside(round(1, FURTHER_EVIDENCE_NEEDED)), round(2, ACCREDIT)],
    met: false,
    next: "Round 2 was final: there is no other.",
  },
  {
    after: "a refusal that was set aside, and one that is open",
    rounds: [setAside(round(1, NOT_ACCREDITED)), by("per_olga", round(2, null))],
    met: false,
    next: "Round 2 is open: decide it first.",
  },
])("R39 ROUND a round of assessment after $after → $met", ({ rounds, met, next }) => {
  expect(mayOpenRound(rounds)).toMatchObject({ rule: "ROUND", needed: 1, actual: met ? 1 : 0, met, next });
});

test("R39 ROUND the answer names the last round", () => {
  expect(mayOpenRound([round(2, null), round(1, FURTHER_EVIDENCE_NEEDED)]).because).toEqual([
    { id: "asm_2", text: "Round 2 was the last." },
  ]);
});

test("R32 whose decision was set aside assesses no other round of the trainee, and anybody else may", () => {
  const rounds = [setAside(round(1, NOT_ACCREDITED)), by("per_olga", round(2, FURTHER_EVIDENCE_NEEDED))];
  expect(assessesAnew(rounds, "per_vera")).toMatchObject({
    ...{ rule: "ASSESSOR", met: false, next: "Their decision was set aside on appeal: name another assessor." },
    because: [{ id: "asm_1" }],
  });
  for (const other of ["per_olga", "per_ruth"]) expect(assessesAnew(rounds, other).met).toBe(true);
});

const asha = { traineePersonId: "per_asha", pairPersonIds: ["per_asha", "per_tom"] };

test.each([
  { who: "the trainee", personId: "per_asha", facts: asha, met: false, next: "Nobody assesses themself" },
  {
    who: "their pair partner",
    personId: "per_tom",
    facts: asha,
    met: false,
    next: "Nobody assesses their pair partner",
  },
  { who: "somebody else", personId: "per_vera", facts: asha, met: true, next: null },
  {
    who: "the trainee, who has no pair",
    personId: "per_asha",
    facts: { ...asha, pairPersonIds: [] },
    met: false,
    next: "Nobody assesses themself",
  },
])("E20 assessed by $who → $met", ({ personId, facts, met, next }) => {
  const found = nobodyAssessesTheirOwn({ personId, ...facts });
  expect(found).toMatchObject({ rule: "ASSESSOR", needed: 1, actual: met ? 1 : 0, met });
  expect(found.next).toEqual(next && expect.stringContaining(next));
});

test.each([
  { supervised: false, allowed: false, met: true },
  { supervised: false, allowed: true, met: true },
  { supervised: true, allowed: true, met: true },
  { supervised: true, allowed: false, met: false },
])("ASSESSOR supervised: $supervised, allowed by the Standard: $allowed → $met", ({ supervised, allowed, met }) => {
  expect(maySuperviseAndAssess(supervised, allowed)).toMatchObject({ rule: "ASSESSOR", met });
});
