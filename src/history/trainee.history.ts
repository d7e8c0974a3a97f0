import { READINESS_RULES } from "../assessment/readiness.rules";
import type { Context } from "../context";
import { RuleId } from "../rules/outcome";
import { TraineeStanding } from "../trainee/trainee-standing";
import { Column, Columns, followed, kindsOf, named, Told, toldBy } from "./columns";
import { AskedAt, entriesUntil, isToldOf } from "./entries";
import type { TraineeSnapshot } from "./trainee-snapshot.type";

/** Each rule of readiness, the whole first, as entries tell that it became met or is no more. */
const RULES = [RuleId.READINESS, ...READINESS_RULES] as const;
const flips = (rule: RuleId): Column => ({
  ReadinessChanged: (facts) => (facts.rule === rule ? facts.to : undefined),
});

const COLUMNS: Columns<"standing" | "cohort" | "enrolledOn" | "pair" | RuleId> = {
  standing: {
    TraineeEnrolled: () => TraineeStanding.ENROLLED,
    ...toldBy("standing", "TraineeWithdrawn", "TraineeReturned", "AccreditationReleased"),
  },
  cohort: toldBy("cohort", "TraineeEnrolled", "TraineeDeferred", "TraineeWithdrawn", "TraineeReturned"),
  enrolledOn: toldBy("enrolledOn", "TraineeEnrolled"),
  pair: {
    PairFormed: named("reference"),
    // Of the pair they are in: where a partner was replaced, the end of the former one is told beside it.
    PairDissolved: ({ reference }, before) => (reference === before ? null : undefined),
  },
  ...(Object.fromEntries(RULES.map((rule) => [rule, flips(rule)])) as Record<RuleId, Column>),
};

const NOT_MET = Object.fromEntries(RULES.map((rule) => [rule, false])) as Record<RuleId, false>;
const BEGINNING = { standing: null, cohort: null, enrolledOn: null, pair: null, ...NOT_MET };

/** How a trainee stood after these entries; null before they were one. */
export const traineeAfter = (entries: readonly Told[]) =>
  entries.some(({ kind }) => kind === "TraineeEnrolled") ? followed(COLUMNS, BEGINNING, entries) : null;

/** Answers `Trainee.asOf`. */
export const traineesAsOf = async (
  ctx: Context,
  trainees: readonly { id: string }[],
  asked: AskedAt,
): Promise<(TraineeSnapshot | null)[]> => {
  const ids = trainees.map(({ id }) => id);
  const entries = await entriesUntil(ctx, "traineeId", ids, kindsOf(COLUMNS), asked);
  return ids.map((traineeId) => {
    const stood = traineeAfter(entries.get(traineeId) ?? []);
    if (!stood) return null;
    const shown = (name: keyof typeof COLUMNS) =>
      isToldOf(ctx, COLUMNS[name], { traineeId }) ? stood.values[name] : null;
    return {
      ...asked,
      standing: shown("standing"),
      cohort: shown("cohort"),
      enrolledOn: shown("enrolledOn"),
      pair: shown("pair"),
      ready: shown(RuleId.READINESS),
      rules: isToldOf(ctx, COLUMNS.READINESS, { traineeId })
        ? READINESS_RULES.map((rule) => ({ rule, met: stood.values[rule] }))
        : null,
      erased: stood.erased,
    } as TraineeSnapshot;
  });
};
