import { today } from "./forms";
import { Row, Truth } from "./truth";

const LONG = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const said = (day: unknown): string => LONG.format(new Date(String(day)));
const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
const before = (day: unknown): string => new Date(Date.parse(String(day)) - 86_400_000).toISOString().slice(0, 10);

interface Part {
  readonly [name: string]: unknown;
  readonly met: boolean;
  readonly next: string | null;
}

const rule = (id: string, title: string, phrase: string, needed: number, actual: number, next: string): Part => {
  const met = actual >= needed;
  return { rule: id, title, phrase, met, needed, actual, next: met ? null : next, parts: [] };
};

/** Whether an accreditation may be renewed by its next review, counted anew. */
export const statusReview = (row: Row, truth: Truth): object => {
  const due = row.reviewDueOn;
  const meetings = truth
    .where("NetworkAttendance", "accreditationId", row.id)
    .filter(({ attended }) => Number(attended) === 1)
    .map(({ meetingId }) => truth.row(meetingId))
    .filter(({ cancelledAt, date }) => cancelledAt === null && String(date) >= String(row.yearFrom))
    .filter(({ date }) => String(date) < String(due))
    .toSorted((a, b) => (String(a.date) < String(b.date) ? -1 : 1));
  const standards = truth.where("Standard", "programmeId", row.programmeId);
  const newest = standards.toSorted((a, b) => Number(b.number) - Number(a.number))[0];
  const attended = new Set(meetings.map(({ date }) => date)).size;
  const short = Number(newest?.networkMeetings) - attended;
  const open = truth.where("FidelityConcern", "personId", row.personId).filter(({ closedAt }) => closedAt === null);
  const past = (day: unknown) => day !== null && String(day) <= today();
  const ended = past(row.withdrawnOn)
    ? `It was withdrawn on ${said(row.withdrawnOn)}: only a programme lead can restore it.`
    : past(row.lapsesOn)
      ? `It lapsed on ${said(row.lapsesOn)}: only a programme lead can restore it.`
      : null;
  const parts = [
    {
      ...rule(
        ...(["E16", "Network meetings"] as const),
        "Accredited reviewers are also required to attend a minimum of three network meetings per year",
        ...([Number(newest?.networkMeetings), attended] as const),
        past(due)
          ? `The year that ended on ${said(before(due))} is ${plural(short, "network meeting")} short: it can go on with conditions only.`
          : `Attend ${plural(short, "more network meeting")}, by ${said(before(due))}.`,
      ),
      because: meetings.map(({ id, date }) => ({ id, text: `A network meeting on ${said(date)} was attended.` })),
    },
    {
      ...rule(
        ...(["E17", "Fidelity to the model"] as const),
        "they are expected to work with fidelity to the model in any future Learning Together commissions",
        ...([1, open.length > 0 ? 0 : 1] as const),
        `Have ${plural(open.length, "open fidelity concern")} answered and closed first.`,
      ),
      because: open.map(({ id, raisedAt }) => ({ id, text: `A fidelity concern of ${said(raisedAt)} is open.` })),
    },
    {
      ...rule(
        ...(["E18", "A review is due", "Accreditation status will be reviewed annually"] as const),
        ...([1, past(due) && ended === null ? 1 : 0] as const),
        ended ?? `Its review is decided from ${said(due)} on.`,
      ),
      because: [{ id: null, text: `The review of the year from ${said(row.yearFrom)} is due on ${said(due)}.` }],
    },
  ] as (Part & { because: object[] })[];
  return {
    ...{ rule: "STATUS_REVIEW", title: "Ready to be renewed", because: [], parts },
    phrase: "Accreditation status will be reviewed annually in line with these requirements",
    ...{ met: parts.every(({ met }) => met), needed: 3, actual: parts.filter(({ met }) => met).length },
    next: parts.find(({ met }) => !met)?.next ?? null,
  };
};
