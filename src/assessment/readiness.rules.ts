import { BoardKind } from "../board/board-kind";
import { boardMayCommission, MemberRate, ratesAgreed, reviewFinished } from "../commission/commission.rules";
import { CommissionStage } from "../commission/commission-stage";
import { AttendedDay, trainingComplete } from "../course/course.rules";
import { everySource } from "../evidence/evidence.rules";
import { EvidenceSource } from "../evidence/evidence-source";
import { inAPair, PossibleMember } from "../pair/pair.rules";
import { StandardNumbers } from "../programme/standard-numbers";
import { all, RuleId, RuleOutcome } from "../rules/outcome";
import { GroupDay, groupSupervision, Window } from "../supervision/supervision.rules";

/** All that the rules of readiness look at, for one trainee. */
export interface ReadinessFacts {
  readonly standard: StandardNumbers;
  readonly courseDays: readonly AttendedDay[];
  /** The members of the trainee's pair; none without one. */
  readonly members: readonly PossibleMember[];
  /** The day the pair was formed: the day on which its members had to be fit. */
  readonly pairFormedOn: string | null;
  /** The practice review; null before one is proposed. */
  readonly commission: {
    readonly id: string;
    readonly reference: string;
    readonly stage: CommissionStage;
    readonly qualityPassed: boolean | null;
    readonly board: { readonly id: string; readonly name: string; readonly kind: BoardKind };
    readonly rates: readonly MemberRate[];
  } | null;
  readonly groupDays: readonly GroupDay[];
  readonly window: Window;
  readonly evidence: readonly {
    readonly id?: string | undefined;
    readonly title: string;
    readonly source: EvidenceSource;
  }[];
}

/** The rules that readiness is made of, in their order. */
export const READINESS_RULES = [
  ...([RuleId.E4, RuleId.E6, RuleId.E7, RuleId.E8, RuleId.E9] as const),
  ...([RuleId.E11, RuleId.E12] as const),
] as const;

/** Whether a trainee is ready to be assessed. `Trainee.readiness` shows it and `openAssessment` refuses by it. */
export const readiness = (facts: ReadinessFacts): RuleOutcome => {
  const { standard, commission } = facts;
  return all(RuleId.READINESS, [
    trainingComplete(standard.courseDays, facts.courseDays),
    inAPair(facts.members, facts.pairFormedOn ?? facts.window.until),
    boardMayCommission(commission?.board ?? null),
    ratesAgreed(commission?.rates ?? []),
    groupSupervision(standard.groupDays, facts.groupDays, facts.window),
    reviewFinished(commission, standard.reviewCountsFrom),
    everySource(standard.sources, facts.evidence),
  ]);
};
