import { onTheRightParty } from "../charge/charge.rules";
import { ChargeKind } from "../charge/charge-kind";
import type { OwedByBoard } from "../charge/ledger";
import { Payer } from "../charge/payer";
import { inWords } from "../rules/day";
import { outcome, RuleId, RuleOutcome } from "../rules/outcome";

/** A full day of group supervision that a trainee attended. */
export interface GroupDay {
  /** Not there where such a day is only supposed. */
  readonly id?: string | undefined;
  readonly date: string;
}

/** An individual session, as a board is charged for it. */
export interface IndividualSession {
  readonly id: string;
  readonly boardId: string | null;
  readonly commissionId: string | null;
  readonly date: string;
  readonly minutes: number | null;
}

/** The days that count: from the start of the commission until the assessment. */
export interface Window {
  readonly from: string | null;
  readonly until: string;
}

/** R24 (E9): enough different days of group supervision during the practice review. */
export const groupSupervision = (
  needed: number,
  attended: readonly GroupDay[],
  { from, until }: Window,
): RuleOutcome => {
  const within = attended.filter(({ date }) => from !== null && from <= date && date <= until);
  const distinct = [...new Map(within.map((day) => [day.date, day])).values()].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
  const missing = needed - distinct.length;
  return outcome(RuleId.E9, {
    needed,
    actual: distinct.length,
    because: distinct.map(({ id, date }) => ({ id, text: `Group supervision on ${inWords(date)}.` })),
    next: from
      ? `Attend ${missing} more ${missing === 1 ? "day" : "days"} of group supervision.`
      : `Have your review commissioned, then attend ${needed} days of group supervision: only days from then on count.`,
  });
};

/** From which day on a board pays for somebody's supervision, and until which: both days count. */
export interface Paid {
  readonly commissionedOn: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

/**
 * R27: an individual session is held while a board pays for it and the trainee conducts its review, and is logged once
 * it was. Sentences about `date`.
 */
export const faultsOfDate = (date: string, { commissionedOn, from, until }: Paid, today: string): string[] => [
  ...(commissionedOn !== null && date < commissionedOn
    ? [`date is before the board commissioned the review, on ${commissionedOn}.`]
    : from !== null && date < from
      ? [`date is before the trainee came to the review, on ${from}.`]
      : []),
  ...(until !== null && date > until ? [`date is after the trainee left the review, on ${until}.`] : []),
  ...(date > today ? ["date is in the future."] : []),
];

/** R27, R44: what a board owes for an individual session. */
export const owedFor = (
  { id, boardId, commissionId, date, minutes }: IndividualSession,
  amountMinor: number,
): OwedByBoard => ({
  kind: ChargeKind.INDIVIDUAL_SUPERVISION,
  boardId: boardId as string,
  commissionId: commissionId as string,
  sessionId: id,
  purpose: `Individual supervision on ${date}, ${minutes} minutes`,
  amountMinor,
});

/** R27, R44 (E10): individual supervision is charged to the board, never to the trainee. */
export const chargedToTheBoard = (payer: Payer): RuleOutcome =>
  onTheRightParty(ChargeKind.INDIVIDUAL_SUPERVISION, payer);
