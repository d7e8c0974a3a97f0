import { ReviewKind } from "../commission/review-kind";
import { outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { ApplicationState } from "./application-state";
import { LearningEffect, LearningIssue } from "./learning";
import { ABOUT_A_REVIEW, QUESTIONS } from "./questions";

/** R62: the kinds of review that the sixth question names. */
export const EXAMPLE_KINDS: readonly ReviewKind[] = [
  ReviewKind.SERIOUS_CASE_REVIEW,
  ReviewKind.SAFEGUARDING_ADULT_REVIEW,
  ReviewKind.LEARNING_REVIEW,
  ReviewKind.DOMESTIC_HOMICIDE_REVIEW,
];

/** One answer, as far as it is written. */
export interface Answered {
  readonly question: number;
  readonly text: string;
  readonly reviewKind: ReviewKind | null;
  readonly issue: LearningIssue | null;
  readonly effect: LearningEffect | null;
}

/** An application, as far as it is written. */
export interface Written {
  readonly cvReference: string | null;
  /** Whether the CV itself has come, as a file. */
  readonly cvStored: boolean;
  readonly statement: string | null;
  readonly commitsTime: boolean;
  readonly answers: readonly Answered[];
}

const says = (text: string | null | undefined): boolean => (text ?? "").trim() !== "";

/** R28, R53, R57–R62 (E1): an application is complete with CV, statement, the time committed and six answers. */
export const complete = ({ cvReference, cvStored, statement, commitsTime, answers }: Written): RuleOutcome => {
  const to = (question: number) => answers.find((answer) => answer.question === question);
  const example = to(ABOUT_A_REVIEW);
  const parts: [there: boolean, what: string][] = [
    [cvStored || says(cvReference), "your CV, or where it is"],
    [says(statement), "the supporting statement"],
    [commitsTime, "that you commit the unpaid time"],
    ...QUESTIONS.map(({ number }): [boolean, string] => [says(to(number)?.text), `the answer to question ${number}`]),
    [example?.reviewKind != null, `the kind of review, in question ${ABOUT_A_REVIEW}`],
    [example?.issue != null, `whether the issue was cultural or organisational, in question ${ABOUT_A_REVIEW}`],
    [example?.effect != null, `whether it helps or hinders, in question ${ABOUT_A_REVIEW}`],
  ];
  const missing = parts.filter(([there]) => !there).map(([, what]) => what);
  return outcome(RuleId.E1, {
    needed: parts.length,
    actual: parts.length - missing.length,
    because: missing.map((what) => ({ text: `There is not yet: ${what}.` })),
    next: `Add ${missing.join("; ")}.`,
  });
};

/** R3, R54 (E2): a cohort takes applications from its first day to the end of its last, in London. */
export const inTime = ({ opensOn, applyBy }: { opensOn: string; applyBy: string }, today: string): RuleOutcome =>
  outcome(RuleId.E2, {
    needed: 1,
    actual: opensOn <= today && today <= applyBy ? 1 : 0,
    because: [
      { text: `Applications are taken from ${opensOn} to the end of ${applyBy} in London, where it is ${today}.` },
    ],
    next:
      today < opensOn
        ? `Wait until ${opensOn}: applications are not taken yet.`
        : "Choose a later cohort: this one takes no more applications.",
  });

const WITHDRAWABLE: ReadonlySet<ApplicationState> = new Set([
  ApplicationState.DRAFT,
  ApplicationState.SUBMITTED,
  ApplicationState.WAITING,
  ApplicationState.OFFERED,
  ApplicationState.CONFIRMED,
]);

/** Whether there is anything to take back: not once it was refused, declined or withdrawn, or made somebody a trainee. */
export const mayWithdraw = (state: ApplicationState): boolean => WITHDRAWABLE.has(state);
