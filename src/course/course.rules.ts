import { inWords } from "../rules/day";
import { outcome, RuleId, RuleOutcome } from "../rules/outcome";

/** A course day that a trainee attended for the whole of it. */
export interface AttendedDay {
  readonly id: string;
  readonly date: string;
}

const days = (attended: readonly AttendedDay[]): AttendedDay[] =>
  [...new Map(attended.map((day) => [day.date, day])).values()].sort((a, b) => (a.date < b.date ? -1 : 1));

/** R2, R12 (E4): the course is complete when as many different days are attended as the Standard asks for. */
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

/** R12 (E5): a practice review starts once each trainee of the pair has completed the course. */
export const mayStart = (
  trainees: readonly { readonly id: string; readonly name: string; readonly training: RuleOutcome }[],
): RuleOutcome => {
  const complete = trainees.filter(({ training }) => training.met);
  const waiting = trainees.filter(({ training }) => !training.met).map(({ name }) => name);
  return outcome(RuleId.E5, {
    needed: trainees.length,
    actual: complete.length,
    because: complete.map(({ id, name }) => ({ id, text: `${name} has completed the course.` })),
    next: `The review can start once ${waiting.join(" and ")} ${waiting.length === 1 ? "has" : "have"} completed the course.`,
  });
};
