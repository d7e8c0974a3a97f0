import { dice } from "../support/dice";
import { beginningOf, Day, endOf, isMonthsEnd, textOf } from "./calendar";
import * as model from "./model";
import { endsOn, holdsOn, Member, meetingsOf, standingOn, unmetOn } from "./model";
import { Programme, Seen } from "./programme";

/** What time alone brings, by the kind of entry that tells it. */
type Told = "StatusReviewDue" | "AccreditationLapsed";

/** Whose years they are, from when until when, and how chance falls. */
export interface Lived {
  readonly first: Day;
  readonly last: Day;
  /** Who is accredited on which day. */
  readonly joins: readonly (readonly [name: string, day: Day])[];
  readonly seed: number;
  /** Sets the clock of the programme. */
  is(moment: Date): void;
}

/** Network meetings are so many days apart: four a year, beside those on a day on which somebody's year begins. */
const MEETINGS_EVERY = 91;
const SWEEPS_EVERY = 7;
/** The most days between a review's due day and its decision: more than it may be late. */
const MOST_DELAY = 115;

/**
 * Lives a network beside its model, and compares the two at the end of every month, and when one has just ended. Answers
 * how often what happened, and how often what was seen.
 */
export const live = async (
  programme: Programme,
  { first, last, joins, seed, is }: Lived,
): Promise<Map<string, number>> => {
  const roll = dice(seed);
  const chance = (of: number) => roll() < of;
  const happened = new Map<string, number>();
  const count = (what: string): void => void happened.set(what, (happened.get(what) ?? 0) + 1);
  const members: Member[] = [];
  /** How late each one's review will be decided, drawn once for each due day. */
  const delays = new Map<string, number>();
  const told = new Set<string>();

  const meet = async (day: Day): Promise<void> => {
    const marks = members
      .filter((member) => holdsOn(member, day))
      .map((member) => ({ member, name: member.name, attended: chance(0.6) }));
    if (marks.length === 0) return;
    await programme.meet(day, marks);
    for (const { member, attended } of marks) if (attended) member.attended.push(day);
    count("meeting");
  };

  const refuse = async (member: Member, day: Day): Promise<void> => {
    const unmet = unmetOn(member, day);
    expect(await programme.refusedToRenew(member.name)).toEqual(unmet);
    for (const { rule } of unmet) count(`refused by ${rule}`);
  };

  const review = async (member: Member, day: Day): Promise<void> => {
    const renewable = unmetOn(member, day).length === 0;
    if (!renewable) await refuse(member, day);
    if (renewable && chance(0.9)) {
      await programme.renew(member.name);
      model.renew(member);
      count("renewed");
    } else if (chance(0.7)) {
      const until = day + Math.floor(roll() * 140);
      await programme.setConditions(member.name, until);
      model.setConditions(member, until);
      count("conditions set");
    } else {
      await programme.letLapse(member.name);
      model.letLapse(member, day);
      count("let lapse");
      await compare(day);
    }
  };

  const concern = async (member: Member, day: Day): Promise<void> => {
    if (member.concern && chance(0.02)) {
      await programme.closeConcern(member.name);
      member.concern = false;
      count("concern closed");
    } else if (!member.concern && holdsOn(member, day) && chance(0.001)) {
      await programme.raiseConcern(member.name);
      member.concern = true;
      count("concern raised");
    }
  };

  const act = async (member: Member, day: Day): Promise<void> => {
    await concern(member, day);
    if (!holdsOn(member, day)) {
      if (!chance(0.01)) return;
      await refuse(member, day);
      await programme.restore(member.name);
      model.restore(member, day);
      count("restored");
    } else if (chance(0.000_2)) {
      await programme.withdraw(member.name);
      model.withdraw(member, day);
      count("withdrawn");
      await compare(day);
    } else if (member.conditionsUntil !== null && chance(0.012)) {
      await programme.conditionsMet(member.name);
      model.meetConditions(member);
      count("conditions met");
    } else if (day === member.dueOn - 1 && chance(0.3)) {
      await refuse(member, day); // a day too early
    } else {
      const due = `${member.name} ${member.dueOn}`;
      const delay = delays.get(due) ?? Math.floor(roll() ** 2 * MOST_DELAY);
      delays.set(due, delay);
      if (day >= member.dueOn + delay) await review(member, day);
    }
  };

  /** What the model has time tell of somebody by a day. */
  const turnsOf = (member: Member, day: Day): [kind: Told, when: Day][] => {
    if (holdsOn(member, day)) return member.dueOn <= day ? [["StatusReviewDue", member.dueOn]] : [];
    const byItself = member.withdrawnOn === null && member.letLapseOn === null;
    return byItself ? [["AccreditationLapsed", endsOn(member)]] : [];
  };
  const sweep = async (day: Day): Promise<void> => {
    const foretold = { StatusReviewDue: 0, AccreditationLapsed: 0 };
    for (const member of members) {
      for (const [kind, when] of turnsOf(member, day)) {
        const entry = `${kind} ${member.name} ${textOf(when)}`;
        if (told.has(entry)) continue;
        told.add(entry);
        foretold[kind] += 1;
        count(`told ${kind}`);
      }
    }
    expect({ day: textOf(day), ...(await programme.sweep()) }).toEqual({ day: textOf(day), ...foretold });
  };

  const compare = async (day: Day): Promise<void> => {
    const expected = members.map((member): Seen => {
      const standing = standingOn(member, day);
      const reviewDueOn = textOf(member.dueOn);
      count(`seen ${standing}${member.conditionsUntil === null ? "" : " under conditions"}`);
      if (reviewDueOn.endsWith("-02-29")) count(`seen due on ${reviewDueOn}`);
      return {
        ...{ name: member.name, standing, verified: standing, yearFrom: textOf(member.yearFrom), reviewDueOn },
        ...{ lapsesOn: textOf(endsOn(member)), meetings: meetingsOf(member) },
      };
    });
    expect({ day: textOf(day), members: await programme.look() }).toEqual({ day: textOf(day), members: expected });
  };

  for (let day = first; day <= last; day += 1) {
    is(new Date(beginningOf(day).getTime() + 1_000));
    for (const [name] of joins.filter(([, on]) => on === day)) {
      await programme.accredit(name);
      members.push(model.accredited(name, day));
    }
    const begins = members.some(({ dueOn }) => dueOn === day);
    if (day % MEETINGS_EVERY === 0 || (begins && chance(0.3))) await meet(day);
    for (const member of members) await act(member, day);
    if (day % SWEEPS_EVERY === 0) await sweep(day);
    if (!isMonthsEnd(day)) continue;
    is(endOf(day));
    await compare(day);
    is(beginningOf(day + 1));
    await compare(day + 1);
    count("month compared");
  }
  expect(await programme.told()).toEqual([...told].sort());
  return happened;
};
