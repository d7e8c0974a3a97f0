import { registerEnumType } from "type-graphql";
import { Board } from "../board/board.entity";
import { Commission } from "../commission/commission.entity";
import { Hidden, Moment, OneOf, Words } from "../graph/columns";
import { Computed, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { Money, money } from "../graph/scalars";
import { AThing, Id, Key } from "../graph/thing";
import { Holds } from "../personal/holds";
import { SupervisionSession } from "../supervision/supervision-session.entity";
import { ChargeKind } from "./charge-kind";
import { Payer } from "./payer";

registerEnumType(Payer, { name: "Payer", description: "Who pays." });
registerEnumType(ChargeKind, {
  name: "ChargeKind",
  description: "What a charge is for.",
  valuesConfig: {
    INDIVIDUAL_SUPERVISION: { description: "A session of individual supervision: always the board's to pay." },
    QUALITY_ASSURANCE: { description: "Quality assurance of a review: always the board's to pay." },
    PROGRAMME_FEE: { description: "The programme's fee: the trainee's to pay, and nothing else is." },
  },
});

@AThing({
  prefix: "chg",
  table: "charge",
  sees: "charges",
  audience: { boardId: "t.boardId" },
  description:
    "A line of the ledger of who pays what: a charge, or a credit note on one. Lines are never changed or removed.",
})
@Holds({ nobodys: ["purpose", "currency"] })
export class Charge {
  @Id()
  id!: string;

  @Key({ index: true })
  boardId!: string;

  @One(() => Board, { sees: "charges", key: "boardId", description: "The board that pays." })
  readonly board?: never;

  @Key({ index: true })
  commissionId!: string;

  @One(() => Commission, { sees: "charges", key: "commissionId", description: "Under which commission." })
  readonly commission?: never;

  @Key({ nullable: true, index: true })
  sessionId!: string | null;

  @One(() => SupervisionSession, {
    sees: "charges",
    key: "sessionId",
    description: "For which session of supervision; null when it is for something else.",
  })
  readonly session?: never;

  @OneOf("charges", Payer, "Who pays: individual supervision is always the board's.")
  payer!: Payer;

  @OneOf("charges", ChargeKind, "What it is for, as one of a few kinds.")
  kind!: ChargeKind;

  @Words("charges", 200, "What it is for, in a line.")
  purpose!: string;

  @Hidden({ type: "integer" })
  amountMinor!: number;

  @Hidden({ type: "varchar", length: 3 })
  currency!: string;

  @Computed<{ amountMinor: number; currency: string }>(() => Money, {
    sees: "charges",
    from: ["amountMinor", "currency"],
    value: ({ amountMinor, currency }) => money(amountMinor, currency),
    description: "How much, without VAT; a credit note's is negative.",
  })
  readonly amount?: never;

  @Key({ nullable: true, index: true })
  creditsId!: string | null;

  @One(() => Charge, {
    sees: "charges",
    key: "creditsId",
    description: "The charge that this credit note takes back, or a part of it; null for a charge.",
  })
  readonly credits?: never;

  @Moment("charges", "When it was raised.")
  raisedAt!: Date;
}

export const charges = listing(Charge, {
  orders: { NEWEST_FIRST: { column: "raisedAt", direction: "DESC", description: "The latest comes first." } },
  filter: { raisedAt: is.moment() },
});
