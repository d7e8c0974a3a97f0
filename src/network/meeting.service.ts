import { newId } from "../id";
import { differences } from "../log/differences";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Programme } from "../programme/programme.entity";
import { londonDay } from "../time";
import { crossesDecidedYear } from "./decided-year";
import { atAnotherOn } from "./elsewhere";
import { faultsOf, isRecorded } from "./meeting";
import { Member, membersNamed } from "./members";
import { CancelNetworkMeetingInput, ChangeNetworkMeetingInput, ScheduleNetworkMeetingInput } from "./network.inputs";
import { countsThisYear, isMemberOn } from "./network.rules";
import { NetworkMeeting } from "./network-meeting.entity";

/** R45: a meeting of a programme's network, in everybody's calendar. */
export const schedule: UseCase<ScheduleNetworkMeetingInput> = async (
  tx,
  { programmeId: named, date, venue, topic },
) => {
  const { id: programmeId } = await tx.find(Programme, named, "programmeId");
  await tx.once();
  const said = { programmeId, date, venue, topic };
  const meeting = await tx.add(NetworkMeeting, { id: newId("nwm"), ...said, cancelledAt: null, version: 1 });
  tx.append("NetworkMeetingScheduled", meeting, {}, said);
  return meeting.id;
};

/** R45: corrects when or where a meeting is, or what it is about. Whoever was there is told of another day. */
export const change: UseCase<ChangeNetworkMeetingInput> = async (tx, input) => {
  const meeting = await tx.find(NetworkMeeting, input.meetingId, "meetingId");
  await tx.once();
  tx.expect(meeting, input.expectedVersion);
  const { date, venue, topic } = meeting;
  const said = { date: input.date ?? date, venue: input.venue ?? venue, topic: input.topic ?? topic };
  const there = said.date === date ? [] : await whoAttended(tx, meeting);
  const facts = differences(meeting, said);
  refuse([
    ...faultsOf(meeting),
    ...(await faultsOfDate(tx, meeting, said.date, there)),
    Object.keys(facts).length === 0 && invalid([], "Nothing of the meeting would be otherwise."),
  ]);
  await tx.change(NetworkMeeting, meeting, said);
  tx.append("NetworkMeetingChanged", meeting, {}, facts, input.reason);
  for (const member of there) {
    const { personId, traineeId } = member;
    const moved = { meetingId: meeting.id, from: date, to: said.date };
    tx.append("AttendedMeetingMoved", member, { personId, traineeId }, moved, input.reason);
  }
  return meeting.id;
};

/** R45: a meeting does not take place: nobody can have been there. */
export const cancel: UseCase<CancelNetworkMeetingInput> = async (tx, { meetingId, reason, expectedVersion }) => {
  const meeting = await tx.find(NetworkMeeting, meetingId, "meetingId");
  await tx.once();
  tx.expect(meeting, expectedVersion);
  const recorded = await isRecorded(tx, meeting);
  refuse([
    ...faultsOf(meeting),
    recorded && invalid(["meetingId"], "meetingId took place: who was there is recorded."),
  ]);
  await tx.change(NetworkMeeting, meeting, { cancelledAt: tx.ctx.now });
  tx.append("NetworkMeetingCancelled", meeting, {}, { date: meeting.date }, reason);
  return meeting.id;
};

/** The members who were at a meeting. */
const whoAttended = async (tx: Transaction, { id }: NetworkMeeting): Promise<Member[]> => {
  const sql = "SELECT accreditationId FROM network_attendance WHERE meetingId = ? AND attended = 1";
  return membersNamed(
    tx,
    (await tx.rows(sql, [id])).map(({ accreditationId }) => accreditationId as string),
  );
};

/** What stands against another day of a meeting: what is recorded must have been possible on it, and count once. */
const faultsOfDate = async (
  tx: Transaction,
  meeting: NetworkMeeting,
  to: string,
  there: readonly Member[],
): Promise<UserError[]> => {
  if (to === meeting.date) return [];
  const fault = (is: boolean, why: string) => (is ? [invalid(["date"], why)] : []);
  const ids = there.map(({ personId }) => personId);
  const own = there.find(({ personId }) => personId === tx.ctx.personId);
  return [
    ...fault(
      to > londonDay(tx.ctx.now) && (await isRecorded(tx, meeting)),
      "date is yet to come, and who was there is recorded already.",
    ),
    ...fault(
      there.some((member) => !isMemberOn(member, to)),
      "date is a day on which somebody who was there was no member.",
    ),
    ...fault(
      (await atAnotherOn(tx, meeting, to, ids)).size > 0,
      "date is that of another meeting, at which somebody was who was at this one.",
    ),
    ...fault(
      await crossesDecidedYear(
        tx,
        there.map(({ id }) => id),
        meeting.date,
        to,
      ),
      "date changes what counted in a year that is decided already, of somebody who was there.",
    ),
    // As nobody records their own attendance.
    ...fault(
      own !== undefined && countsThisYear(own, meeting.date) !== countsThisYear(own, to),
      "date changes what counts in your own year: somebody else moves it.",
    ),
  ];
};
