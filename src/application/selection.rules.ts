import { absent, invalid, UserError } from "../mutation/refused";
import { outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { ApplicationState } from "./application-state";
import { SelectionDecision } from "./selection-decision";

/** So many people score an application before it is decided. */
export const SCORERS = 2;

/** What one person scored an application by one criterion. */
export interface Scored {
  readonly criterionId: string;
  readonly scorerId: string;
  readonly scorer: string;
  readonly score: number;
}

/** Who scored an application by every criterion, and the points they gave it. */
interface Judged {
  readonly id: string;
  readonly name: string;
  readonly points: number;
}

/**
 * R52: the criteria an application is scored by: those that are published, until it is decided; from then on those that
 * it was scored by, whatever is published or retired for those who apply after it.
 */
export const criteriaOf = (
  known: readonly { id: string; retiredOn: string | null }[],
  scores: readonly { criterionId: string }[],
  decided: boolean,
): string[] => {
  const kept = decided ? known.filter(({ id }) => scores.some(({ criterionId }) => criterionId === id)) : [];
  return (kept.length > 0 ? kept : known.filter(({ retiredOn }) => retiredOn === null)).map(({ id }) => id);
};

/** Whoever left out a criterion has not scored yet; one that the application is not scored by counts for nothing. */
export const judgedBy = (criteria: readonly string[], scores: readonly Scored[]): Judged[] => {
  const among = scores.filter(({ criterionId }) => criteria.includes(criterionId));
  const scorers = new Map(among.map(({ scorerId, scorer }) => [scorerId, scorer]));
  return [...scorers]
    .map(([id, name]) => ({ id, name, given: among.filter(({ scorerId }) => scorerId === id) }))
    .filter(({ given }) => given.length === criteria.length)
    .map(({ id, name, given }) => ({ id, name, points: given.reduce((sum, { score }) => sum + score, 0) }));
};

/** R52: an application is scored by every criterion, by two different people, before it is decided. */
export const scoredByTwo = (criteria: readonly string[], scores: readonly Scored[]): RuleOutcome => {
  const judged = judgedBy(criteria, scores);
  const missing = SCORERS - judged.length;
  return outcome(RuleId.SELECTION, {
    needed: SCORERS,
    actual: judged.length,
    because: judged.map(({ id, name }) => ({ id, text: `${name} has scored every criterion.` })),
    next:
      criteria.length === 0
        ? "Publish the programme's selection criteria."
        : `Have ${missing} more ${missing === 1 ? "person" : "people"} score every criterion.`,
  });
};

/** The points for all criteria together, the mean of those who scored, to a tenth; null before anybody has. */
export const totalOf = (judged: readonly Judged[]): number | null => {
  if (judged.length === 0) return null;
  const sum = judged.reduce((all, { points }) => all + points, 0);
  return Math.round((sum * 10) / judged.length) / 10;
};

/** A criterion that somebody scores by, and what is known of it; null where there is no such thing. */
export interface Named {
  readonly criterionId: string;
  readonly found: { readonly ofProgramme: boolean; readonly criterion: boolean } | null;
}

/** R10, R65: every criterion of an application, in their order, is scored once, and nothing else is. Every fault at once. */
export const faultsOfScores = (named: readonly Named[], criteria: readonly string[]): UserError[] => {
  const left = criteria.flatMap((id, at) => (named.some(({ criterionId }) => criterionId === id) ? [] : [at + 1]));
  return [
    ...named.flatMap(({ criterionId, found }, at) => {
      const path = ["scores", String(at), "criterionId"];
      const fault = (message: string) => [invalid(path, `${path.join(".")} ${message}`)];
      if (!found) return absent(...path).errors;
      if (!found.criterion) return fault("is no selection criterion.");
      if (!found.ofProgramme) return fault("is a criterion of another programme.");
      if (!criteria.includes(criterionId)) {
        return fault("is no criterion of this application: it is retired, or was published after the decision.");
      }
      return named.findIndex((other) => other.criterionId === criterionId) < at ? fault("is scored twice.") : [];
    }),
    ...(left.length === 0
      ? []
      : [
          invalid(
            ["scores"],
            `scores must hold every criterion: ${left.join(", ")} of the list ${left.length === 1 ? "is" : "are"} missing.`,
          ),
        ]),
  ];
};

/** An application to which there is still something to say: no place is offered, and it is not refused or taken back. */
const UNDECIDED: ReadonlySet<ApplicationState> = new Set([ApplicationState.SUBMITTED, ApplicationState.WAITING]);

export const notUndecided = ({ state }: { state: ApplicationState }): UserError[] =>
  UNDECIDED.has(state)
    ? []
    : [
        invalid(
          ["applicationId"],
          `applicationId is neither submitted nor on the waiting list: its state is ${state}.`,
        ),
      ];

/** What is decided, too: a wrong day of an offer is put right, and a refusal that was a mistake. */
const CORRECTED: ReadonlySet<ApplicationState> = new Set([ApplicationState.OFFERED, ApplicationState.REFUSED]);

/** What becomes of an application by a decision. */
export const STATE_AFTER: Readonly<Record<SelectionDecision, ApplicationState>> = {
  [SelectionDecision.OFFER]: ApplicationState.OFFERED,
  [SelectionDecision.WAITING_LIST]: ApplicationState.WAITING,
  [SelectionDecision.REFUSE]: ApplicationState.REFUSED,
};

interface Deciding {
  readonly decision: SelectionDecision;
  readonly confirmBy: string | null;
  readonly reason: string | null;
}

interface Decided {
  readonly state: ApplicationState;
  readonly confirmBy: string | null;
}

/**
 * R63: what cannot be of a decision: an offer has a day to come, a refusal a reason, and nobody waits twice. A decision
 * is corrected with a reason; an offer by its day alone, since taking it back gives the place to the next.
 */
export const faultsOfDecision = (
  { state, confirmBy: until }: Decided,
  { decision, confirmBy, reason }: Deciding,
  today: string,
): UserError[] => {
  const offer = decision === SelectionDecision.OFFER;
  const waits = state === ApplicationState.WAITING && decision === SelectionDecision.WAITING_LIST;
  const offered = state === ApplicationState.OFFERED;
  const refused = state === ApplicationState.REFUSED && decision === SelectionDecision.REFUSE;
  const corrects = CORRECTED.has(state);
  const refuses = decision === SelectionDecision.REFUSE;
  const faults: [boolean, string, string][] = [
    [waits, "decision", "cannot be WAITING_LIST: the applicant is on it already."],
    [offered && !offer, "decision", `cannot be ${decision}: a place is offered, and withdrawOffer takes it back.`],
    [refused, "decision", "cannot be REFUSE: the applicant is refused already."],
    [offer && confirmBy === null, "confirmBy", "must say by which day an offer is to be confirmed."],
    [offer && confirmBy !== null && confirmBy < today, "confirmBy", `is past: it is ${today} in London.`],
    [offered && offer && confirmBy !== null && confirmBy === until, "confirmBy", "is the day that was told already."],
    [!offer && confirmBy !== null, "confirmBy", "is for an offer only."],
    [(refuses || corrects) && reason === null, "reason", "must tell the applicant why."],
  ];
  return [
    ...(corrects ? [] : notUndecided({ state })),
    ...faults.filter(([is]) => is).map(([, field, message]) => invalid([field], `${field} ${message}`)),
  ];
};

/**
 * R9, R63: nobody is offered a second place, or is to wait for one; nor one on a course that has begun by the day they
 * may confirm it. Who was erased is offered none.
 */
export const faultsOfOffer = ({
  begins,
  confirmBy,
  trainee,
  erased,
}: {
  /** The first course day. */
  readonly begins: string;
  readonly confirmBy: string | null;
  /** As what the applicant is a trainee already. */
  readonly trainee: string | null;
  readonly erased: boolean;
}): UserError[] => [
  ...(confirmBy !== null && confirmBy >= begins
    ? [invalid(["confirmBy"], `confirmBy must be before the course begins, on ${begins}.`)]
    : []),
  ...(trainee ? [invalid(["applicationId"], `applicationId is of a trainee already, ${trainee}.`)] : []),
  ...(erased ? [invalid(["applicationId"], "applicationId is of somebody who was erased.")] : []),
];
