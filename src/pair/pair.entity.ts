import { Index } from "typeorm";
import { commissions } from "../commission/commission.entity";
import { CalendarDay, Whole } from "../graph/columns";
import { ListOf, Many, One } from "../graph/fields";
import { listing } from "../graph/listing";
import { AThing, Id, Key, Reference, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Holds } from "../personal/holds";
import { Trainee } from "../trainee/trainee.entity";

@AThing({
  prefix: "pai",
  table: "pair",
  sees: "name",
  audience: { pairId: "t.id" },
  referenced: true,
  description:
    "Two people who conduct a review together, each a trainee or accredited. A practice review takes at least one trainee; other reviews are conducted by two accredited people as well.",
})
@Holds({ about: "t.id IN (SELECT m.pairId FROM pair_member m WHERE m.personId = $)", own: true })
export class Pair {
  @Id()
  id!: string;

  @Reference("P-2017-01")
  reference!: string;

  @CalendarDay("name", "When they became a pair.")
  formedOn!: string;

  @CalendarDay("name", "When they ceased to be one; null while they are.", { nullable: true })
  dissolvedOn!: string | null;

  @ListOf(() => PairMember, { sees: "name", by: "pairId", order: ["ordinal"], size: 2, description: "The two." })
  readonly members?: never;

  @Many(() => commissions, { sees: "commission", by: "pairId", description: "The commissions they proposed or hold." })
  readonly commissions?: never;

  @Version()
  version!: number;
}

export const pairs = listing(Pair, {
  orders: {
    REFERENCE: { column: "reference", direction: "ASC", description: "By reference." },
    NEWEST_FIRST: { column: "formedOn", direction: "DESC", description: "The latest pair comes first." },
  },
});

@AThing({
  prefix: "mem",
  table: "pair_member",
  sees: "name",
  audience: { pairId: "t.pairId" }, // not by person: a reviewer's other pairs are nobody else's
  description: "One of the two people of a pair.",
})
@Index(["pairId", "ordinal"], { unique: true })
@Index(["pairId", "personId"], { unique: true })
@Holds({ about: "t.personId = $", own: true })
export class PairMember {
  @Id()
  id!: string;

  @Key()
  pairId!: string;

  /** 1 or 2: with the unique index, a third member has no place. */
  @Whole("name", "First or second, in the order they were named.")
  ordinal!: number;

  @Key({ index: true })
  personId!: string;

  @One(() => Person, { sees: "name", key: "personId", description: "Who it is." })
  readonly person?: never;

  @Key({ nullable: true, index: true })
  traineeId!: string | null;

  @One(() => Trainee, {
    sees: "name",
    key: "traineeId",
    description: "The trainee, for a member who is one; otherwise the member is accredited.",
  })
  readonly trainee?: never;

  @CalendarDay("name", "When they came in another's place; null for who conducted the pair's reviews from the first.", {
    nullable: true,
  })
  joinedOn!: string | null;
}
