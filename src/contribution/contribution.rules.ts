import { CommissionStage } from "../commission/commission-stage";
import { invalid, UserError } from "../mutation/refused";
import { outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { daysAfter } from "../time";

/** How long somebody has to give their input unless the pair says otherwise, and at most. */
export const USUAL_DAYS = 21;
export const MOST_DAYS = 90;

/** So many people are named for one review. */
export const MOST_NAMED = 20;

/** A review that has not been commissioned, or is over, has nobody to ask. */
const NOT_GOING_ON: ReadonlySet<CommissionStage> = new Set([
  CommissionStage.NEGOTIATING,
  CommissionStage.DECLINED,
  CommissionStage.CLOSED,
]);

/** A review, and whether its pair still is one. */
export interface Review {
  readonly reference: string;
  readonly stage: CommissionStage;
  readonly dissolvedOn: string | null;
}

/** R35: people who take part in a review are asked for their input while it goes on. */
export const reviewGoesOn = ({ reference, stage, dissolvedOn }: Review): RuleOutcome => {
  const met = dissolvedOn === null && !NOT_GOING_ON.has(stage);
  const why = dissolvedOn !== null ? "its pair has ended" : `it stands at ${stage.toLowerCase().replaceAll("_", " ")}`;
  return outcome(RuleId.ASKING, {
    needed: 1,
    actual: met ? 1 : 0,
    next: `${reference} does not go on: ${why}. Others are asked from the day it is commissioned until it is closed.`,
  });
};

/** What is wrong with a last day, if anything: it is today or later, and not too far off. */
export const untilFaults = (until: string, today: string): UserError[] =>
  until < today || until > daysAfter(today, MOST_DAYS)
    ? [invalid(["until"], `until must be from today to ${MOST_DAYS} days from now.`)]
    : [];

/** Whom a link leads to: what of them, and of whom they are asked about, has happened. */
export interface Linked {
  readonly until: string;
  readonly review: Review;
  /** Whether each of those asked about is still there: neither withdrawn nor erased. */
  readonly present: readonly boolean[];
}

/** Whether a link can be used on a day. It ends with its last day in London. */
export const linkIsOpen = ({ until, review, present }: Linked, day: string): boolean =>
  day <= until && reviewGoesOn(review).met && present.every(Boolean);
