import { InputType } from "type-graphql";
import { AnId, Count, Day, MutationInput, Pence, SeenVersion } from "../mutation/inputs";

const FROM = "The first day it is in force.";
const AMOUNT = "The fee without VAT, in pence.";
const VAT = "VAT on the fee, in per cent.";

@InputType({ description: "The first fee of a new programme." })
export class FeeInput {
  @Day({ description: FROM })
  appliesFrom!: string;

  @Pence({ description: AMOUNT })
  feeMinor!: number;

  @Count({ least: 0, most: 100, description: VAT })
  vatPercent!: number;
}

@InputType({ description: "What a programme costs from a day on." })
export class SetFeeInput extends MutationInput {
  @AnId({ description: "The programme, by id or reference." })
  programmeId!: string;

  @Day({ description: `${FROM} No other fee of the programme begins with it.` })
  appliesFrom!: string;

  @Pence({ description: AMOUNT })
  feeMinor!: number;

  @Count({ least: 0, most: 100, description: VAT })
  vatPercent!: number;

  @SeenVersion()
  expectedVersion!: number;
}
