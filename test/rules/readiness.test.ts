import { ReadinessFacts, readiness } from "../../src/assessment/readiness.rules";
import { BoardKind } from "../../src/board/board-kind";
import { CommissionStage } from "../../src/commission/commission-stage";
import { EvidenceSource } from "../../src/evidence/evidence-source";

const dated = (dates: readonly string[]) =>
  dates.map((date, index) => ({ id: `day_${index}`, number: index + 1, date }));
const person = (name: string) => ({ personId: `per_${name}`, name, traineeId: `trn_${name}`, accreditations: [] });
const rate = (name: string) => ({
  personId: `per_${name}`,
  name,
  agreed: { id: `rat_${name}`, text: "£550.00 a day" },
});
const item = (source: EvidenceSource) => ({ id: `evd_${source}`, title: "An item", source });

const commission = {
  id: "com_1",
  reference: "LT-2017-004",
  stage: CommissionStage.QUALITY_ASSURANCE,
  qualityPassed: true,
  board: { id: "brd_1", name: "Northmoor", kind: BoardKind.LSCB },
  rates: [rate("asha"), rate("tom")],
};

const ready: ReadinessFacts = {
  standard: {
    courseDays: 4,
    groupDays: 4,
    areas: ["C1", "C2", "C3", "C4", "C5", "C6"],
    sources: 3,
    networkMeetings: 3,
    everyAreaMet: true,
    reviewCountsFrom: CommissionStage.QUALITY_ASSURANCE,
    assessorMayHaveSupervised: true,
  },
  courseDays: dated(["2017-01-23", "2017-01-24", "2017-02-02", "2017-02-03"]),
  members: [person("asha"), person("tom")],
  pairFormedOn: "2017-02-06",
  commission,
  groupDays: dated(["2017-03-14", "2017-04-25", "2017-06-06", "2017-07-18"]),
  window: { from: "2017-03-01", until: "2017-10-31" },
  evidence: Object.values(EvidenceSource).map(item),
};

const RULES = ["E4", "E6", "E7", "E8", "E9", "E11", "E12"];
const unmet = (facts: ReadinessFacts) =>
  readiness(facts)
    .parts.filter(({ met }) => !met)
    .map(({ rule }) => rule);

test("READINESS seven rules, in this order, make a trainee ready", () => {
  const found = readiness(ready);
  expect(found.parts.map(({ rule }) => rule)).toEqual(RULES);
  expect(found).toMatchObject({ rule: "READINESS", met: true, needed: 7, actual: 7, next: null });
});

test.each([
  { rule: "E4", what: "a course day missed", facts: { courseDays: ready.courseDays.slice(1) } },
  {
    rule: "E6",
    what: "a partner who is nobody",
    facts: { members: [person("asha"), { ...person("nell"), traineeId: null }] },
  },
  {
    rule: "E7",
    what: "a board that does not safeguard",
    facts: {
      commission: { ...commission, board: { ...commission.board, kind: BoardKind.COMMUNITY_SAFETY_PARTNERSHIP } },
    },
  },
  {
    rule: "E8",
    what: "one rate open",
    facts: { commission: { ...commission, rates: [rate("asha"), { ...rate("tom"), agreed: null }] } },
  },
  { rule: "E9", what: "3 of 4 group days", facts: { groupDays: ready.groupDays.slice(1) } },
  { rule: "E9", what: "a group day before the commission", facts: { window: { ...ready.window, from: "2017-03-15" } } },
  { rule: "E11", what: "quality not passed", facts: { commission: { ...commission, qualityPassed: null } } },
  {
    rule: "E12",
    what: "no input from others",
    facts: { evidence: ready.evidence.filter(({ source }) => source !== "OTHERS") },
  },
])(
  "R12, R13, R19, R21, R22, R24, R33 READINESS $what: $rule alone is not met, and its next step is the trainee's",
  ({ rule, facts }) => {
    const found = readiness({ ...ready, ...facts });
    expect(unmet({ ...ready, ...facts })).toEqual([rule]);
    expect(found).toMatchObject({ met: false, needed: 7, actual: 6 });
    expect(found.next).toBe(found.parts.find((part) => part.rule === rule)?.next);
  },
);

test("READINESS the numbers are those of the Standard", () => {
  const standard = { ...ready.standard, courseDays: 5, groupDays: 5, reviewCountsFrom: CommissionStage.PUBLISHED };
  expect(unmet({ ...ready, standard })).toEqual(["E4", "E9", "E11"]);
  const fewer = { ...ready, standard: { ...ready.standard, sources: 2 }, evidence: ready.evidence.slice(1) };
  expect(unmet(fewer)).toEqual([]);
});

test("R22 READINESS a partner whose accreditation has ended since still makes the pair they were when it formed", () => {
  const greg = {
    ...person("greg"),
    traineeId: null,
    accreditations: [{ accreditedOn: "2015-06-01", lapsesOn: "2017-06-01", withdrawnOn: null }],
  };
  expect(unmet({ ...ready, members: [person("asha"), greg] })).toEqual([]);
});

test("READINESS a trainee at the very beginning is told a next step for every rule", () => {
  const found = readiness({
    ...ready,
    courseDays: [],
    members: [],
    pairFormedOn: null,
    commission: null,
    groupDays: [],
    window: { from: null, until: "2017-10-31" },
    evidence: [],
  });
  expect(found).toMatchObject({ met: false, needed: 7, actual: 0 });
  expect(found.parts.map(({ next }) => next)).toEqual([
    "Attend 4 more course days: speak to the programme lead about a later cohort.",
    "Find a partner: ask the programme lead to form your pair.",
    "Propose your practice review to a safeguarding board.",
    "Agree day rates with the board once there is a commission.",
    "Have your review commissioned, then attend 4 days of group supervision: only days from then on count.",
    "Find a safeguarding board that commissions you, and conduct the practice review.",
    "Submit a written report or another document of the review. Ask your pair partner or supervisor for their input. Submit a reflection of your own.",
  ]);
});
