import { anniversaryAfter } from "../accreditation/accreditation.rules";
import type { Database } from "../database/database";
import { daysAfter } from "../time";
import { DayOf } from "./days";
import { Earlier, earlierPeople, YEARLY_FROM } from "./earlier";
import { Act, idOf, Known, versionOf } from "./stage";

const LEAD = "Programme Lead A";

/** The meetings of the network before they came round each year. */
const FIRST = ["2017-11-08", "2018-02-07", "2018-05-16", "2018-10-10"];
/** When one is held each year since, counted from the day the demo is loaded. */
const YEARLY = [-300, -180, -75];
/** What was missed lately: Greg is at 2 of 3 this year, Mo was when her last year ended. */
const MISSED: Record<string, number> = { "Greg Oakhanger": -75, "Mo Tregarth": -180 };
const TOPICS = [
  "Findings that travel: what our last reviews had in common",
  "Families in a review: what they were asked, and what they asked",
  "A proportionate scope, and how to keep to it",
  "Conversations that let people tell it in their own order",
];
/** How long after it was due a review was decided. */
const PATIENCE_DAYS = 5;

/** Until when each was a member, for those who no longer are. */
const LEFT: Record<string, string> = { "Fay Lindqvist": "2018-11-01" };

/** What came after the accreditations of earlier years: meetings of the network, and the yearly reviews that count them. */
export const networkStory = (known: Known, db: Database, day: DayOf): Act[] => {
  const members = earlierPeople(day);
  const past = (offset: number) => {
    const dates: string[] = [];
    for (let when = offset; day(when) >= YEARLY_FROM; when -= 365) dates.push(day(when));
    return dates;
  };
  const held = [...FIRST, ...YEARLY.flatMap(past)];
  const missed = (name: string, date: string) => MISSED[name] !== undefined && day(MISSED[name]) === date;
  const there = (date: string) =>
    members.filter(({ name, accreditedOn }) => accreditedOn <= date && date < (LEFT[name] ?? "9999-12-31"));

  const scheduled = (date: string, topic: string): Act => ({
    ...{ day: daysAfter(date, -60), by: LEAD, mutation: "scheduleNetworkMeeting", as: `network of ${date}` },
    input: () => ({ programmeId: idOf(known, "programme"), date, venue: "London", topic }),
  });
  const recorded = (date: string): Act => ({
    ...{ day: date, by: LEAD, mutation: "recordNetworkAttendance" },
    input: async () => {
      const meetingId = idOf(known, `network of ${date}`);
      const attendance = there(date).map(({ name }) => ({
        accreditationId: idOf(known, `accreditation of ${name}`),
        attended: !missed(name, date),
      }));
      return { meetingId, attendance, expectedVersion: await versionOf(db, meetingId) };
    },
  });
  return [
    ...held.map((date, index) => scheduled(date, TOPICS[index % TOPICS.length] as string)),
    ...held.filter((date) => there(date).length > 0).map(recorded),
    // One waits for the lead to record who was there, and one for its members.
    scheduled(day(-6), "Writing for a board that has to act"),
    scheduled(day(12), "Guarding against hindsight, ten years on"),
    ...members.flatMap((member) => reviewsOf(member, known, db, day)),
  ];
};

/** The yearly reviews of one person: renewed each year, the last one of Mo with conditions that were then met. */
const reviewsOf = ({ name, accreditedOn }: Earlier, known: Known, db: Database, day: DayOf): Act[] => {
  const decided = (when: string, mutation: string, more: object): Act => ({
    ...{ day: when, by: LEAD, mutation },
    input: async () => {
      const accreditationId = idOf(known, `accreditation of ${name}`);
      return { accreditationId, expectedVersion: await versionOf(db, accreditationId), ...more };
    },
  });
  const dues: string[] = [];
  for (
    let due = anniversaryAfter(accreditedOn, accreditedOn);
    due < day(0);
    due = anniversaryAfter(accreditedOn, due)
  ) {
    dues.push(due);
  }
  const renewed = (due: string) => decided(daysAfter(due, PATIENCE_DAYS), "decideStatusReview", { outcome: "RENEWED" });
  if (LEFT[name]) return dues.slice(0, 1).map(renewed);
  if (name !== "Mo Tregarth") return dues.map(renewed);
  const last = dues.pop() as string;
  return [
    ...dues.map(renewed),
    decided(daysAfter(last, PATIENCE_DAYS), "decideStatusReview", {
      outcome: "CONDITIONAL",
      reason: "Two of three meetings were attended: illness kept her from the third.",
      conditions: "Work through the notes of the meeting she missed, with a colleague of the network.",
      conditionsUntil: daysAfter(last, 75),
    }),
    decided(daysAfter(last, 50), "confirmConditionsMet", {
      reason: "The two of them wrote down what they took from it.",
    }),
  ];
};
