import { registerEnumType } from "type-graphql";
import { Index } from "typeorm";
import { Accreditation } from "../accreditation/accreditation.entity";
import { Commission } from "../commission/commission.entity";
import { LongText, Moment, OneOf } from "../graph/columns";
import { One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { ERASED, Holds } from "../personal/holds";
import { FidelityOutcome } from "./fidelity-outcome";

registerEnumType(FidelityOutcome, {
  name: "FidelityOutcome",
  description: "How a fidelity concern was closed.",
  valuesConfig: {
    UNFOUNDED: { description: "There was nothing in it." },
    PUT_RIGHT: { description: "There was, and the reviewer has put it right." },
    UPHELD: { description: "There was, and it stands." },
  },
});

@AThing({
  prefix: "fid",
  table: "fidelity_concern",
  sees: "statusReview",
  audience: { personId: "t.personId" },
  description:
    "A programme lead's concern that an accredited reviewer did not work with fidelity to the model on a review. It is between the programme and the reviewer: neither their partner nor the board knows of it. While one is open the reviewer's accreditation is not renewed.",
})
@Holds({
  about: "t.personId = $",
  part: "t.raisedById = $ OR t.closedById = $",
  words: { concern: ERASED, answer: null, closingReason: null },
})
@Index(["personId", "commissionId"])
export class FidelityConcern {
  @Id()
  id!: string;

  @Key({ index: true })
  accreditationId!: string;

  @One(() => Accreditation, { sees: "statusReview", key: "accreditationId", description: "The accreditation." })
  readonly accreditation?: never;

  @Key()
  personId!: string;

  @One(() => Person, { sees: "statusReview", key: "personId", description: "The reviewer whose work it is about." })
  readonly person?: never;

  @Key({ index: true })
  commissionId!: string;

  @One(() => Commission, {
    sees: "statusReview",
    key: "commissionId",
    description: "The commission they worked on. Who has left its pair no longer sees it.",
  })
  readonly commission?: never;

  @LongText("statusReview", "What the concern is.")
  concern!: string;

  @Moment("statusReview", "When it was raised.")
  raisedAt!: Date;

  @Key()
  raisedById!: string;

  @One(() => Person, { sees: "statusReview", key: "raisedById", description: "The programme lead who raised it." })
  readonly raisedBy?: never;

  @LongText("statusReview", "What the reviewer answers; null until they do.", { nullable: true })
  answer!: string | null;

  @Moment("statusReview", "When they answered first; null until then.", { nullable: true })
  answeredAt!: Date | null;

  @OneOf("statusReview", FidelityOutcome, "How it was closed; null while it is open.", { nullable: true })
  outcome!: FidelityOutcome | null;

  @Moment("statusReview", "When it was closed; null while it is open.", { nullable: true })
  closedAt!: Date | null;

  @Key({ nullable: true })
  closedById!: string | null;

  @One(() => Person, { sees: "statusReview", key: "closedById", description: "The programme lead who closed it." })
  readonly closedBy?: never;

  @LongText("statusReview", "Why it was closed so, for the reviewer to read; null while it is open.", {
    nullable: true,
  })
  closingReason!: string | null;

  @Version()
  version!: number;
}

/** R42: a concern (alias `t`) that is not closed yet, as SQL. While there is one its accreditation is not renewed (E17). */
export const OPEN = "t.closedAt IS NULL";

export const fidelityConcerns = listing(FidelityConcern, {
  orders: {
    NEWEST_FIRST: { column: "raisedAt", direction: "DESC", description: "What was raised last comes first." },
    OLDEST_FIRST: { column: "raisedAt", direction: "ASC", description: "What was raised first comes first." },
  },
  filter: {
    open: is.so(() => ({ sql: OPEN, values: [] }), "statusReview"),
    outcome: is.oneOf(FidelityOutcome, "FidelityOutcome"),
    raisedAt: is.moment(),
    accreditationId: is.edge(() => Accreditation),
    commissionId: is.edge(() => Commission),
    personId: is.edge(() => Person),
  },
});
