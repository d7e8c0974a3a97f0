import { newId } from "../../../src/id";
import { NetworkAttendance } from "../../../src/network/network-attendance.entity";
import { NetworkMeeting } from "../../../src/network/network-meeting.entity";
import { daysAgo } from "../../support/story.beginning";
import { People } from "./people";
import { SetUp } from "./programmes";
import { words } from "./reviews";
import { Stage } from "./stage";

/** Meetings of two networks: held, to come and cancelled, and who was there. */
export const network = async (
  { db }: Stage,
  { Rex, Lorna, Olga }: People,
  { programmes }: SetUp,
  accreditations: Readonly<Record<string, string>>,
): Promise<void> => {
  const { manager } = db.source;
  const meeting = async (programmeId: string, ago: number, cancelledAt: Date | null, ...there: [string, boolean][]) => {
    const id = newId("nwm");
    const said = { date: daysAgo(ago), venue: words("A hall"), topic: words("Topic"), version: ago };
    await manager.insert(NetworkMeeting, { id, programmeId, ...said, cancelledAt });
    for (const [personId, attended] of there) {
      const accreditationId = accreditations[personId] as string;
      await manager.insert(NetworkAttendance, { id: newId("nwa"), meetingId: id, accreditationId, personId, attended });
    }
  };
  await meeting(programmes.first, 200, null, [Rex, true], [Lorna, true]);
  await meeting(programmes.first, 150, null, [Rex, false], [Lorna, true]);
  await meeting(programmes.first, 900, null, [Olga, true], [Rex, true]);
  await meeting(programmes.first, -12, new Date(`${daysAgo(3)}T10:00:00.000Z`));
  await meeting(programmes.second, -40, null);
};
