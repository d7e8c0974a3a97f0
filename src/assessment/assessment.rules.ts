import { all, outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { AssessmentOutcome } from "./assessment-outcome";
import { Rating } from "./rating";

/** One area judged. Judgements are only ever added, so `at` tells which of an area's counts. */
export interface AreaJudgement {
  readonly id: string;
  readonly area: string;
  readonly rating: Rating;
  readonly strengths: string;
  readonly areasToWorkOn: string;
  readonly at: Date;
}

/** The newest judgement of each area. Of two at the same moment the later in the list counts. */
export const newest = (judgements: readonly AreaJudgement[]): Map<string, AreaJudgement> => {
  const byArea = new Map<string, AreaJudgement>();
  for (const judgement of judgements) {
    const known = byArea.get(judgement.area);
    if (!known || known.at <= judgement.at) byArea.set(judgement.area, judgement);
  }
  return byArea;
};

const inOrder = (areas: readonly string[], byArea: Map<string, AreaJudgement>): AreaJudgement[] =>
  areas.flatMap((area) => byArea.get(area) ?? []);

const says = (text: string): boolean => text.trim() !== "";

/** R37, R40 (E13): every area has a judgement with both strengths and what to work on. */
export const everyAreaJudged = (areas: readonly string[], judgements: readonly AreaJudgement[]): RuleOutcome => {
  const byArea = newest(judgements);
  const judged = inOrder(areas, byArea).filter(
    ({ strengths, areasToWorkOn }) => says(strengths) && says(areasToWorkOn),
  );
  const missing = areas.filter((area) => !judged.some((judgement) => judgement.area === area));
  return outcome(RuleId.E13, {
    needed: areas.length,
    actual: judged.length,
    because: judged.map(({ id, area }) => ({ id, text: `${area} is judged.` })),
    next: `Judge ${missing.join(", ")}, with strengths and what to work on.`,
  });
};

const GOOD: ReadonlySet<Rating> = new Set([Rating.MET, Rating.STRENGTH]);

/** R39 (E14): to accredit, every area is met where the Standard asks for that; other decisions need no more than E13. */
export const judgementsAllow = (
  decision: AssessmentOutcome,
  areas: readonly string[],
  judgements: readonly AreaJudgement[],
  everyAreaMet: boolean,
): RuleOutcome => {
  const strict = decision === AssessmentOutcome.ACCREDIT && everyAreaMet;
  const met = inOrder(areas, newest(judgements)).filter(({ rating }) => GOOD.has(rating));
  const short = areas.filter((area) => !met.some((judgement) => judgement.area === area));
  return outcome(RuleId.E14, {
    needed: strict ? areas.length : 0,
    actual: met.length,
    because: met.map(({ id, area }) => ({ id, text: `${area} is met.` })),
    next: `${short.join(", ")} ${short.length === 1 ? "is" : "are"} not met: ask for further evidence instead.`,
  });
};

/** What must hold before an assessment is decided: E13 and E14. */
export const decision = (
  wanted: AssessmentOutcome,
  areas: readonly string[],
  judgements: readonly AreaJudgement[],
  everyAreaMet: boolean,
): RuleOutcome =>
  all(RuleId.DECISION, [everyAreaJudged(areas, judgements), judgementsAllow(wanted, areas, judgements, everyAreaMet)]);

/** A round of assessment, as far as the next one depends on it. */
export interface Round {
  readonly id: string;
  readonly round: number;
  readonly assessorId: string;
  readonly outcome: AssessmentOutcome | null;
  readonly released: boolean;
  /** Whether its decision was set aside, on appeal. */
  readonly setAside: boolean;
}

/** A first round, or another after FURTHER_EVIDENCE_NEEDED was released or a decision set aside; never two at once. */
export const mayOpenRound = (rounds: readonly Round[]): RuleOutcome => {
  const last = [...rounds].sort((a, b) => a.round - b.round).at(-1);
  const obstacle = last ? obstacleAfter(last, rounds) : null;
  return outcome(RuleId.ROUND, {
    needed: 1,
    actual: obstacle === null ? 1 : 0,
    because: last ? [{ id: last.id, text: `Round ${last.round} was the last.` }] : [],
    next: obstacle ?? "",
  });
};

const obstacleAfter = (last: Round, rounds: readonly Round[]): string | null => {
  const { round, outcome: decided, released, setAside } = last;
  if (decided === null) return `Round ${round} is open: decide it first.`;
  if (!released) return `Release round ${round} first.`;
  if (decided === AssessmentOutcome.FURTHER_EVIDENCE_NEEDED || setAside) return null;
  const owed = decided !== AssessmentOutcome.ACCREDIT && stillOwed(rounds);
  return owed ? null : `Round ${round} was final: there is no other.`;
};

/**
 * Whether a decision was set aside and nobody else has assessed a round since. A round that was under way by the same
 * assessor while the appeal was goes on, and does not stand for the one that the trainee was given.
 */
export const stillOwed = (rounds: readonly Round[]): boolean => {
  const upheld = rounds.filter(({ setAside }) => setAside);
  return upheld.some(
    ({ round, assessorId }) => !rounds.some((later) => later.round > round && later.assessorId !== assessorId),
  );
};

/** R32: whose decision was set aside assesses no further round of the same trainee. */
export const assessesAnew = (rounds: readonly Round[], assessorId: string): RuleOutcome => {
  const theirs = rounds.filter((round) => round.setAside && round.assessorId === assessorId);
  return outcome(RuleId.ASSESSOR, {
    needed: 1,
    actual: theirs.length > 0 ? 0 : 1,
    because: theirs.map(({ id, round }) => ({
      id,
      text: `The decision of round ${round} was theirs, and was set aside.`,
    })),
    next: "Their decision was set aside on appeal: name another assessor.",
  });
};
