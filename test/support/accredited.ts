import { Accreditation } from "../../src/accreditation/accreditation.entity";
import { accredited } from "../../src/accreditation/accreditation.rules";
import type { Database } from "../../src/database/database";
import { FidelityConcern } from "../../src/fidelity/fidelity-concern.entity";
import { newId } from "../../src/id";
import { NetworkAttendance } from "../../src/network/network-attendance.entity";
import { NetworkMeeting } from "../../src/network/network-meeting.entity";
import { Story } from "./story";

type Of = Pick<Accreditation, "id" | "personId" | "programmeId">;

/** Somebody accredited on a day, before this system held the records. */
export const accreditedSince = async (db: Database, told: Story, name: string, day: string): Promise<Accreditation> => {
  const person = await told.person(name);
  const accreditation = {
    ...{ id: newId("acc"), reference: `LT-${name}`, personId: person.id, programmeId: told.programme.id },
    ...{ traineeId: null, assessmentId: null, ...accredited(day), conditionsUntil: null },
    ...{ withdrawnOn: null, restoredOn: null, dueToldFor: null, lapseToldFor: null, version: 1 },
  };
  await db.source.manager.insert(Accreditation, accreditation);
  return accreditation;
};

/** A network meeting on a day, and whether they were there. */
export const metOn = async (
  db: Database,
  { id: accreditationId, personId, programmeId }: Of,
  date: string,
  { attended = true, cancelled = false } = {},
): Promise<string> => {
  const { manager } = db.source;
  const meetingId = newId("nwm");
  const cancelledAt = cancelled ? new Date() : null;
  await manager.insert(NetworkMeeting, {
    ...{ id: meetingId, programmeId, date, venue: "London", topic: "Findings", cancelledAt, version: 1 },
  });
  await manager.insert(NetworkAttendance, { id: newId("nwa"), meetingId, accreditationId, personId, attended });
  return meetingId;
};

/** A concern about how they worked on a review; open unless told. */
export const concernAbout = async (
  db: Database,
  { id: accreditationId, personId }: Of,
  commissionId: string,
  raisedById: string,
  closedAt: Date | null = null,
): Promise<string> => {
  const id = newId("fid");
  await db.source.manager.insert(FidelityConcern, {
    ...{ id, accreditationId, personId, commissionId, concern: "No case group was held.", raisedById },
    ...{ raisedAt: new Date("2027-06-01T09:00:00.000Z"), closedAt, version: 1 },
  });
  return id;
};
