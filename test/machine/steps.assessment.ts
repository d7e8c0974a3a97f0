import { AREAS, Model, Person, Round, readinessOf, seesRound, seesTrainee, workedWith } from "./model";
import type { Roll } from "./roll";
import { ABSENT, CONFLICT, FORBIDDEN, INVALID, named, Step, somebody, Told, unmet } from "./step";

const openAssessment: Step = {
  mutation: "openAssessment",
  thing: "assessment",
  weight: 8,
  draw: (model, roll) => {
    const all = model.trainees;
    const ready = all.filter((one) => readinessOf(model, one).READINESS);
    const trainee = roll.one(ready.length > 0 && roll.chance(0.7) ? ready : all);
    const { assessors, rounds, supervisedBy } = trainee;
    const by = somebody(model, roll, 0.8, (one) => one.lead === true || assessors.includes(one));
    const nobody = roll.chance(by.lead ? 0.1 : 0.8);
    const assessor = nobody ? by : roll.one(roll.chance(0.9) ? assessors : model.people);
    const last = rounds.at(-1);
    return {
      by,
      input: { traineeId: trainee.id, ...(nobody ? {} : { assessorId: assessor.id }) },
      obstacles: [
        !by.lead && !by.assessor && FORBIDDEN,
        !seesTrainee(model, trainee, by) && ABSENT,
        unmet({ ASSESSOR: !workedWith(model, trainee, by) }),
        !by.lead && (!assessors.includes(by) || assessor !== by) && FORBIDDEN,
        !assessors.includes(assessor) && INVALID,
        unmet({ ASSESSOR: !workedWith(model, trainee, assessor) }),
        unmet({
          ASSESSOR: trainee.supervisor !== assessor && !supervisedBy.has(assessor),
          ROUND: !last || (last.released && last.outcome === "FURTHER_EVIDENCE_NEEDED"),
          READINESS: readinessOf(model, trainee).READINESS === true,
        }),
      ],
      done: (id) => {
        const number = rounds.length + 1;
        rounds.push({
          ...{ id, number, trainee, assessor, openedOn: model.today, version: 1 },
          ...{ ratings: new Map(), outcome: null, released: false, releasedOn: null },
          judgedOn: model.items.filter(({ about, state }) => about.includes(trainee) && state === "SUBMITTED"),
        });
        return [
          {
            kind: "AssessmentOpened",
            about: { traineeId: trainee.id },
            facts: { round: number, assessorId: assessor.id, assessorSupervised: false },
          },
        ];
      },
    };
  },
};

const roundOf = (model: Model, roll: Roll): Round | undefined => {
  const rounds = model.trainees.flatMap((trainee) => trainee.rounds.slice(-2));
  const open = rounds.filter(({ released }) => !released);
  return roll.one(open.length > 0 && roll.chance(0.8) ? open : rounds);
};

/** What judging and deciding ask first: whose it is, and that they saw what there is. */
const asked = (model: Model, round: Round, by: Person, expectedVersion: number) => [
  !by.assessor && FORBIDDEN,
  !seesRound(round, by) && ABSENT,
  round.assessor !== by && FORBIDDEN,
  unmet({ ASSESSOR: !workedWith(model, round.trainee, by) }),
  expectedVersion !== round.version && CONFLICT,
];

const recordJudgement: Step = {
  mutation: "recordJudgement",
  thing: "judgement",
  weight: 22,
  draw: (model, roll) => {
    const round = roundOf(model, roll);
    if (!round) return null;
    const by = somebody(model, roll, 0.9, (one) => one === round.assessor);
    const left = AREAS.filter((area) => !round.ratings.has(area));
    const area = roll.chance(0.03) ? "C9" : roll.one(left.length > 0 && roll.chance(0.85) ? left : AREAS);
    const rating = roll.one(["MET", "MET", "STRENGTH", "STRENGTH", "MET", "STRENGTH", "DEVELOPING"]);
    const expectedVersion = named(roll, round.version);
    const { id: assessmentId, trainee, number } = round;
    return {
      by,
      input: {
        ...{ assessmentId, areaId: area, rating, expectedVersion },
        ...{ strengths: "Asks how it made sense.", areasToWorkOn: "Listens longer." },
      },
      obstacles: [
        ...asked(model, round, by, expectedVersion),
        area === "C9" && ABSENT,
        unmet({ ROUND: round.outcome === null }),
      ],
      done: () => {
        const facts = {
          assessmentId,
          round: number,
          area,
          rating: { from: round.ratings.get(area) ?? null, to: rating },
        };
        round.ratings.set(area, rating);
        round.version += 1;
        return [{ kind: "JudgementRecorded", about: { traineeId: trainee.id }, facts }];
      },
    };
  },
};

const decideAssessment: Step = {
  mutation: "decideAssessment",
  thing: "assessment",
  weight: 5,
  draw: (model, roll) => {
    const round = roundOf(model, roll);
    if (!round) return null;
    const by = somebody(model, roll, 0.9, (one) => one === round.assessor);
    const outcome = roll.one(["ACCREDIT", "FURTHER_EVIDENCE_NEEDED", "FURTHER_EVIDENCE_NEEDED", "NOT_ACCREDITED"]);
    const expectedVersion = named(roll, round.version);
    const ratings = [...round.ratings.values()];
    const judged = ratings.length === AREAS.length;
    const met = judged && ratings.every((rating) => rating === "MET" || rating === "STRENGTH");
    const { id: assessmentId, trainee, number } = round;
    return {
      by,
      input: { assessmentId, outcome, expectedVersion, summary: "A sound review." },
      obstacles: [
        ...asked(model, round, by, expectedVersion),
        unmet({ ROUND: round.outcome === null }),
        unmet({ DECISION: judged && (outcome !== "ACCREDIT" || met) }),
      ],
      done: () => {
        round.outcome = outcome;
        round.version += 1;
        const about = { traineeId: trainee.id };
        const facts = { round: number, outcome, ratings: Object.fromEntries(round.ratings) };
        return [
          { kind: "AssessmentDecided", about, facts },
          ...(outcome === "ACCREDIT"
            ? [{ kind: "AccreditationGranted", about, facts: { accreditedOn: model.today } }]
            : []),
        ];
      },
    };
  },
};

const releaseAssessment: Step = {
  mutation: "releaseAssessment",
  thing: "assessment",
  weight: 5,
  draw: (model, roll) => {
    const round = roundOf(model, roll);
    if (!round) return null;
    const by = somebody(model, roll, 0.85, ({ lead }) => lead === true);
    const expectedVersion = named(roll, round.version);
    const { id: assessmentId, trainee, number, outcome } = round;
    return {
      by,
      input: { assessmentId, expectedVersion },
      obstacles: [
        !by.lead && FORBIDDEN,
        !seesRound(round, by) && ABSENT,
        expectedVersion !== round.version && CONFLICT,
        unmet({ ROUND: outcome !== null && !round.released }),
      ],
      done: () => {
        round.released = true;
        round.releasedOn = model.today;
        round.version += 1;
        const about = { traineeId: trainee.id };
        const released: Told = { kind: "AssessmentReleased", about, facts: { round: number, outcome } };
        if (outcome !== "ACCREDIT") return [released];
        trainee.accredited = true;
        const facts = { standing: { from: "ENROLLED", to: "ACCREDITED" } };
        return [released, { kind: "AccreditationReleased", about, facts }];
      },
    };
  },
};

export const ASSESSMENT: readonly Step[] = [openAssessment, recordJudgement, decideAssessment, releaseAssessment];
