import { registerEnumType } from "type-graphql";
import { Entity, Index, PrimaryColumn } from "typeorm";
import { Rating } from "../assessment/rating";
import { Commission } from "../commission/commission.entity";
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
import { DraftState } from "./draft-state";
import { Evidence } from "./evidence.entity";
import { EvidenceSource } from "./evidence-source";

registerEnumType(DraftState, {
  name: "EvidenceDraftState",
  description: "What became of a draft of evidence.",
  valuesConfig: {
    OPEN: { description: "Being written." },
    SUBMITTED: { description: "It was submitted, and stands among the evidence." },
    DISCARDED: { description: "Its writer gave it up." },
  },
});

@AThing({
  prefix: "evr",
  table: "evidence_draft",
  sees: "evidenceDraft",
  audience: { personId: "t.writtenById" },
  description:
    "An item of evidence as it is being written. Nobody but its writer sees it, or that there is one, whoever it is about.",
})
@Holds({
  about: `t.writtenById = $ OR t.id IN (SELECT a.draftId FROM evidence_draft_about a JOIN trainee r ON r.id = a.traineeId
    WHERE r.personId = $)`,
  words: { title: ERASED, text: null },
})
export class EvidenceDraft {
  @Id()
  id!: string;

  @Key({ index: true })
  writtenById!: string;

  @One(() => Person, { sees: "evidenceDraft", key: "writtenById", description: "Who writes it." })
  readonly writtenBy?: never;

  @Key({ index: true })
  commissionId!: string;

  @One(() => Commission, {
    sees: "evidenceDraft",
    key: "commissionId",
    description: "The commission whose review it comes from.",
  })
  readonly commission?: never;

  @OneOf("evidenceDraft", EvidenceSource, "Which of the three sources it comes from.")
  source!: EvidenceSource;

  @Words("evidenceDraft", 200, "What it is, in a line.")
  title!: string;

  @LongText("evidenceDraft", "What it says or where it lies; null until that is written.", { nullable: true })
  text!: string | null;

  @OneOf("evidenceDraft", Rating, "How the trainee rates themself in the area it speaks to; null when they do not.", {
    nullable: true,
  })
  selfRating!: Rating | null;

  @Key({ nullable: true, index: true })
  replacesId!: string | null;

  @One(() => Evidence, {
    sees: "evidenceDraft",
    key: "replacesId",
    description: "The returned item that it is to take the place of.",
  })
  readonly replaces?: never;

  @ListOf(() => Trainee, {
    sees: "name",
    by: { table: "evidence_draft_about", parent: "draftId", child: "traineeId" },
    order: ["sortName"],
    size: 2,
    description: "Whom it is about: one trainee, or both of a pair.",
  })
  readonly about?: never;

  @ListOf(() => CompetencyArea, {
    sees: "programme",
    by: { table: "evidence_draft_area", parent: "draftId", child: "areaId" },
    order: ["code"],
    size: 6,
    description: "The areas it speaks to, so far.",
  })
  readonly areas?: never;

  @ListOf(() => Document, {
    sees: "evidenceDraft",
    by: "evidenceDraftId",
    order: ["announcedAt"],
    size: MOST_DOCUMENTS,
    among: notRemoved,
    description: "Its files, the oldest first: once it is submitted they are those of its `evidence`.",
  })
  readonly documents?: never;

  @OneOf("evidenceDraft", DraftState, "What became of it.")
  state!: DraftState;

  @Key({ nullable: true, index: true })
  evidenceId!: string | null;

  @One(() => Evidence, { sees: "evidenceDraft", key: "evidenceId", description: "The item that was submitted of it." })
  readonly evidence?: never;

  @Moment("evidenceDraft", "When it was begun.")
  begunAt!: Date;

  @Version()
  version!: number;
}

export const evidenceDrafts = listing(EvidenceDraft, {
  orders: { NEWEST_FIRST: { column: "begunAt", direction: "DESC", description: "What was begun last comes first." } },
  filter: { state: is.oneOf(DraftState, "EvidenceDraftState"), commissionId: is.edge(() => Commission) },
});

/** Whom a draft is about. */
@Entity("evidence_draft_about")
@Holds({ about: OF_TRAINEE })
export class DraftAbout {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  draftId!: string;

  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  @Index()
  traineeId!: string;
}

/** Which areas a draft speaks to. */
@Entity("evidence_draft_area")
@Holds({})
export class DraftArea {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  draftId!: string;

  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  @Index()
  areaId!: string;
}
