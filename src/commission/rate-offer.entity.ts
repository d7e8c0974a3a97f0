import { registerEnumType } from "type-graphql";
import { Hidden, Moment, OneOf } from "../graph/columns";
import { Computed, One } from "../graph/fields";
import { Money, money } from "../graph/scalars";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Holds } from "../personal/holds";
import { Commission } from "./commission.entity";
import { RateSide } from "./rate-side";

registerEnumType(RateSide, { name: "RateSide", description: "Which side of a negotiation." });

@AThing({
  prefix: "rat",
  table: "rate_offer",
  sees: "commission",
  audience: { commissionId: "t.commissionId", boardId: "t.boardId" },
  description:
    "A day rate offered for one member of the pair: by that member or the board, for the other side to accept.",
})
@Holds({ about: "t.personId = $", own: true, nobodys: ["currency"] })
export class RateOffer {
  @Id()
  id!: string;

  @Key({ index: true })
  commissionId!: string;

  @One(() => Commission, { sees: "commission", key: "commissionId", description: "The commission." })
  readonly commission?: never;

  @Key()
  boardId!: string;

  @Key()
  personId!: string;

  @One(() => Person, { sees: "commission", key: "personId", description: "Whose day rate it is." })
  readonly person?: never;

  @OneOf("commission", RateSide, "Who offered it.")
  offeredBy!: RateSide;

  @Hidden({ type: "integer" })
  amountMinor!: number;

  @Hidden({ type: "varchar", length: 3 })
  currency!: string;

  @Computed<{ amountMinor: number; currency: string }>(() => Money, {
    sees: "commission",
    from: ["amountMinor", "currency"],
    value: ({ amountMinor, currency }) => money(amountMinor, currency),
    description: "The rate for a day.",
  })
  readonly rate?: never;

  @Moment("commission", "When it was offered.")
  offeredAt!: Date;

  @Moment("commission", "When the other side accepted; null until then.", { nullable: true })
  acceptedAt!: Date | null;

  @Moment("commission", "When who offered it took it back; null where it stands, or was accepted.", { nullable: true })
  withdrawnAt!: Date | null;

  @Version()
  version!: number;
}
