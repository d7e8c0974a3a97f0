import { RELEASED } from "../accreditation/seen";
import type { Context } from "../context";
import { meetingsOfYear } from "../network/meetings-of-year";
import { inWords } from "../rules/day";
import { daysAfter, londonDay } from "../time";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";

/** How long before a meeting its members are told, in days. */
const SOON = 14;

/** R45: what waits for members of a network: the meetings that are soon, while their accreditation holds. */
export const tasksOfMember = async ({ db, personId, now }: Context): Promise<Waiting[]> => {
  const today = londonDay(now);
  const coming = await db.rows(
    `SELECT m.id, m.date, m.topic, MIN(t.id) AS memberId, MAX(s.networkMeetings) AS needed
     FROM accreditation t JOIN network_meeting m ON m.programmeId = t.programmeId
     JOIN standard s ON s.programmeId = t.programmeId
       AND s.number = (SELECT MAX(o.number) FROM standard o WHERE o.programmeId = t.programmeId)
     WHERE t.personId = ? AND ${RELEASED} AND t.accreditedOn <= m.date AND t.lapsesOn > m.date
       AND (t.withdrawnOn IS NULL OR t.withdrawnOn > m.date)
       AND m.cancelledAt IS NULL AND m.date BETWEEN ? AND ?
       AND NOT EXISTS (SELECT 1 FROM network_attendance a WHERE a.meetingId = m.id AND a.accreditationId = t.id)
     GROUP BY m.id, m.date, m.topic`,
    [personId, today, daysAfter(today, SOON)],
  );
  const attended = await meetingsOfYear(
    db.rows,
    coming.map(({ memberId }) => memberId as string),
  );
  return coming.map(({ id, date, topic, memberId, needed }) => ({
    kind: TaskKind.ATTEND_NETWORK_MEETING,
    text: `Come to the meeting of your network on ${inWords(date as string)}: ${topic}. You have attended ${attended.get(memberId as string) ?? 0} of ${needed} this year.`,
    since: null,
    aboutId: id as string,
  }));
};

/** What waits for a programme lead of the networks: past meetings of which it is not recorded who was there. */
export const tasksOfNetworkLead = async ({ db, now }: Context): Promise<Waiting[]> => {
  const held = await db.rows(
    `SELECT m.id, m.date, m.topic FROM network_meeting m WHERE m.cancelledAt IS NULL AND m.date < ?
     AND NOT EXISTS (SELECT 1 FROM network_attendance a WHERE a.meetingId = m.id)`,
    [londonDay(now)],
  );
  return held.map(({ id, date, topic }) => ({
    kind: TaskKind.RECORD_NETWORK_ATTENDANCE,
    text: `Record who was at the meeting of the network on ${inWords(date as string)}: ${topic}.`,
    since: `${date} 00:00:00.000`,
    aboutId: id as string,
  }));
};
