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

/** Who scored an application by every published criterion, and the points they gave it. */
export interface Judged {
  readonly id: string;
  readonly name: string;
  readonly points: number;
}

/** Whoever left out a criterion, perhaps one published since, has not scored yet; retired ones count for nothing. */
export const judgedBy = (criteria: readonly string[], scores: readonly Scored[]): Judged[] => {
  const among = scores.filter(({ criterionId }) => criteria.includes(criterionId));
  const scorers = new Map(among.map(({ scorerId, scorer }) => [scorerId, scorer]));
  return [...scorers]
    .map(([id, name]) => ({ id, name, given: among.filter(({ scorerId }) => scorerId === id) }))
    .filter(({ given }) => given.length === criteria.length)
    .map(({ id, name, given }) => ({ id, name, points: given.reduce((sum, { score }) => sum + score, 0) }));
};

/** R52: an application is scored by every published criterion, by two different people, before it is decided. */
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
  readonly found: { readonly published: boolean; readonly ofProgramme: boolean; readonly criterion: boolean } | null;
}

/** R10, R65: every published criterion of the programme is scored once, and nothing else is. Every fault at once. */
export const faultsOfScores = (
  named: readonly Named[],
  criteria: readonly { id: string; ordinal: number }[],
): UserError[] => {
  const left = criteria.filter(({ id }) => !named.some(({ criterionId }) => criterionId === id));
  return [
    ...named.flatMap(({ criterionId, found }, at) => {
      const path = ["scores", String(at), "criterionId"];
      const fault = (message: string) => [invalid(path, `${path.join(".")} ${message}`)];
      if (!found) return absent(...path).errors;
      if (!found.criterion) return fault("is no selection criterion.");
      if (!found.ofProgramme) return fault("is a criterion of another programme.");
      if (!found.published) return fault("is retired: it is scored by no more.");
      return named.findIndex((other) => other.criterionId === criterionId) < at ? fault("is scored twice.") : [];
    }),
    ...(left.length === 0
      ? []
      : [
          invalid(
            ["scores"],
            `scores must hold every published criterion: ${left.map(({ ordinal }) => ordinal).join(", ")} of the list ${left.length === 1 ? "is" : "are"} missing.`,
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

/** R63: what cannot be of a decision: an offer has a day to come, a refusal a reason, and nobody waits twice. */
export const faultsOfDecision = (
  { state }: { state: ApplicationState },
  { decision, confirmBy, reason }: Deciding,
  today: string,
): UserError[] => {
  const offer = decision === SelectionDecision.OFFER;
  const waits = state === ApplicationState.WAITING && decision === SelectionDecision.WAITING_LIST;
  const faults: [boolean, string, string][] = [
    [waits, "decision", "cannot be WAITING_LIST: the applicant is on it already."],
    [offer && confirmBy === null, "confirmBy", "must say by which day an offer is to be confirmed."],
    [offer && confirmBy !== null && confirmBy < today, "confirmBy", `is past: it is ${today} in London.`],
    [!offer && confirmBy !== null, "confirmBy", "is for an offer only."],
    [decision === SelectionDecision.REFUSE && reason === null, "reason", "must tell the applicant why."],
  ];
  return faults.filter(([is]) => is).map(([, field, message]) => invalid([field], `${field} ${message}`));
};

/** R9: nobody is offered a second place, nor one on a course that has begun by the day they may confirm it. */
export const faultsOfOffer = ({
  begins,
  confirmBy,
  trainee,
}: {
  /** The first course day. */
  readonly begins: string;
  readonly confirmBy: string | null;
  /** As what the applicant is a trainee already. */
  readonly trainee: string | null;
}): UserError[] => [
  ...(confirmBy !== null && confirmBy >= begins
    ? [invalid(["confirmBy"], `confirmBy must be before the course begins, on ${begins}.`)]
    : []),
  ...(trainee ? [invalid(["applicationId"], `applicationId is of a trainee already, ${trainee}.`)] : []),
];
