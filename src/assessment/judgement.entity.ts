import { registerEnumType } from "type-graphql";
import { Entity, Index, PrimaryColumn } from "typeorm";
import { Evidence } from "../evidence/evidence.entity";
import { LongText, Moment, OneOf } from "../graph/columns";
import { ListOf, Loaded, One } from "../graph/fields";
import { AThing, Id, Key } from "../graph/thing";
import { Person } from "../person/person.entity";
import { ERASED, Holds, OF_TRAINEE, Wordless } from "../personal/holds";
import { CompetencyArea } from "../programme/standard.entity";
import { Assessment } from "./assessment.entity";
import { Rating } from "./rating";
import { selfRatingOf } from "./self-rating";

registerEnumType(Rating, { name: "Rating", description: "How an area of competency was judged." });

/** How many items of evidence one judgement may name. */
export const MOST_NAMED = 50;

@AThing({
  prefix: "jdg",
  table: "judgement",
  sees: "judgements",
  audience: {
    traineeId: "t.traineeId",
    released: "EXISTS (SELECT 1 FROM assessment a WHERE a.id = t.assessmentId AND a.releasedAt IS NOT NULL)",
  },
  opens: "t.assessmentId",
  description: "One area judged. Judgements are never changed: a newer one of the same area counts instead.",
})
@Holds({ about: OF_TRAINEE, part: "t.judgedById = $", words: { strengths: ERASED, areasToWorkOn: ERASED } })
export class Judgement {
  @Id()
  id!: string;

  @Key({ index: true })
  assessmentId!: string;

  @One(() => Assessment, { sees: "judgements", key: "assessmentId", description: "The assessment." })
  readonly assessment?: never;

  @Key({ index: true })
  traineeId!: string;

  @Key()
  areaId!: string;

  @One(() => CompetencyArea, { sees: "judgements", key: "areaId", description: "The area." })
  readonly area?: never;

  @OneOf("judgements", Rating, "How it was judged.")
  rating!: Rating;

  @Loaded(() => Rating, {
    sees: "judgements",
    from: ["assessmentId", "areaId"],
    load: selfRatingOf,
    description:
      "How the trainee rates themself in this area, by their newest self-assessment among what is judged. Null, too, when there is none.",
  })
  readonly selfRating?: never;

  @LongText("judgements", "What was done well.")
  strengths!: string;

  @LongText("judgements", "What to work on.")
  areasToWorkOn!: string;

  @ListOf(() => Evidence, {
    sees: "judgements",
    by: { table: "judgement_evidence", parent: "judgementId", child: "evidenceId" },
    order: ["submittedAt"],
    size: MOST_NAMED,
    description: "The evidence it rests on, of what the assessment is judged on: as much as the assessor named.",
  })
  readonly evidence?: never;

  @Key()
  judgedById!: string;

  @One(() => Person, { sees: "judgements", key: "judgedById", description: "Who judged." })
  readonly judgedBy?: never;

  @Moment("judgements", "When.")
  at!: Date;
}

/** Which of the evidence that an assessment is judged on a judgement rests on. */
@Entity("judgement_evidence")
@Holds({})
export class JudgementEvidence {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  judgementId!: string;

  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  @Index()
  evidenceId!: string;
}
