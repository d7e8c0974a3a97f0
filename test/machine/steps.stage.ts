import { Commission, courseDone, isMember, isNothing, isOf, Person, STAGES, seesCommission, sideOf } from "./model";
import type { Roll } from "./roll";
import { ABSENT, CONFLICT, FORBIDDEN, INVALID, named, Refusal, Step, somebody, Told, unmet } from "./step";
import { about, recent } from "./steps.commission";

const MOVED_BY_PAIR = STAGES.slice(STAGES.indexOf("SCOPING"), STAGES.indexOf("QUALITY_ASSURANCE"));

const next = (commission: Commission): string | undefined =>
  isNothing(commission) ? undefined : STAGES[STAGES.indexOf(commission.stage) + 1];

/** A stage follows the one before it, and none moves while the commission is paused. */
const mayMove = (commission: Commission, stage: string) =>
  unmet({ STAGE_ORDER: next(commission) === stage, PAUSE: commission.pausedOn === null });

/** What all these steps ask first: that it is this person's to do, and that they saw what there is. */
export const asked = (
  commission: Commission,
  by: Person,
  { mine, expectedVersion, valid = true }: { mine: boolean[]; expectedVersion: number; valid?: boolean },
): (Refusal | false)[] => {
  const [ofKind, ...theirs] = mine;
  return [
    !ofKind && FORBIDDEN,
    !valid && INVALID,
    !seesCommission(commission, by) && ABSENT,
    theirs.includes(false) && FORBIDDEN,
    expectedVersion !== commission.version && CONFLICT,
  ];
};

export const move = (commission: Commission, to: string, kind: string, facts = {}): Told => {
  const from = commission.stage;
  commission.stage = to;
  commission.version += 1;
  return { kind, about: about(commission), facts: { from, to, ...facts } };
};

/** A step by which a commission comes to a stage; `of` says whose it is. */
const to = (
  stage: string,
  step: Pick<Step, "mutation" | "weight"> & {
    mine(by: Person, commission: Commission): boolean[];
    input(roll: Roll): Record<string, unknown>;
    kind: string;
    facts?(input: Record<string, unknown>): Record<string, unknown>;
  },
): Step => ({
  mutation: step.mutation,
  thing: "commission",
  weight: step.weight,
  draw: (model, roll) => {
    if (model.commissions.length === 0) return null;
    const commission = recent(model, roll);
    const by = somebody(model, roll, 0.85, (person) => step.mine(person, commission).every(Boolean));
    const expectedVersion = named(roll, commission.version);
    const input = step.input(roll);
    const mine = step.mine(by, commission);
    return {
      by,
      input: { commissionId: commission.id, expectedVersion, ...input },
      obstacles: [
        ...asked(commission, by, { mine, expectedVersion, valid: !Object.values(input).includes(" ") }),
        mayMove(commission, stage),
      ],
      done: () => [move(commission, stage, step.kind, step.facts?.(input))],
    };
  },
});

const isLead = ({ lead = false }: Person) => [lead];
const isOfTheBoard = (by: Person, commission: Commission) => [by.boards.length > 0, sideOf(commission, by) === "BOARD"];
export const words = (roll: Roll, said: string) => (roll.chance(0.95) ? said : " ");

const advanceCommission: Step = {
  mutation: "advanceCommission",
  thing: "commission",
  weight: 26,
  draw: (model, roll) => {
    if (model.commissions.length === 0) return null;
    const commission = recent(model, roll);
    const { pair, practice, version } = commission;
    const by = somebody(model, roll, 0.85, (person) => isOf(pair, person));
    const following = next(commission);
    const stage = following && roll.chance(0.8) ? following : roll.one([...STAGES, "DECLINED"]);
    const expectedVersion = named(roll, version);
    const starts = stage === "SCOPING";
    return {
      by,
      input: { commissionId: commission.id, to: stage, expectedVersion },
      obstacles: [
        ...asked(commission, by, { mine: [isMember(model, by), isOf(pair, by)], expectedVersion }),
        mayMove(commission, stage),
        starts && practice && unmet({ E5: pair.trainees.every(courseDone) }),
        !MOVED_BY_PAIR.includes(stage) && INVALID,
      ],
      done: () => [move(commission, stage, "CommissionAdvanced", starts ? { startedOn: model.today } : {})],
    };
  },
};

const recordQualityAssurance: Step = {
  mutation: "recordQualityAssurance",
  thing: "commission",
  weight: 8,
  draw: (model, roll) => {
    if (model.commissions.length === 0) return null;
    const commission = recent(model, roll);
    const by = somebody(model, roll, 0.85, ({ lead }) => lead === true);
    const expectedVersion = named(roll, commission.version);
    const passed = roll.chance(0.7);
    const notes = words(roll, "The findings follow from the narrative.");
    return {
      by,
      input: { commissionId: commission.id, passed, notes, expectedVersion },
      obstacles: [
        ...asked(commission, by, { mine: isLead(by), expectedVersion, valid: notes !== " " }),
        mayMove(commission, "QUALITY_ASSURANCE"),
      ],
      done: () => {
        const from = commission.passed;
        commission.passed = passed;
        const facts = { qualityPassed: { from, to: passed } };
        const stage = passed ? "QUALITY_ASSURANCE" : "DRAFT_REPORT";
        return [
          move(commission, stage, "QualityAssured", facts),
          { kind: "QualityNoted", about: { commissionId: commission.id } },
        ];
      },
    };
  },
};

export const STAGE: readonly Step[] = [
  advanceCommission,
  recordQualityAssurance,
  to("BOARD_RESPONSE", {
    mutation: "recordBoardResponse",
    weight: 5,
    mine: isOfTheBoard,
    input: (roll) => ({ text: words(roll, "We agree with the findings.") }),
    kind: "CommissionAdvanced",
    facts: ({ text }) => ({ boardResponse: text }),
  }),
  to("PUBLISHED", {
    mutation: "recordPublication",
    weight: 5,
    mine: isOfTheBoard,
    input: (roll) => ({
      publication: roll.one(["FULL", "SUMMARY_ONLY", "WITHHELD"]),
      reason: words(roll, "The family agrees."),
    }),
    kind: "PublicationDecided",
    facts: ({ publication }) => ({ publication }),
  }),
  to("CLOSED", {
    mutation: "closeCommission",
    weight: 2,
    mine: isLead,
    input: () => ({}),
    kind: "CommissionAdvanced",
  }),
];
