import { Transaction } from "../mutation/transact";
import { marks, padded } from "../scope/condition";
import { NetworkMeeting } from "./network-meeting.entity";

/** R45: who of these people was at another meeting of the same network on a date: a date counts once. */
export const atAnotherOn = async (
  tx: Transaction,
  { id, programmeId }: NetworkMeeting,
  date: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (personIds.length === 0) return new Set();
  const among = padded(personIds);
  const rows = await tx.rows(
    `SELECT a.personId FROM network_attendance a JOIN network_meeting m ON m.id = a.meetingId
     WHERE m.programmeId = ? AND m.date = ? AND m.id <> ? AND a.attended = 1 AND a.personId IN (${marks(among)})`,
    [programmeId, date, id, ...among],
  );
  return new Set(rows.map(({ personId }) => personId as string));
};
