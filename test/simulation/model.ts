import { Day, later } from "./calendar";

/** What the model knows of somebody accredited, by the words of the programme's document and the notes. */
export interface Member {
  readonly name: string;
  /** The day that anniversaries are counted from. */
  begun: Day;
  yearFrom: Day;
  dueOn: Day;
  /** By when conditions must be met. */
  conditionsUntil: Day | null;
  /** The day on which a review let it lapse. */
  letLapseOn: Day | null;
  withdrawnOn: Day | null;
  readonly attended: Day[];
  /** Whether a concern about fidelity to the model is open. */
  concern: boolean;
}

/** A rule that speaks against a renewal. */
export interface Unmet {
  readonly rule: string;
  readonly needed: number;
  readonly actual: number;
}

/** How many meetings a year asks for, and how many months a review may be late. */
const [MEETINGS, GRACE] = [3, 3];

const nextAnniversary = (begun: Day, after: Day): Day => {
  let years = 1;
  while (later(begun, 12 * years) <= after) years += 1;
  return later(begun, 12 * years);
};

export const accredited = (name: string, day: Day): Member => ({
  name,
  begun: day,
  yearFrom: day,
  dueOn: nextAnniversary(day, day),
  conditionsUntil: null,
  letLapseOn: null,
  withdrawnOn: null,
  attended: [],
  concern: false,
});

/** The first day on which it holds no more, unless something happens; a withdrawal is told apart. */
export const endsOn = (member: Member): Day => {
  if (member.letLapseOn !== null) return member.letLapseOn;
  return member.conditionsUntil === null ? later(member.dueOn, GRACE) : member.conditionsUntil + 1;
};

export const standingOn = (member: Member, day: Day): string => {
  if (member.withdrawnOn !== null) return "WITHDRAWN";
  if (endsOn(member) <= day) return "LAPSED";
  if (member.dueOn < day) return "REVIEW_DUE";
  return member.conditionsUntil === null ? "ACTIVE" : "CONDITIONAL";
};

/** Whether it holds on a day: who holds one is a member of the network. */
export const holdsOn = (member: Member, day: Day): boolean =>
  !["WITHDRAWN", "LAPSED"].includes(standingOn(member, day));

/** R45: how many meetings count for the year under review. */
export const meetingsOf = ({ attended, yearFrom, dueOn }: Member): number =>
  attended.filter((day) => yearFrom <= day && day < dueOn).length;

/** R42, R45, R46: why somebody is not renewed on a day: too few meetings, an open concern, or not the time for it. */
export const unmetOn = (member: Member, day: Day): Unmet[] => {
  const rule = (id: string, needed: number, actual: number): Unmet[] =>
    actual < needed ? [{ rule: id, needed, actual }] : [];
  return [
    ...rule("E16", MEETINGS, meetingsOf(member)),
    ...rule("E17", 1, member.concern ? 0 : 1),
    ...rule("E18", 1, member.dueOn <= day && holdsOn(member, day) ? 1 : 0),
  ];
};

const onward = (member: Member): void => {
  member.yearFrom = member.dueOn;
  member.dueOn = nextAnniversary(member.begun, member.dueOn);
};

export const renew = (member: Member): void => {
  onward(member);
  member.conditionsUntil = null;
};

export const setConditions = (member: Member, until: Day): void => {
  onward(member);
  member.conditionsUntil = until;
};

export const meetConditions = (member: Member): void => {
  member.conditionsUntil = null;
};

export const letLapse = (member: Member, day: Day): void => {
  member.letLapseOn = day;
  member.conditionsUntil = null;
};

export const withdraw = (member: Member, day: Day): void => {
  member.withdrawnOn = day;
};

export const restore = (member: Member, day: Day): void => {
  const { attended, concern } = member;
  Object.assign(member, accredited(member.name, day), { attended, concern });
};
