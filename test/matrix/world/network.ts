import { daysAgo } from "../../support/story.beginning";
import { People } from "./people";
import { SetUp } from "./programmes";
import { words } from "./reviews";
import { Made, Stage } from "./stage";

/** Puts a meeting of a network in the calendar, for so many days ago. */
export const meet = (
  { act }: Stage,
  by: string,
  programmeId: string,
  ago: number,
  topic = words("Topic"),
): Promise<Made> =>
  act(by, "scheduleNetworkMeeting", { programmeId, date: daysAgo(ago), venue: words("A hall"), topic });

/** Does something to a meeting as it is now. */
export const onMeeting = async (
  { act, version }: Stage,
  by: string,
  mutation: string,
  meetingId: string,
  more: object,
): Promise<Made> =>
  act(by, mutation, { meetingId, expectedVersion: await version("network_meeting", meetingId), ...more });

/** Meetings of two networks: held, moved, to come and cancelled, and who was there. `accreditations` are by person. */
export const network = async (
  stage: Stage,
  { Lee, Rex, Lorna }: People,
  { programmes }: SetUp,
  accreditations: Readonly<Record<string, string>>,
): Promise<void> => {
  const held = async (ago: number, ...there: (readonly [personId: string, attended: boolean])[]) => {
    const { id } = await meet(stage, Lee, programmes.first, ago);
    const mark = (personId: string, attended: boolean) => ({ accreditationId: accreditations[personId], attended });
    const attendance = there.map(([personId, attended]) => mark(personId, attended));
    await onMeeting(stage, Lee, "recordNetworkAttendance", id, { attendance });
    return id;
  };
  const why = () => ({ reason: words("Why") });
  const moved = await held(310, [Rex, true], [Lorna, true]);
  await held(305, [Rex, false], [Lorna, true]);
  await held(900, [Rex, true]);
  const attendance = [{ accreditationId: accreditations[Rex], attended: true, ...why() }];
  await onMeeting(stage, Lee, "recordNetworkAttendance", await held(303, [Rex, false]), { attendance });
  const otherwise = { date: daysAgo(308), venue: words("A hall"), topic: words("Topic"), ...why() };
  await onMeeting(stage, Lee, "changeNetworkMeeting", moved, otherwise);
  const { id: cancelled } = await meet(stage, Lee, programmes.first, -12);
  await onMeeting(stage, Lee, "cancelNetworkMeeting", cancelled, why());
  await meet(stage, Lee, programmes.second, 20, "Held");
  await meet(stage, Lee, programmes.first, -13, "Soon");
};
