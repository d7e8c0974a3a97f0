import { registerEnumType } from "type-graphql";
import { Entity, Index, PrimaryColumn } from "typeorm";
import { Appeal } from "../appeal/appeal.entity";
import { appealBy } from "../appeal/appeal.rules";
import { Commission } from "../commission/commission.entity";
import { evidence } from "../evidence/evidence.entity";
import { Flag, LongText, Moment, OneOf, Whole } from "../graph/columns";
import { Computed, ListOf, Loaded, Many, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { CalendarDate, toIso } from "../graph/scalars";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Holds, OF_TRAINEE, Wordless } from "../personal/holds";
import { Trainee } from "../trainee/trainee.entity";
import { arrivedSinceOf } from "./arrived-since";
import { LaterEvidence } from "./arrived-since.type";
import { AssessmentOutcome } from "./assessment-outcome";
import { Judgement } from "./judgement.entity";

registerEnumType(AssessmentOutcome, {
  name: "AssessmentOutcome",
  description: "The overall judgement of an assessment.",
});

@AThing({
  prefix: "asm",
  table: "assessment",
  sees: "judgements",
  audience: { traineeId: "t.traineeId", released: "t.releasedAt IS NOT NULL" },
  opens: "t.id",
  description: "One round of assessing a trainee's practice, area by area. The trainee sees it once it is released.",
})
@Index(["traineeId", "round"], { unique: true })
@Holds({ about: OF_TRAINEE, part: "t.assessorId = $", words: { summary: null } })
export class Assessment {
  @Id()
  id!: string;

  @Key()
  traineeId!: string;

  @One(() => Trainee, { sees: "judgements", key: "traineeId", description: "Who is assessed." })
  readonly trainee?: never;

  @Key({ index: true })
  commissionId!: string;

  @One(() => Commission, {
    sees: "judgements",
    key: "commissionId",
    description: "The practice review it is judged on.",
  })
  readonly commission?: never;

  @Key({ index: true })
  assessorId!: string;

  @One(() => Person, { sees: "judgements", key: "assessorId", description: "Who assesses." })
  readonly assessor?: never;

  @Whole("judgements", "The round, from 1: another follows FURTHER_EVIDENCE_NEEDED, or a decision that was set aside.")
  round!: number;

  @Moment("judgements", "When it was opened.")
  openedAt!: Date;

  @OneOf("judgements", AssessmentOutcome, "The overall judgement; null until it is decided.", { nullable: true })
  outcome!: AssessmentOutcome | null;

  @LongText("judgements", "The reasons for the overall judgement.", { nullable: true })
  summary!: string | null;

  @Moment("judgements", "When it was decided.", { nullable: true })
  decidedAt!: Date | null;

  @Moment("judgements", "When it was released to the trainee.", { nullable: true })
  releasedAt!: Date | null;

  @Computed<Decided>(() => CalendarDate, {
    sees: "judgements",
    from: ["outcome", "releasedAt"],
    value: ({ outcome, releasedAt }) =>
      appealBy({ outcome, releasedAt: releasedAt === null ? null : new Date(toIso(releasedAt)) }),
    nullable: true,
    description:
      "The last day in London on which the trainee may appeal against the decision: `appealDecision`. Null until it is released, and where it was ACCREDIT.",
  })
  readonly appealBy?: never;

  @One(() => Appeal, { sees: "judgements", by: "assessmentId", description: "The appeal against its decision." })
  readonly appeal?: never;

  @Moment("judgements", "When the decision was set aside, on appeal: it counts no more. Null where it stands.", {
    nullable: true,
  })
  setAsideAt!: Date | null;

  @ListOf(() => Judgement, {
    sees: "judgements",
    by: "assessmentId",
    order: ["at"],
    size: 12,
    description: "Every judgement in order; the newest of an area counts.",
  })
  readonly judgements?: never;

  @Many(() => evidence, {
    sees: "judgements",
    by: { table: "assessment_evidence", parent: "assessmentId", child: "evidenceId" },
    description:
      "What it is judged on: what had been submitted when it was opened, and what was taken in since. An item that was returned or withdrawn since says so by its `state`, and still says what it said.",
  })
  readonly evidence?: never;

  @Loaded(() => [LaterEvidence], {
    sees: "judgements",
    from: ["id"],
    load: arrivedSinceOf,
    size: 10,
    description:
      "What arrived after that, before the decision, and counts: `takeInEvidence` adds it to what is judged. The newest 50, the newest first.",
  })
  readonly arrivedSince?: never;

  @Flag("judgements", "Whether the assessor had also supervised the trainee: the Standard says whether that may be.")
  assessorSupervised!: boolean;

  @Version()
  version!: number;
}

/** The columns that say by when a decision may be appealed against, as they are read. */
interface Decided {
  readonly outcome: AssessmentOutcome | null;
  readonly releasedAt: string | null;
}

export const assessments = listing(Assessment, {
  orders: { NEWEST_FIRST: { column: "openedAt", direction: "DESC", description: "What was opened last comes first." } },
  filter: {
    outcome: is.oneOf(AssessmentOutcome, "AssessmentOutcome"),
    openedAt: is.moment(),
    traineeId: is.edge(() => Trainee),
    assessorId: is.edge(() => Person),
  },
});

/** What an assessment is judged on. */
@Entity("assessment_evidence")
@Holds({})
export class AssessmentEvidence {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  assessmentId!: string;

  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  @Index()
  evidenceId!: string;
}
