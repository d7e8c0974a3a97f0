import { InputType } from "type-graphql";
import { AnId, Count, MutationInput, Text } from "../mutation/inputs";

const MOST = 100_000_000;

@InputType({ description: "The fee of a trainee who is not charged it." })
export class ChargeFeeInput extends MutationInput {
  @AnId({ description: "The trainee, by id or reference." })
  traineeId!: string;
}

@InputType({ description: "What quality assurance of a review costs its board." })
export class ChargeQualityAssuranceInput extends MutationInput {
  @AnId({ description: "The commission, by id or reference; its board pays." })
  commissionId!: string;

  @Count({ least: 1, most: MOST, description: "What is charged, in pence; without VAT." })
  amountMinor!: number;

  @Text({ most: 200, description: "What for, in a line. It stays when people are erased: name nobody in it." })
  purpose!: string;
}

@InputType({ description: "What of a charge is taken back." })
export class CreditChargeInput extends MutationInput {
  @AnId({ description: "The charge. A credit note is not credited: charge anew instead." })
  chargeId!: string;

  @Count({
    least: 1,
    most: MOST,
    optional: true,
    description: "How much, in pence without VAT: all that is left of the charge unless told, and never more.",
  })
  amountMinor?: number;

  @Text({ most: 1_000, description: "Why: for whoever is charged, and the history." })
  reason!: string;
}
