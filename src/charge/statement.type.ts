import { Field } from "type-graphql";
import { One } from "../graph/fields";
import { APart } from "../graph/part";
import { CalendarDate, DateTime, Money } from "../graph/scalars";
import { Person } from "../person/person.entity";
import { Charge } from "./charge.entity";
import { ChargeKind } from "./charge-kind";
import { Payer } from "./payer";

/** What lines come to: fields of a statement, of a line of it and of a total alike. */
export interface StatementSum {
  readonly amount: Money;
  readonly vat: Money;
  readonly withVat: Money;
}

@APart({ description: "A line of a statement: a charge or a credit note." })
export class StatementLine implements StatementSum {
  chargeId!: string;

  @One(() => Charge, { key: "chargeId", description: "The line of the ledger." })
  readonly charge?: never;

  @Field(() => DateTime, { description: "When it was raised." })
  raisedAt!: string;

  @Field(() => ChargeKind, { description: "What it is for, as one of a few kinds." })
  kind!: ChargeKind;

  @Field(() => String, { description: "What it is for, in a line." })
  purpose!: string;

  @Field(() => Money, { description: "How much, without VAT; a credit note's is negative." })
  amount!: Money;

  @Field(() => Money, { description: "VAT on it." })
  vat!: Money;

  @Field(() => Money, { description: "Amount and VAT." })
  withVat!: Money;

  @Field(() => Money, { description: "What is owed with this line, VAT included." })
  balance!: Money;
}

@APart({ description: "What the lines of one kind on a statement come to: charges less credit notes." })
export class StatementTotal implements StatementSum {
  @Field(() => ChargeKind, { description: "The kind." })
  kind!: ChargeKind;

  @Field(() => Money, { description: "Without VAT." })
  amount!: Money;

  @Field(() => Money, { description: "VAT." })
  vat!: Money;

  @Field(() => Money, { description: "With VAT." })
  withVat!: Money;
}

@APart({ description: "A day rate that was agreed: what a board pays one of the pair for each day of the review." })
export class StatementRate {
  personId!: string;

  @One(() => Person, { key: "personId", description: "Whom it is paid to." })
  readonly person?: never;

  @Field(() => Money, { description: "For a day." })
  rate!: Money;

  @Field(() => Payer, { description: "Who pays it: the board, always." })
  payer!: Payer;
}

@APart({
  description:
    "What somebody was charged in a time, and what of it was credited. It says what is owed: who has paid what is not kept here, so that a balance is of charges and credit notes alone.",
})
export class Statement implements StatementSum {
  @Field(() => CalendarDate, { nullable: true, description: "The first day it tells of; null for all until its end." })
  from!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "The last day it tells of; null for all that is there." })
  to!: string | null;

  @Field(() => Money, { description: "What was charged and not credited before, with VAT." })
  openingBalance!: Money;

  @Field(() => [StatementLine], { description: "Its lines, the earliest first: at most 100." })
  lines!: StatementLine[];

  @Field(() => Boolean, {
    description: "Whether all its lines are told: there are more than 100 if not, and a shorter time shows the others.",
  })
  complete!: boolean;

  @Field(() => [StatementTotal], { description: "What its lines come to, kind by kind; of kinds that there are." })
  totals!: StatementTotal[];

  @Field(() => Money, { description: "What its lines come to, without VAT." })
  amount!: Money;

  @Field(() => Money, { description: "The VAT of its lines." })
  vat!: Money;

  @Field(() => Money, { description: "What its lines come to, with VAT." })
  withVat!: Money;

  @Field(() => Money, { description: "What is charged and not credited at its end, with VAT." })
  closingBalance!: Money;

  @Field(() => [StatementRate], {
    description:
      "The day rates agreed with the pair. The board pays them to the two themselves: they are not in the sums. None on a trainee's statement.",
  })
  rates!: StatementRate[];
}
