import { invalid, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { NetworkMeeting } from "./network-meeting.entity";

/** What stands against doing anything to a meeting any more. */
export const faultsOf = ({ cancelledAt }: NetworkMeeting): UserError[] =>
  cancelledAt === null ? [] : [invalid(["meetingId"], "meetingId was cancelled.")];

/** Whether it is recorded of anybody whether they were at a meeting. */
export const isRecorded = async (tx: Transaction, { id }: NetworkMeeting): Promise<boolean> =>
  (await tx.rows("SELECT id FROM network_attendance WHERE meetingId = ? LIMIT 1", [id])).length > 0;
