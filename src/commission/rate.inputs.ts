import { InputType } from "type-graphql";
import { AnId, Count, MutationInput, SeenVersion, Text } from "../mutation/inputs";

@InputType({ description: "A day rate for one member of the pair." })
export class OfferRateInput extends MutationInput {
  @AnId({ description: "The commission, by id or reference." })
  commissionId!: string;

  @AnId({ description: "Whose rate it is: yours or, if you speak for the board, either member's." })
  personId!: string;

  @Count({ least: 1, most: 100_000_000, description: "The rate for a day, in pence." })
  amountMinor!: number;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "The other side's offer, accepted." })
export class AcceptRateInput extends MutationInput {
  @AnId({ description: "The offer: the latest for that person." })
  rateOfferId!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "One's own offer, taken back." })
export class WithdrawRateInput extends MutationInput {
  @AnId({ description: "The offer: the latest for that person." })
  rateOfferId!: string;

  @Text({ most: 1_000, optional: true, description: "Why, if you wish to say: both sides read it." })
  reason?: string;

  @SeenVersion()
  expectedVersion!: number;
}
