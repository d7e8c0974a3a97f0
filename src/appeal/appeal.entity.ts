import { registerEnumType } from "type-graphql";
import { Index } from "typeorm";
import { Assessment } from "../assessment/assessment.entity";
import { LongText, Moment, OneOf } from "../graph/columns";
import { One } from "../graph/fields";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { ERASED, Holds, OF_TRAINEE } from "../personal/holds";
import { Trainee } from "../trainee/trainee.entity";
import { AppealOutcome, AppealState } from "./appeal-state";

registerEnumType(AppealState, {
  name: "AppealState",
  description: "What has become of an appeal.",
  valuesConfig: {
    OPEN: { description: "It waits for another assessor's decision." },
    UPHELD: { description: "The decision it is against was set aside: somebody else assesses a further round." },
    DISMISSED: { description: "The decision it is against stands." },
    WITHDRAWN: { description: "The trainee took it back: the decision it is against stands." },
  },
});
registerEnumType(AppealOutcome, { name: "AppealOutcome", description: "How an appeal may be decided." });

/** It is against a decision that was released, so nothing of it waits for a release of its own. */
const RELEASED = "1=1";

@AThing({
  prefix: "apl",
  table: "appeal",
  sees: "judgements",
  audience: { traineeId: "t.traineeId", released: RELEASED },
  opens: "t.assessmentId",
  description:
    "A trainee's appeal against the decision of one round of assessment, which an assessor decides who had no part in any of theirs. While it is open no further round is opened, and none is released.",
})
@Holds({ about: OF_TRAINEE, part: "t.assessorId = $", words: { grounds: ERASED, reasons: null } })
export class Appeal {
  @Id()
  id!: string;

  // A decision is appealed against once: of two at the same moment this stops one.
  @Index({ unique: true })
  @Key()
  assessmentId!: string;

  @One(() => Assessment, { sees: "judgements", key: "assessmentId", description: "The round it is about." })
  readonly assessment?: never;

  @Key({ index: true })
  traineeId!: string;

  @One(() => Trainee, { sees: "judgements", key: "traineeId", description: "Who appeals." })
  readonly trainee?: never;

  @LongText("judgements", "Why, in the trainee's own words.")
  grounds!: string;

  @Moment("judgements", "When they appealed.")
  appealedAt!: Date;

  @OneOf("judgements", AppealState, "What has become of it.")
  state!: AppealState;

  @Key({ nullable: true, index: true })
  assessorId!: string | null;

  @One(() => Person, { sees: "judgements", key: "assessorId", description: "The assessor it was given to." })
  readonly assessor?: never;

  @Moment("judgements", "When it was given to them; null until then.", { nullable: true })
  assignedAt!: Date | null;

  @LongText("judgements", "The reasons for the decision on it; null until then.", { nullable: true })
  reasons!: string | null;

  @Moment("judgements", "When it was decided; null until then, and when it was taken back.", { nullable: true })
  decidedAt!: Date | null;

  @Version()
  version!: number;
}
