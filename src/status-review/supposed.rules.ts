import { inWords } from "../rules/day";
import { StatusReviewFacts } from "./status-review.rules";

/** Facts that somebody supposes beside those there are. */
export interface Supposed {
  readonly attendedOn?: readonly string[] | null;
  readonly notAttendedOn?: readonly string[] | null;
  readonly closedConcernIds?: readonly string[] | null;
  readonly on?: string | null;
}

const twice = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

/** What a supposition says against itself, or against what is so: each a sentence. */
export const contradictionsIn = (facts: StatusReviewFacts, supposed: Supposed): string[] => {
  const { yearFrom, reviewDueOn, meetings, openConcerns } = facts;
  const [attendedOn, notAttendedOn] = [supposed.attendedOn ?? [], supposed.notAttendedOn ?? []];
  const concerns = supposed.closedConcernIds ?? [];
  const on = supposed.on ?? null;
  const counted = new Set(meetings.map(({ date }) => date));
  const open = new Set(openConcerns.map(({ id }) => id));
  const days = [...new Set([...attendedOn, ...notAttendedOn])];
  return [
    ...days
      .filter((day) => day < yearFrom || day >= reviewDueOn)
      .map((day) => `${inWords(day)} is outside the year under review.`),
    ...[...twice(attendedOn), ...twice(notAttendedOn)].map((day) => `${inWords(day)} is named twice.`),
    ...[...new Set(attendedOn.filter((day) => notAttendedOn.includes(day)))].map(
      (day) => `${inWords(day)} is taken as attended and as not attended.`,
    ),
    ...[...new Set(attendedOn.filter((day) => counted.has(day)))].map(
      (day) => `A network meeting on ${inWords(day)} was attended already.`,
    ),
    ...[...new Set(notAttendedOn.filter((day) => !counted.has(day)))].map(
      (day) => `No network meeting on ${inWords(day)} was attended: there is nothing to take back.`,
    ),
    ...[...new Set(concerns.filter((id) => !open.has(id)))].map(
      (id) => `${id} is no open fidelity concern about their work.`,
    ),
    ...twice(concerns).map((id) => `${id} is named twice.`),
    ...(on !== null && on < yearFrom ? [`${inWords(on)} is before the year under review.`] : []),
    ...[...new Set(attendedOn.filter((day) => on !== null && day > on))].map(
      (day) => `${inWords(day)} is after the day that it is asked for.`,
    ),
  ];
};

/** The facts as they would be. A meeting after the day that it is asked for has not been attended by then. */
export const asSupposed = (facts: StatusReviewFacts, supposed: Supposed): StatusReviewFacts => ({
  ...facts,
  meetings: [
    ...facts.meetings
      .filter(({ date }) => supposed.on == null || date <= supposed.on)
      .filter(({ date }) => !supposed.notAttendedOn?.includes(date)),
    ...(supposed.attendedOn ?? []).map((date) => ({ date })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1)),
  openConcerns: facts.openConcerns.filter(({ id }) => !supposed.closedConcernIds?.includes(id)),
});
