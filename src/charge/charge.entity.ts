import { registerEnumType } from "type-graphql";
import { Board } from "../board/board.entity";
import { Commission } from "../commission/commission.entity";
import { Hidden, Moment, OneOf, Whole, Words } from "../graph/columns";
import { Computed, Many, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { Money, money } from "../graph/scalars";
import { AThing, Id, Key } from "../graph/thing";
import { Holds, OF_TRAINEE } from "../personal/holds";
import { SupervisionSession } from "../supervision/supervision-session.entity";
import { Trainee } from "../trainee/trainee.entity";
import { ChargeKind } from "./charge-kind";
import { Payer } from "./payer";
import { linesSeen } from "./seen";

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
  visible: linesSeen,
  audience: { boardId: "t.boardId", traineeId: "t.traineeId" },
  description:
    "A line of the ledger of who pays what: a charge, or a credit note on one. Lines are never changed or removed. The ledger tells what is owed and why; who has paid what is kept elsewhere.",
})
// A line outlives whoever it was for: it names nobody, and accounts are kept.
@Holds({ about: OF_TRAINEE, nobodys: ["purpose", "currency"] })
export class Charge {
  @Id()
  id!: string;

  @Key({ nullable: true, index: true })
  boardId!: string | null;

  @One(() => Board, { sees: "charges", key: "boardId", description: "The board that pays." })
  readonly board?: never;

  @Key({ nullable: true, index: true })
  traineeId!: string | null;

  @One(() => Trainee, { sees: "charges", key: "traineeId", description: "The trainee who pays." })
  readonly trainee?: never;

  @Key({ nullable: true, index: true })
  commissionId!: string | null;

  @One(() => Commission, {
    sees: "charges",
    key: "commissionId",
    description: "Under which commission a board is charged.",
  })
  readonly commission?: never;

  @Key({ nullable: true, index: true })
  sessionId!: string | null;

  @One(() => SupervisionSession, {
    sees: "charges",
    key: "sessionId",
    description: "For which session of supervision; null when it is for something else.",
  })
  readonly session?: never;

  @OneOf("charges", Payer, "Who pays: a board for supervision and quality assurance, a trainee for the fee.")
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

  @Whole(
    "charges",
    "The rate of VAT, in per cent: that of the fee in force. Null for a line from before VAT was recorded.",
    {
      nullable: true,
    },
  )
  vatPercent!: number | null;

  @Hidden({ type: "integer" })
  vatMinor!: number;

  @Computed<{ vatMinor: number; currency: string }>(() => Money, {
    sees: "charges",
    from: ["vatMinor", "currency"],
    value: ({ vatMinor, currency }) => money(vatMinor, currency),
    description:
      "VAT on it, rounded to the nearest penny, half a penny up. A credit note's is the VAT that stood before it less the VAT on what is left, so that a charge and its credit notes add up to the penny.",
  })
  readonly vat?: never;

  @Computed<{ amountMinor: number; vatMinor: number; currency: string }>(() => Money, {
    sees: "charges",
    from: ["amountMinor", "vatMinor", "currency"],
    value: ({ amountMinor, vatMinor, currency }) => money(amountMinor + vatMinor, currency),
    description: "What is to be paid, or taken off: amount and VAT.",
  })
  readonly withVat?: never;

  @Key({ nullable: true, index: true })
  creditsId!: string | null;

  @One(() => Charge, {
    sees: "charges",
    key: "creditsId",
    description: "The charge that this credit note takes back, or a part of it; null for a charge.",
  })
  readonly credits?: never;

  @Many(() => charges, {
    sees: "charges",
    by: "creditsId",
    description: "The credit notes on it. Of a credit note there are none.",
  })
  readonly creditNotes?: never;

  @Moment("charges", "When it was raised.")
  raisedAt!: Date;
}

export const charges = listing(Charge, {
  orders: {
    NEWEST_FIRST: { column: "raisedAt", direction: "DESC", description: "The latest comes first." },
    OLDEST_FIRST: { column: "raisedAt", direction: "ASC", description: "The earliest comes first." },
  },
  filter: {
    raisedAt: is.moment(),
    kind: is.oneOf(ChargeKind, "ChargeKind"),
    payer: is.oneOf(Payer, "Payer"),
    creditsId: is.edge(() => Charge),
  },
});
