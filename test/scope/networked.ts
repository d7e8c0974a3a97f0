import { done } from "../support/change";
import { daysAgo } from "../support/story.beginning";
import { Tandem } from "../support/tandem";

/** A meeting of the network is cancelled; another one is moved, and who was there with it. */
export const networked = async (tandem: Tandem, lead: string): Promise<void> => {
  const act = async (mutation: string, input: Record<string, unknown>): Promise<string> =>
    (await done(tandem, lead, mutation, input, "networkMeeting { id }")).networkMeeting.id;
  const [member] = await tandem.db.rows(
    `SELECT t.id, p.reference FROM accreditation t JOIN programme p ON p.id = t.programmeId
     WHERE t.accreditedOn < ? AND t.lapsesOn > ? AND t.withdrawnOn IS NULL AND t.personId <> ? ORDER BY t.id`,
    [daysAgo(9), daysAgo(0), lead],
  );
  const said = { programmeId: member?.reference, date: daysAgo(3), venue: "London", topic: "Findings" };
  const why = { reason: "A flood." };
  await act("cancelNetworkMeeting", {
    meetingId: await act("scheduleNetworkMeeting", said),
    expectedVersion: 1,
    ...why,
  });
  const meetingId = await act("scheduleNetworkMeeting", said);
  const attendance = [{ accreditationId: member?.id, attended: true }];
  await act("recordNetworkAttendance", { meetingId, expectedVersion: 1, attendance });
  await act("changeNetworkMeeting", { meetingId, expectedVersion: 2, date: daysAgo(4), ...why });
};
