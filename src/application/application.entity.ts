import { Float, registerEnumType } from "type-graphql";
import { Index } from "typeorm";
import { ReviewKind } from "../commission/review-kind";
import { Document } from "../document/document.entity";
import { MOST_DOCUMENTS } from "../document/document.rules";
import { notRemoved } from "../document/lists";
import { CalendarDay, Flag, LongText, Moment, OneOf, Whole, Words } from "../graph/columns";
import { ListOf, Loaded, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key, Reference, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { ERASED, Holds } from "../personal/holds";
import { Cohort } from "../programme/cohort.entity";
import { RuleOutcomeType } from "../rules/rule-outcome.type";
import { Trainee } from "../trainee/trainee.entity";
import { ApplicationState } from "./application-state";
import { completenessOf } from "./completeness";
import { CriterionScore } from "./criterion-score.entity";
import { LearningEffect, LearningIssue } from "./learning";
import { scoredOf, totalScoreOf } from "./scoring";
import { answersSeen, applicationsSeen } from "./seen";

registerEnumType(ApplicationState, {
  name: "ApplicationState",
  description: "How far an application for a place has come.",
  valuesConfig: {
    DRAFT: { description: "Being written; nobody but the applicant sees it." },
    SUBMITTED: { description: "Sent in time and complete; it waits to be scored and decided." },
    OFFERED: { description: "A place is offered; the applicant confirms or declines it." },
    WAITING: { description: "On the waiting list: offered a place when one is given back." },
    REFUSED: { description: "No place is offered." },
    CONFIRMED: { description: "The applicant has confirmed the place, and holds it." },
    ENROLLED: { description: "The applicant has become a trainee of the cohort." },
    DECLINED: { description: "The applicant gave the offered or confirmed place back." },
    WITHDRAWN: { description: "The applicant took the application back." },
  },
});
registerEnumType(LearningIssue, {
  name: "LearningIssue",
  description: "What the learning from a review was about: a cultural or an organisational issue.",
});
registerEnumType(LearningEffect, {
  name: "LearningEffect",
  description: "Whether the issue helps or hinders safeguarding work.",
});

// Who comes back writes the same application anew.
@Index(["cohortId", "personId"], { unique: true })
@AThing({
  prefix: "app",
  table: "application",
  sees: "application",
  audience: { personId: "t.personId" },
  visible: applicationsSeen,
  referenced: true,
  description: "A person's application for a place on a cohort.",
})
@Holds({
  about: "t.personId = $",
  own: true,
  words: { cvReference: null, statement: null, decisionReason: null },
  // It counts how many others wait.
  secret: ["waitingRank"],
})
export class Application {
  @Id()
  id!: string;

  @Reference("LT-2027-A7K3QX")
  reference!: string;

  @Key()
  cohortId!: string;

  @One(() => Cohort, { sees: "application", key: "cohortId", description: "The cohort applied for." })
  readonly cohort?: never;

  @Key({ index: true })
  personId!: string;

  @One(() => Person, { sees: "application", key: "personId", description: "Who applies." })
  readonly person?: never;

  @OneOf("application", ApplicationState, "How far it has come.")
  state!: ApplicationState;

  @Words("application", 500, "Where the applicant's CV is: a file's name or an address.", { nullable: true })
  cvReference!: string | null;

  @LongText("application", "The supporting statement: how the applicant meets the selection criteria.", {
    nullable: true,
  })
  statement!: string | null;

  @Flag("application", "Whether the applicant commits the unpaid time that the programme asks for.")
  commitsTime!: boolean;

  @ListOf(() => ApplicationAnswer, {
    sees: "application",
    by: "applicationId",
    order: ["question"],
    size: 6,
    description: "The answers to the programme's six questions.",
  })
  readonly answers?: never;

  @ListOf(() => Document, {
    sees: "application",
    by: "applicationId",
    order: ["announcedAt"],
    size: MOST_DOCUMENTS,
    among: notRemoved,
    description: "The CV as a file: what was announced or has come, the oldest first.",
  })
  readonly documents?: never;

  @Loaded(() => RuleOutcomeType, {
    sees: "application",
    from: ["id", "cvReference", "statement", "commitsTime"],
    load: completenessOf,
    description: "Whether it is complete and, if not, what is missing: the rule that `submitApplication` refuses by.",
  })
  readonly completeness?: never;

  @Moment("application", "When it was begun.")
  startedAt!: Date;

  @Moment("application", "When it was submitted. Null while it is a draft.", { nullable: true })
  submittedAt!: Date | null;

  @Moment("application", "When a place was offered, or not. Null before.", { nullable: true })
  decidedAt!: Date | null;

  @LongText("application", "What the applicant is told with the decision.", { nullable: true })
  decisionReason!: string | null;

  @CalendarDay("application", "The last day to confirm an offered place; it ends at midnight in London.", {
    nullable: true,
  })
  confirmBy!: string | null;

  @Moment("application", "When the applicant confirmed the place. Null before.", { nullable: true })
  confirmedAt!: Date | null;

  @Whole("selection", "Who is first on the waiting list has the lowest. Null for who is not on it.", { nullable: true })
  waitingRank!: number | null;

  @ListOf(() => CriterionScore, {
    sees: "selection",
    by: "applicationId",
    order: ["scoredAt"],
    size: 12,
    description: "How it was scored: by each criterion, by each who scored.",
  })
  readonly scores?: never;

  @Loaded(() => RuleOutcomeType, {
    sees: "selection",
    load: scoredOf,
    description: "Whether two people have scored it by every criterion: the rule that `decideApplication` refuses by.",
  })
  readonly scored?: never;

  @Loaded(() => Float, {
    sees: "selection",
    load: totalScoreOf,
    description:
      "The points for all criteria together, the mean of those who scored every one, to a tenth. Null, too, before anybody has.",
  })
  readonly totalScore?: never;

  @Key({ nullable: true, index: true })
  traineeId!: string | null;

  @One(() => Trainee, { sees: "application", key: "traineeId", description: "The trainee they became." })
  readonly trainee?: never;

  @Version()
  version!: number;
}

export const applications = listing(Application, {
  orders: {
    NEWEST_FIRST: { column: "startedAt", direction: "DESC", description: "What was begun last comes first." },
    REFERENCE: { column: "reference", direction: "ASC", description: "By reference." },
  },
  filter: { state: is.oneOf(ApplicationState, "ApplicationState"), cohortId: is.edge(() => Cohort) },
});

@Index(["applicationId", "question"], { unique: true })
@AThing({
  prefix: "ans",
  table: "application_answer",
  sees: "application",
  audience: {},
  visible: answersSeen,
  description: "An applicant's answer to one of the programme's six questions.",
})
@Holds({
  about: "t.applicationId IN (SELECT o.id FROM application o WHERE o.personId = $)",
  own: true,
  words: { text: ERASED },
})
export class ApplicationAnswer {
  @Id()
  id!: string;

  @Key()
  applicationId!: string;

  @One(() => Application, { sees: "application", key: "applicationId", description: "The application." })
  readonly application?: never;

  @Whole("application", "Which question it answers, 1 to 6.")
  question!: number;

  @LongText("application", "The answer.")
  text!: string;

  @OneOf("application", ReviewKind, "For the sixth question: the kind of review the example is from.", {
    nullable: true,
  })
  reviewKind!: ReviewKind | null;

  @OneOf("application", LearningIssue, "For the sixth question: what the issue was.", { nullable: true })
  issue!: LearningIssue | null;

  @OneOf("application", LearningEffect, "For the sixth question: what the issue does to safeguarding work.", {
    nullable: true,
  })
  effect!: LearningEffect | null;
}
