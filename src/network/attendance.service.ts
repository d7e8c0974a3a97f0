import { In } from "typeorm";
import { named, unexplained } from "../attendance/list";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, UserError } from "../mutation/refused";
import { londonDay } from "../time";
import { atAnotherOn } from "./elsewhere";
import { faultsOf } from "./meeting";
import { Member, membersNamed } from "./members";
import { RecordNetworkAttendanceInput } from "./network.inputs";
import { isMemberOn } from "./network.rules";
import { NetworkAttendance } from "./network-attendance.entity";
import { NetworkMeeting } from "./network-meeting.entity";

const MEMBERS = { key: "accreditationId", one: "member" } as const;

/** R45: who was at a meeting, all in one act; said again, it corrects what was said before. E16 counts the dates. */
export const recordAttendance: UseCase<RecordNetworkAttendanceInput> = async (tx, input) => {
  const meeting = await tx.find(NetworkMeeting, input.meetingId, "meetingId");
  await tx.once();
  tx.expect(meeting, input.expectedVersion);
  const members = await membersNamed(
    tx,
    input.attendance.map(({ accreditationId }) => accreditationId),
  );
  const recorded = await tx.manager.findBy(NetworkAttendance, {
    meetingId: meeting.id,
    accreditationId: In(members.map(({ id }) => id)),
  });
  const { marked, faults } = named(MEMBERS, input.attendance, {
    known: members.map((member) => ({ ...member, accreditationId: member.id })),
    by: tx.ctx.personId,
    same: ({ personId }) => personId,
    unfit: (member) => (recorded.some((row) => row.accreditationId === member.id) ? null : notAMember(member, meeting)),
  });
  const present = marked.filter(({ attended }) => attended);
  const ids = present.map(({ personId }) => personId);
  const elsewhere = await atAnotherOn(tx, meeting, meeting.date, ids);
  refuse([
    ...faultsOf(meeting),
    ...yetToCome(meeting, tx.ctx.now),
    ...faults,
    ...unexplained(MEMBERS, marked, recorded),
    ...present
      .filter(({ personId }) => elsewhere.has(personId))
      .map(({ index }) => invalid(["attendance", `${index}`, MEMBERS.key], TWICE)),
  ]);

  const { id: meetingId, date } = meeting;
  for (const { accreditationId, personId, attended, reason } of marked) {
    const before = recorded.find((row) => row.accreditationId === accreditationId);
    const row = { id: newId("nwa"), meetingId, accreditationId, personId, attended };
    if (before) await tx.manager.update(NetworkAttendance, { id: before.id }, { attended });
    else await tx.add(NetworkAttendance, row);
    const member = members.find(({ id }) => id === accreditationId) as Member;
    const facts = { meetingId, date, from: before?.attended ?? null, to: attended };
    tx.append("NetworkMeetingAttended", member, { personId, traineeId: member.traineeId }, facts, reason);
  }
  await tx.change(NetworkMeeting, meeting, {});
  return meeting.id;
};

const TWICE = "accreditationId was at another meeting of this network on that date, which counts once.";

const yetToCome = ({ date }: NetworkMeeting, now: Date): UserError[] =>
  date > londonDay(now) ? [invalid(["meetingId"], `meetingId is yet to come: it is on ${date}.`)] : [];

/** R41: why somebody cannot have been there as a member; null where they can. */
const notAMember = (member: Member, { programmeId, date }: NetworkMeeting): string | null => {
  if (member.programmeId !== programmeId) return "accreditationId is of another programme than this meeting.";
  if (member.erased) return "accreditationId is of somebody who was erased.";
  if (!member.released) return "accreditationId is not released yet: until then they do not know of it.";
  return isMemberOn(member, date) ? null : `accreditationId did not hold on ${date}: they were no member.`;
};
