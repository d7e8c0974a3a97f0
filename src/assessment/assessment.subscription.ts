import { Arg, Authorized, ID, Int, Resolver, Root } from "type-graphql";
import { Computed, One } from "../graph/fields";
import { APart } from "../graph/part";
import { Cursor } from "../graph/scalars";
import { FromLog } from "../hub/live";
import { Message } from "../hub/message";
import { factsOf, openedByFacts } from "../log/facts";
import { EntryRow } from "../log/log";
import { RuleId } from "../rules/outcome";
import { Scope } from "../scope/scope";
import { Trainee } from "../trainee/trainee.entity";
import { Assessment } from "./assessment.entity";
import { AssessmentOutcome } from "./assessment-outcome";

/** A field of a message that stands in the facts of its entry: null once those are erased. */
const Fact = (type: () => object, name: string, description: string): PropertyDecorator =>
  Computed<EntryRow>(type, {
    from: [],
    value: (entry) => factsOf(entry)?.[name] ?? null,
    opens: openedByFacts,
    nullable: true,
    description: `${description} Null once erased.`,
  });

@APart({ description: "An assessment was decided or, for the trainee, released to them." })
export class AssessmentDecided extends Message {
  @One(() => Assessment, { key: "subjectId", description: "The assessment, as it is now." })
  readonly assessment?: never;

  @One(() => Trainee, { key: "traineeId", description: "Who was assessed." })
  readonly trainee?: never;

  @Fact(() => Int, "round", "Which round it was.")
  readonly round?: never;

  @Fact(() => AssessmentOutcome, "outcome", "The overall judgement.")
  readonly outcome?: never;
}

@APart({ description: "A rule of a trainee's readiness became met, or no longer is." })
export class ReadinessChanged extends Message {
  @One(() => Trainee, { key: "traineeId", description: "Whose readiness; `readiness` there tells the whole." })
  readonly trainee?: never;

  @Fact(() => RuleId, "rule", "Which rule: READINESS is the whole.")
  readonly rule?: never;

  @Fact(() => Boolean, "from", "Whether it was met before.")
  readonly from?: never;

  @Fact(() => Boolean, "to", "Whether it is met from now on.")
  readonly to?: never;
}

/** Whether the decision about this trainee is kept from the viewer until its release. */
const keptWaiting = ({ ids }: Scope, traineeId: string): boolean =>
  [ids.self, ids.partner, ids.reviewer].some((related) => related?.traineeId?.includes(traineeId));

@Resolver()
export class AssessmentSubscription {
  @Authorized()
  @FromLog(() => AssessmentDecided, {
    kinds: ["AssessmentDecided", "AssessmentReleased"],
    about: "traineeId",
    // Once each: with the decision to those who may see decisions, with the release to those who were kept waiting.
    matches: (entry, args, scope) =>
      (args.traineeId == null || args.traineeId === entry.traineeId) &&
      (entry.kind === "AssessmentDecided" || keptWaiting(scope, entry.traineeId as string)),
    description:
      "Decisions of assessments: the assessor and the programme lead hear when they are made, the trainee when theirs is released.",
  })
  assessmentDecided(
    @Root() message: AssessmentDecided,
    @Arg("after", () => Cursor, { nullable: true, description: "Continue after this place." }) _after?: string,
    @Arg("traineeId", () => ID, { nullable: true, description: "Only this trainee's." }) _traineeId?: string,
  ): AssessmentDecided {
    return message;
  }

  @Authorized()
  @FromLog(() => ReadinessChanged, {
    kinds: ["ReadinessChanged"],
    about: "traineeId",
    matches: (entry, { traineeId }) => entry.traineeId === traineeId,
    description: "Each rule of a trainee's readiness as it becomes met, or no longer is.",
  })
  readinessChanged(
    @Root() message: ReadinessChanged,
    @Arg("traineeId", () => ID, { description: "Whose readiness." }) _traineeId: string,
    @Arg("after", () => Cursor, { nullable: true, description: "Continue after this place." }) _after?: string,
  ): ReadinessChanged {
    return message;
  }
}
