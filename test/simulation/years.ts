import { dice } from "../support/dice";
import { beginningOf, Day, endOf, isMonthsEnd, textOf } from "./calendar";
import { accredited, endsOn, letLapse, Member, meetConditions, meetingsOf, renew, restore, setConditions, standingOn, withdraw } from "./model";
import { Programme, Seen } from "./programme";

/** What the sweep was to tell, and how often what happened. */
export interface Years {
  readonly happened: Map<string, number>;
  /** How many ends of months were compared. */
  compared: number;
}

const MEETINGS_EVERY = 73; // days: five a year
/** The days between a review's due day and its decision: some too many. */
const MOST_DELAY = 115;

/** Lives so many days of a network beside its model, and compares the two at the end of every month. */
export const live = async (programme: Programme, first: Day, last: Day, joins: ReadonlyMap<Day, string>, seed: number): Promise<Years> => {
  const roll = dice(seed);
  const chance = (of: number) => roll() < of;
  const years: Years = { happened: new Map(), compared: 0 };
  const count = (what: string) => years.happened.set(what, (years.happened.get(what) ?? 0) + 1);
  const members: Member[] = [];
  /** When each one's review will be decided, drawn once for each due day. */
  const patience = new Map<string, number>();
  const told = new Set<string>();

  const meet = async (day: Day): Promise<void> => {
    const there = members.filter((member) => ["ACTIVE", "CONDITIONAL", "REVIEW_DUE"].includes(standingOn(member, day)));
    if (there.length === 0) return;
    const marks = there.map((member) => ({ member, attended: chance(0.72) }));
    await programme.meet(day, marks.map(({ member: { name }, attended }) => ({ name, attended })));
    for (const { member, attended } of marks) if (attended) member.attended.push(day);
    count("meeting");
  };

  const review = async (member: Member, day: Day): Promise<void> => {
    const enough = meetingsOf(member) >= 3;
    if (enough && chance(0.85)) {
      await programme.renew(member.name);
      renew(member);
      return count("renewed");
    }
    if (!enough) {
      expect(await programme.refusedToRenew(member.name)).toEqual({ rule: "E16", needed: 3, actual: meetingsOf(member) });
      count("refused");
    }
    if (chance(0.7)) {
      const until = day + 20 + Math.floor(roll() * 120);
      await programme.setConditions(member.name, until);
      setConditions(member, until);
      return count("conditional");
    }
    await programme.letLapse(member.name);
    letLapse(member, day);
    count("let lapse");
  };

  const act = async (member: Member, day: Day): Promise<void> => {
    const stands = standingOn(member, day);
    if (stands === "WITHDRAWN" || stands === "LAPSED") {
      if (!chance(0.01)) return;
      await programme.restore(member.name);
      restore(member, day);
      return count("restored");
    }
    if (chance(0.0003)) {
      await programme.withdraw(member.name);
      withdraw(member, day);
      return count("withdrawn");
    }
    if (member.conditionsUntil !== null && chance(0.012)) {
      await programme.conditionsMet(member.name);
      meetConditions(member);
      return count("conditions met");
    }
    const due = `${member.name} ${member.dueOn}`;
    const wait = patience.get(due) ?? Math.floor(roll() ** 2 * MOST_DELAY);
    patience.set(due, wait);
    if (day >= member.dueOn + wait) await review(member, day);
  };

  const sweep = async (day: Day): Promise<void> => {
    await programme.sweep();
    for (const member of members) {
      const { name, dueOn } = member;
      const stands = standingOn(member, day);
      if (stands !== "WITHDRAWN" && stands !== "LAPSED" && dueOn <= day) told.add(`StatusReviewDue ${name} ${dueOn}`);
      if (stands === "LAPSED" && member.letLapseOn === null) told.add(`AccreditationLapsed ${name} ${endsOn(member)}`);
    }
  };

  const compare = async (day: Day): Promise<void> => {
    const expected = members.map((member): Seen => ({
      name: member.name,
      standing: standingOn(member, day),
      reviewDueOn: textOf(member.dueOn),
      meetings: meetingsOf(member),
    }));
    expect({ day: textOf(day), members: await programme.look() }).toEqual({ day: textOf(day), members: expected });
  };

  for (let day = first; day <= last; day += 1) {
    const moments = [beginningOf(day), endOf(day)] as const;
    programme.is(new Date(moments[0].getTime() + 1_000));
    const joining = joins.get(day);
    if (joining) {
      await programme.accredit(joining);
      members.push(accredited(joining, day));
    }
    if (day % MEETINGS_EVERY === 0) await meet(day);
    for (const member of members) await act(member, day);
    if (day % 7 === 0) await sweep(day);
    if (!isMonthsEnd(day)) continue;
    // In the last millisecond of the month, and in the first of the next.
    programme.is(moments[1]);
    await compare(day);
    programme.is(beginningOf(day + 1));
    await compare(day + 1);
    years.compared += 1;
  }
  expect(await programme.told()).toEqual([...told].sort());
  return years;
};
