import { inWords } from "../rules/day";
import { outcome, RuleId, RuleOutcome } from "../rules/outcome";

/** A course day that a trainee attended for the whole of it. */
export interface AttendedDay {
  readonly id: string;
  /** Which day of the course it was. */
  readonly number: number;
  readonly date: string;
}

/** Each day of the course once, as it was first attended: who changes cohort may have one of them twice. */
const days = (attended: readonly AttendedDay[]): AttendedDay[] => {
  const inOrder = [...attended].sort((a, b) => (a.date < b.date ? -1 : 1));
  return inOrder.filter((day, index) => inOrder.findIndex(({ number }) => number === day.number) === index);
};

/**
 * R2, R12 (E4): the course is complete when as many different days of it are attended as the Standard asks for, on one
 * cohort or on several.
 */
export const trainingComplete = (needed: number, attended: readonly AttendedDay[]): RuleOutcome => {
  const distinct = days(attended);
  const missing = needed - distinct.length;
  return outcome(RuleId.E4, {
    needed,
    actual: distinct.length,
    because: distinct.map(({ id, date }) => ({ id, text: `Attended the course day of ${inWords(date)}.` })),
    next: `Attend ${missing} more course ${missing === 1 ? "day" : "days"}: speak to the programme lead about a later cohort.`,
  });
};

/** A trainee of the pair, as E5 looks at them. */
export interface Starting {
  readonly id: string;
  readonly name: string;
  readonly training: RuleOutcome;
  /** Whether whoever asks may know how far they are: of a partner they may not. */
  readonly told: boolean;
}

/**
 * R12 (E5): a practice review starts once each trainee of the pair has completed the course. That it does not start yet
 * cannot be kept from either; how far the other is can: neither the count nor the reasons tell of it.
 */
export const mayStart = (trainees: readonly Starting[]): RuleOutcome => {
  const met = trainees.every(({ training }) => training.met);
  const complete = trainees.filter(({ training, told }) => told && training.met);
  return outcome(RuleId.E5, {
    needed: trainees.length,
    actual: met ? trainees.length : complete.length,
    met,
    because: complete.map(({ id, name }) => ({ id, text: `${name} has completed the course.` })),
    next: "The review can start once each trainee of the pair has completed the course.",
  });
};
