import { hasReached } from "../commission/commission.rules";
import { CommissionStage } from "../commission/commission-stage";
import { vatOn } from "../programme/vat";
import { outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { ChargeKind } from "./charge-kind";
import { Payer } from "./payer";

/** R27, R44, R50: whose each kind of charge is to pay. There is no other combination. */
const PAYS: Readonly<Record<ChargeKind, { payer: Payer; next: string }>> = {
  [ChargeKind.INDIVIDUAL_SUPERVISION]: {
    payer: Payer.BOARD,
    next: "Charge individual supervision to the commissioning board.",
  },
  [ChargeKind.QUALITY_ASSURANCE]: { payer: Payer.BOARD, next: "Charge quality assurance to the commissioning board." },
  [ChargeKind.PROGRAMME_FEE]: { payer: Payer.TRAINEE, next: "Charge the programme fee to the trainee." },
};

/** R27, R44, R50 (E10): supervision and quality assurance are the board's to pay, the fee the trainee's, nothing else. */
export const onTheRightParty = (kind: ChargeKind, payer: Payer): RuleOutcome =>
  outcome(RuleId.E10, { needed: 1, actual: payer === PAYS[kind].payer ? 1 : 0, next: PAYS[kind].next });

/** R13, R44: quality assurance is charged once it is due, which is when there is a draft report, and ever after. */
export const qualityAssuranceIsDue = (commission: {
  stage: CommissionStage;
  qualityRecordedOn: string | null;
}): boolean => commission.qualityRecordedOn !== null || hasReached(commission.stage, CommissionStage.DRAFT_REPORT);

/** VAT on a line, in pence: none where no rate was recorded. */
export const vatOfLine = (amountMinor: number, vatPercent: number | null): number =>
  vatPercent === null ? 0 : vatOn(amountMinor, vatPercent);

/**
 * What a credit note takes back of a charge of which so much is left, all in pence and negative. Its VAT is what stood
 * before less what stands after, each rounded half a penny up: in however many parts a charge is credited, its lines
 * add up to the VAT on what is left, and to nothing once nothing is.
 */
export const creditOf = (
  leftMinor: number,
  vatPercent: number | null,
  amountMinor: number,
): { amountMinor: number; vatMinor: number } => ({
  amountMinor: -amountMinor,
  vatMinor: vatOfLine(leftMinor - amountMinor, vatPercent) - vatOfLine(leftMinor, vatPercent),
});
