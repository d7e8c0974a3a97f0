import { Index } from "typeorm";
import { LongText, Moment, Whole } from "../graph/columns";
import { One } from "../graph/fields";
import { AThing, Id, Key } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Holds } from "../personal/holds";
import { ProgrammeItem } from "../programme/programme-item.entity";
import { Application } from "./application.entity";
import { scoresSeen } from "./seen";

// Who scores anew replaces what they said before: the Log keeps it.
@Index(["applicationId", "criterionId", "scorerId"], { unique: true })
@AThing({
  prefix: "csc",
  table: "criterion_score",
  sees: "selection",
  audience: {},
  visible: scoresSeen,
  description: "How far an application meets one selection criterion, as one programme lead judges it.",
})
@Holds({
  about: "t.applicationId IN (SELECT o.id FROM application o WHERE o.personId = $)",
  part: "t.scorerId = $",
  words: { comment: null },
})
export class CriterionScore {
  @Id()
  id!: string;

  @Key()
  applicationId!: string;

  @One(() => Application, { sees: "selection", key: "applicationId", description: "The application." })
  readonly application?: never;

  @Key({ index: true })
  criterionId!: string;

  @One(() => ProgrammeItem, { sees: "selection", key: "criterionId", description: "The criterion." })
  readonly criterion?: never;

  @Key({ index: true })
  scorerId!: string;

  @One(() => Person, { sees: "selection", key: "scorerId", description: "Who scored." })
  readonly scorer?: never;

  @Whole("selection", "From 0, no sign of it, by 1, little, 2, some, and 3, good, to 4, strong evidence of it.")
  score!: number;

  @LongText("selection", "What the score rests on. Null when nothing was said.", { nullable: true })
  comment!: string | null;

  @Moment("selection", "When it was scored.")
  scoredAt!: Date;
}
