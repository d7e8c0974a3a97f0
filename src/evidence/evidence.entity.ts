import { registerEnumType } from "type-graphql";
import { Entity, Index, PrimaryColumn } from "typeorm";
import { Rating } from "../assessment/rating";
import { Commission } from "../commission/commission.entity";
import { Contribution } from "../contribution/contribution.entity";
import { AGREED_ITEM } from "../contribution/seen";
import { Document } from "../document/document.entity";
import { MOST_DOCUMENTS } from "../document/document.rules";
import { notRemoved } from "../document/lists";
import { LongText, Moment, OneOf, Words } from "../graph/columns";
import { ListOf, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { ERASED, Holds, OF_TRAINEE, Wordless } from "../personal/holds";
import { CompetencyArea } from "../programme/standard.entity";
import { Trainee } from "../trainee/trainee.entity";
import { EvidenceSource } from "./evidence-source";
import { EvidenceState } from "./evidence-state";
import { ABOUT, evidenceSeen } from "./seen";

registerEnumType(EvidenceSource, { name: "EvidenceSource", description: "The three sources evidence comes from." });
registerEnumType(EvidenceState, {
  name: "EvidenceState",
  description: "Whether an item of evidence counts.",
  valuesConfig: {
    SUBMITTED: { description: "It counts: in readiness, in the matrix and for assessments that are opened." },
    RETURNED: { description: "It came back to who wrote it, with a reason; another may take its place." },
    WITHDRAWN: { description: "Who wrote it took it back." },
  },
});

@AThing({
  prefix: "evd",
  table: "evidence",
  sees: "evidence",
  visible: evidenceSeen,
  audience: { traineeId: ABOUT, shared: AGREED_ITEM },
  description:
    "An item of evidence about one trainee or both of a pair, for some areas of competency. What it says is never changed: one that was returned is replaced by another.",
})
@Holds({
  about: `t.id IN (SELECT a.evidenceId FROM evidence_about a JOIN trainee r ON r.id = a.traineeId
    WHERE r.personId = $)`,
  written: "t.submittedById = $",
  words: { title: ERASED, text: ERASED },
})
export class Evidence {
  @Id()
  id!: string;

  @OneOf("evidence", EvidenceState, "Whether it counts.")
  state!: EvidenceState;

  @OneOf("evidence", EvidenceSource, "Which of the three sources it comes from.")
  source!: EvidenceSource;

  @Words("evidence", 200, "What it is, in a line.")
  title!: string;

  @LongText("evidence", "What it says or where it lies. No names or details of the people a review is about.")
  text!: string;

  @OneOf(
    "evidence",
    Rating,
    "How the trainee rates themself in the area it speaks to: their self-assessment of that area. Null in all other evidence.",
    { nullable: true },
  )
  selfRating!: Rating | null;

  @Key({ index: true })
  commissionId!: string;

  @One(() => Commission, {
    sees: "evidence",
    key: "commissionId",
    description: "The commission whose review it comes from.",
  })
  readonly commission?: never;

  @Key({ nullable: true, index: true })
  submittedById!: string | null;

  @One(() => Person, {
    sees: "evidence",
    key: "submittedById",
    description: "Who submitted it; nobody where it was written on a page.",
  })
  readonly submittedBy?: never;

  @One(() => Contribution, {
    sees: "contribution",
    by: "evidenceId",
    description: "What a contributor wrote, where it comes from one: for the trainee only if they agreed.",
  })
  readonly contribution?: never;

  @Index()
  @Moment("evidence", "When it arrived.")
  submittedAt!: Date;

  @ListOf(() => Trainee, {
    sees: "name",
    by: { table: "evidence_about", parent: "evidenceId", child: "traineeId" },
    order: ["sortName"],
    size: 2,
    description: "Whom it is about: one trainee, or both of a pair.",
  })
  readonly about?: never;

  @ListOf(() => Document, {
    sees: "evidence",
    by: "evidenceId",
    order: ["announcedAt"],
    size: MOST_DOCUMENTS,
    among: notRemoved,
    description: "Its files, the oldest first: those that came with it, but for what a programme lead removed since.",
  })
  readonly documents?: never;

  @ListOf(() => CompetencyArea, {
    sees: "programme",
    by: { table: "evidence_area", parent: "evidenceId", child: "areaId" },
    order: ["code"],
    size: 6,
    description: "The areas it speaks to.",
  })
  readonly areas?: never;

  @Key({ nullable: true })
  @Index({ unique: true })
  replacesId!: string | null;

  @One(() => Evidence, {
    sees: "evidence",
    key: "replacesId",
    description: "The item that was returned, and whose place this one takes: what was said before.",
  })
  readonly replaces?: never;

  @One(() => Evidence, { sees: "evidence", by: "replacesId", description: "The item that took its place." })
  readonly replacedBy?: never;

  @Version()
  version!: number;
}

export const evidence = listing(Evidence, {
  orders: {
    NEWEST_FIRST: { column: "submittedAt", direction: "DESC", description: "What arrived last comes first." },
    OLDEST_FIRST: { column: "submittedAt", direction: "ASC", description: "In the order it arrived." },
  },
  filter: {
    state: is.oneOf(EvidenceState, "EvidenceState"),
    source: is.oneOf(EvidenceSource, "EvidenceSource"),
    submittedAt: is.moment(),
    commissionId: is.edge(() => Commission),
  },
});

/** Whom an item is about. */
@Entity("evidence_about")
@Holds({ about: OF_TRAINEE })
export class EvidenceAbout {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  evidenceId!: string;

  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  @Index()
  traineeId!: string;
}

/** Which areas an item speaks to. */
@Entity("evidence_area")
@Holds({})
export class EvidenceArea {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  evidenceId!: string;

  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  @Index()
  areaId!: string;
}
