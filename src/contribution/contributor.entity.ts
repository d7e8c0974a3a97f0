import { registerEnumType } from "type-graphql";
import { Entity, Index, PrimaryColumn } from "typeorm";
import { Commission } from "../commission/commission.entity";
import { CalendarDay, Hidden, Moment, OneOf, Words } from "../graph/columns";
import { Computed, ListOf, One } from "../graph/fields";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { ERASED, Holds, NAMELESS, OF_TRAINEE, Wordless } from "../personal/holds";
import { CompetencyArea } from "../programme/standard.entity";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { Contribution } from "./contribution.entity";
import { ContributorState, Happened, stateOn } from "./contributor-state";
import { Involvement } from "./involvement";

registerEnumType(Involvement, {
  name: "Involvement",
  description: "In what role somebody took part in a review.",
  valuesConfig: {
    REVIEW_TEAM: { description: "One of the managers who review together with the pair." },
    CASE_GROUP: { description: "One of the case group." },
    PRACTITIONER: { description: "Worked with the people the review is about." },
    FAMILY_MEMBER: { description: "Belongs to the family." },
    BOARD: { description: "Works for the board that commissioned it." },
    OTHER: { description: "Took part in another way." },
  },
});

registerEnumType(ContributorState, {
  name: "ContributorState",
  description: "What has become of somebody who was named.",
  valuesConfig: {
    NAMED: { description: "Named by the pair; nobody has sent them a link yet." },
    INVITED: { description: "A link was issued, and can be used." },
    EXPIRED: { description: "Their last day has passed and they gave nothing." },
    REVOKED: { description: "Their link was taken back." },
    GIVEN: { description: "They gave their input: their link has been used." },
    FORGOTTEN: { description: "Who they are, and what they wrote, is held no longer." },
  },
});

@AThing({
  prefix: "cbr",
  table: "contributor",
  sees: "contributors",
  audience: { commissionId: "t.commissionId" },
  description:
    "Somebody involved in a review whom the pair named, to give input on one or both of its trainees. They have no account: a link of their own leads to a page. The pair sees whom it named, and nothing of what became of it.",
})
@Holds({
  about: `t.id IN (SELECT a.contributorId FROM contributor_about a JOIN trainee r ON r.id = a.traineeId
    WHERE r.personId = $)`,
  written: "t.askedById = $",
  part: "t.linkIssuedById = $",
  // Held for whom they are to speak about, and no longer than these are.
  words: { name: NAMELESS, email: ERASED, message: null },
  secret: ["linkHash"],
})
export class Contributor {
  @Id()
  id!: string;

  @Key({ index: true })
  commissionId!: string;

  @One(() => Commission, { sees: "contributors", key: "commissionId", description: "The review they took part in." })
  readonly commission?: never;

  @Key({ index: true })
  askedById!: string;

  @One(() => Person, { sees: "contributors", key: "askedById", description: "Who of the pair named them." })
  readonly askedBy?: never;

  @Words("contributors", 200, "Their name.")
  name!: string;

  @Words("contributors", 254, "Where they are written to.")
  email!: string;

  @OneOf("contributors", Involvement, "In what role they took part.")
  involvement!: Involvement;

  @ListOf(() => Trainee, {
    sees: "contributors",
    by: { table: "contributor_about", parent: "contributorId", child: "traineeId" },
    order: ["sortName"],
    size: 2,
    description: "Whom they are asked about: one trainee, or both of the pair.",
  })
  readonly about?: never;

  @ListOf(() => CompetencyArea, {
    sees: "contributors",
    by: { table: "contributor_area", parent: "contributorId", child: "areaId" },
    order: ["code"],
    size: 6,
    description: "The areas they are asked about.",
  })
  readonly areas?: never;

  @Words("contributors", 1000, "The pair's own word to them.", { nullable: true })
  message!: string | null;

  @CalendarDay("contributors", "The last day on which they can give their input, to its end in London.")
  until!: string;

  @Moment("contributors", "When they were named.")
  askedAt!: Date;

  /** SHA-256 of the token in their link: whoever reads the database cannot write in their name. */
  @Index({ unique: true })
  @Hidden({ type: "varchar", length: 64, nullable: true })
  linkHash!: string | null;

  @Moment("contribution", "When their link was issued; null before that, or when it is not yours to see.", {
    nullable: true,
  })
  linkIssuedAt!: Date | null;

  @Key({ nullable: true })
  linkIssuedById!: string | null;

  @One(() => Person, { sees: "contribution", key: "linkIssuedById", description: "Who was given the link to send." })
  readonly linkIssuedBy?: never;

  @Moment("contribution", "When their link was taken back; null unless it was, or when it is not yours to see.", {
    nullable: true,
  })
  revokedAt!: Date | null;

  @Moment("contribution", "When they gave their input; null before that, or when it is not yours to see.", {
    nullable: true,
  })
  givenAt!: Date | null;

  @Moment("contribution", "When they were forgotten; null unless they were, or when it is not yours to see.", {
    nullable: true,
  })
  forgottenAt!: Date | null;

  @Computed<Happened>(() => ContributorState, {
    sees: "contribution",
    from: ["until", "linkIssuedAt", "revokedAt", "givenAt", "forgottenAt"],
    value: (happened, { now }) => stateOn(londonDay(now), happened),
    nullable: true,
    description: "What has become of it. Null when it is not yours to see: the pair never does.",
  })
  readonly state?: never;

  @One(() => Contribution, { sees: "contribution", by: "contributorId", description: "What they gave." })
  readonly contribution?: never;

  // Most changes are of what became of it.
  @Version("contribution")
  version!: number;
}

/** Whom somebody is asked about. */
@Entity("contributor_about")
@Holds({ about: OF_TRAINEE })
export class ContributorAbout {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  contributorId!: string;

  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  @Index()
  traineeId!: string;
}

/** Which areas somebody is asked about. */
@Entity("contributor_area")
@Holds({})
export class ContributorArea {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  contributorId!: string;

  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  areaId!: string;
}
