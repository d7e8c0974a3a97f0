import { BoardKind } from "../board/board-kind";
import { outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { CommissionStage } from "./commission-stage";

/** The boards that safeguard adults or children; a community safety partnership does not, whatever it reviews. */
const SAFEGUARDING: ReadonlySet<BoardKind> = new Set([
  BoardKind.LSCB,
  BoardKind.SAFEGUARDING_CHILDREN_PARTNERSHIP,
  BoardKind.SAB,
  BoardKind.CHILD_PROTECTION_COMMITTEE,
  BoardKind.ADULT_PROTECTION_COMMITTEE,
  BoardKind.REGIONAL_SAFEGUARDING_BOARD,
]);

/** R19 (E7): a practice review is commissioned by a safeguarding board. */
export const boardMayCommission = (board: { id: string; name: string; kind: BoardKind } | null): RuleOutcome => {
  const safeguards = board !== null && SAFEGUARDING.has(board.kind);
  return outcome(RuleId.E7, {
    needed: 1,
    actual: safeguards ? 1 : 0,
    because: safeguards ? [{ id: board.id, text: `${board.name} is a safeguarding board.` }] : [],
    next: board
      ? `${board.name} is not a safeguarding board: propose your practice review to one.`
      : "Propose your practice review to a safeguarding board.",
  });
};

/** A member of a pair, and the rate that both sides agreed. */
export interface MemberRate {
  readonly personId: string;
  readonly name: string;
  readonly agreed: { readonly id?: string; readonly text: string } | null;
  /** Whether they came in another's place after the board commissioned the review, and have not agreed theirs yet. */
  readonly awaited?: boolean;
}

/**
 * R21 (E8): a day rate is agreed for each member of the pair before the review is commissioned. Who comes to it later
 * agrees theirs for themself: their partner, who was ready with theirs, is no less so.
 */
export const ratesAgreed = (members: readonly MemberRate[]): RuleOutcome => {
  const asked = members.filter(({ awaited }) => !awaited);
  const because = asked.flatMap(({ name, agreed }) =>
    agreed ? [{ id: agreed.id, text: `${name}: ${agreed.text}.` }] : [],
  );
  const open = asked.filter((member) => member.agreed === null).map(({ name }) => name);
  return outcome(RuleId.E8, {
    needed: Math.max(2, members.length) - (members.length - asked.length),
    actual: because.length,
    because,
    next:
      open.length > 0
        ? `Agree a day rate for ${open.join(" and ")} with the board.`
        : "Agree day rates with the board once there is a commission.",
  });
};

const ORDER: readonly CommissionStage[] = [
  CommissionStage.NEGOTIATING,
  CommissionStage.COMMISSIONED,
  CommissionStage.SCOPING,
  CommissionStage.DATA_COLLECTION,
  CommissionStage.ANALYSIS,
  CommissionStage.FINDINGS,
  CommissionStage.DRAFT_REPORT,
  CommissionStage.QUALITY_ASSURANCE,
  CommissionStage.BOARD_RESPONSE,
  CommissionStage.PUBLISHED,
  CommissionStage.CLOSED,
];

/** The stages at which a commission came to nothing: they have no place in the order. */
export const CAME_TO_NOTHING: readonly CommissionStage[] = [CommissionStage.DECLINED, CommissionStage.ABANDONED];

/** The stage that follows, or null after the last and for a commission that came to nothing. */
export const nextStage = (stage: CommissionStage): CommissionStage | null =>
  CAME_TO_NOTHING.includes(stage) ? null : (ORDER[ORDER.indexOf(stage) + 1] ?? null);

/** Whether a stage is that one or a later one. A commission that came to nothing reaches none. */
export const hasReached = (stage: CommissionStage, wanted: CommissionStage): boolean =>
  ORDER.includes(wanted) && ORDER.indexOf(stage) >= ORDER.indexOf(wanted);

/** The stages the pair moves to by itself. */
export const MOVED_BY_PAIR: ReadonlySet<CommissionStage> = new Set([
  CommissionStage.SCOPING,
  CommissionStage.DATA_COLLECTION,
  CommissionStage.ANALYSIS,
  CommissionStage.FINDINGS,
  CommissionStage.DRAFT_REPORT,
]);

const words = (stage: CommissionStage): string => stage.toLowerCase().replaceAll("_", " ");

/** A stage follows the one before it: none is skipped and none comes back. */
export const mayMove = (from: CommissionStage, to: CommissionStage): RuleOutcome => {
  const following = nextStage(from);
  return outcome(RuleId.STAGE_ORDER, {
    needed: 1,
    actual: following === to ? 1 : 0,
    because: [{ text: `The commission stands at ${words(from)}.` }],
    next: following ? `After ${words(from)} comes ${words(following)}.` : `Nothing comes after ${words(from)}.`,
  });
};

/** R12, R13 (E11): the practice review has reached the stage the Standard names, quality assurance passed. */
export const reviewFinished = (
  commission: { id: string; reference: string; stage: CommissionStage; qualityPassed: boolean | null } | null,
  countsFrom: CommissionStage,
): RuleOutcome => {
  const reached = commission !== null && hasReached(commission.stage, countsFrom);
  const passed = commission?.qualityPassed === true;
  return outcome(RuleId.E11, {
    needed: 2,
    actual: Number(reached) + Number(passed),
    because: [
      ...(reached
        ? [{ id: commission.id, text: `${commission.reference} has reached ${words(commission.stage)}.` }]
        : []),
      ...(passed ? [{ id: commission.id, text: "Quality assurance was passed." }] : []),
    ],
    next: towardsFinish(commission, countsFrom),
  });
};

const towardsFinish = (
  commission: { reference: string; stage: CommissionStage; qualityPassed: boolean | null } | null,
  countsFrom: CommissionStage,
): string => {
  if (!commission) return "Find a safeguarding board that commissions you, and conduct the practice review.";
  const { reference, stage, qualityPassed } = commission;
  if (CAME_TO_NOTHING.includes(stage))
    return `${reference} was ${words(stage)}: find another board for the practice review.`;
  if (qualityPassed) return `Bring ${reference} from ${words(stage)} to ${words(countsFrom)}.`;
  return `Bring ${reference} through quality assurance.`;
};

/** By what a commission is late. */
export interface Timed {
  readonly stage: CommissionStage;
  readonly targetOn: string | null;
  readonly pausedOn: string | null;
}

/**
 * Whether the day a board wanted a review finished has passed and the report is not with it yet. While it is paused it
 * does not become late, and one that was late before stays so.
 */
export const isLate = ({ stage, targetOn, pausedOn }: Timed, today: string): boolean =>
  targetOn !== null &&
  targetOn < (pausedOn ?? today) &&
  !CAME_TO_NOTHING.includes(stage) &&
  !hasReached(stage, CommissionStage.BOARD_RESPONSE);
