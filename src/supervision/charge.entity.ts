import { registerEnumType } from "type-graphql";
import { Board } from "../board/board.entity";
import { Commission } from "../commission/commission.entity";
import { Hidden, Moment, OneOf, Words } from "../graph/columns";
import { Computed, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { Money, money } from "../graph/scalars";
import { AThing, Id, Key } from "../graph/thing";
import { Holds } from "../personal/holds";
import { Payer } from "./payer";
import { SupervisionSession } from "./supervision-session.entity";

registerEnumType(Payer, { name: "Payer", description: "Who pays." });

@AThing({
  prefix: "chg",
  table: "charge",
  sees: "charges",
  audience: { boardId: "t.boardId" },
  description: "Who pays what, and for which session.",
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

  @Key({ index: true })
  sessionId!: string;

  @One(() => SupervisionSession, { sees: "charges", key: "sessionId", description: "For which session." })
  readonly session?: never;

  @OneOf("charges", Payer, "Who pays: individual supervision is always the board's.")
  payer!: Payer;

  @Words("charges", 200, "What it is for.")
  purpose!: string;

  @Hidden({ type: "integer" })
  amountMinor!: number;

  @Hidden({ type: "varchar", length: 3 })
  currency!: string;

  @Computed<{ amountMinor: number; currency: string }>(() => Money, {
    sees: "charges",
    from: ["amountMinor", "currency"],
    value: ({ amountMinor, currency }) => money(amountMinor, currency),
    description: "How much.",
  })
  readonly amount?: never;

  @Moment("charges", "When it was raised.")
  raisedAt!: Date;
}

export const charges = listing(Charge, {
  orders: { NEWEST_FIRST: { column: "raisedAt", direction: "DESC", description: "The latest comes first." } },
  filter: { raisedAt: is.moment() },
});
