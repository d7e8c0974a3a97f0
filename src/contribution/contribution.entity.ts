import { Index } from "typeorm";
import { Evidence } from "../evidence/evidence.entity";
import { Flag, LongText, Moment, Whole } from "../graph/columns";
import { ListOf, One } from "../graph/fields";
import { AThing, Id, Key } from "../graph/thing";
import { ERASED, Holds } from "../personal/holds";
import { CompetencyArea } from "../programme/standard.entity";
import { Contributor } from "./contributor.entity";
import { ABOUT, ABOUT_PART, AGREED_PART } from "./seen";

const OF_THEIRS = `(SELECT a.evidenceId FROM evidence_about a JOIN trainee r ON r.id = a.traineeId
  WHERE r.personId = $)`;

@AThing({
  prefix: "ctn",
  table: "contribution",
  sees: "contribution",
  audience: { traineeId: ABOUT, shared: "t.agreed = 1" },
  description:
    "What somebody involved in the review wrote on their page, once. It stands among the evidence as an item from others; who said it, and what, the trainee reads only if the contributor agreed.",
})
@Holds({ about: `t.evidenceId IN ${OF_THEIRS}`, words: { howKnown: ERASED } })
export class Contribution {
  @Id()
  id!: string;

  @Index({ unique: true })
  @Key()
  contributorId!: string;

  @One(() => Contributor, { sees: "contribution", key: "contributorId", description: "Who gave it." })
  readonly contributor?: never;

  @Key({ index: true })
  evidenceId!: string;

  @One(() => Evidence, { sees: "contribution", key: "evidenceId", description: "The item of evidence it is." })
  readonly evidence?: never;

  @LongText("contribution", "How they know what they write.")
  howKnown!: string;

  @ListOf(() => ContributionPart, {
    sees: "contribution",
    by: "contributionId",
    order: ["ordinal"],
    size: 6,
    description: "What they wrote, area by area.",
  })
  readonly parts?: never;

  @Flag("contribution", "Whether those it is about may read it, and know who wrote it.")
  agreed!: boolean;

  @Moment("contribution", "When it was given.")
  givenAt!: Date;
}

@AThing({
  prefix: "ctp",
  table: "contribution_part",
  sees: "contribution",
  audience: { traineeId: ABOUT_PART, shared: AGREED_PART },
  description: "What a contributor wrote on one area.",
})
@Holds({
  about: `t.contributionId IN (SELECT c.id FROM contribution c WHERE c.evidenceId IN ${OF_THEIRS})`,
  words: { text: ERASED },
})
export class ContributionPart {
  @Id()
  id!: string;

  @Key({ index: true })
  contributionId!: string;

  @One(() => Contribution, { sees: "contribution", key: "contributionId", description: "What it is a part of." })
  readonly contribution?: never;

  @Key()
  areaId!: string;

  @One(() => CompetencyArea, { sees: "contribution", key: "areaId", description: "The area." })
  readonly area?: never;

  @Whole("contribution", "Where it stands among the parts, from 1.")
  ordinal!: number;

  @LongText("contribution", "What they wrote.")
  text!: string;
}
