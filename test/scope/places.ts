import { ApplicationState } from "../../src/application/application-state";
import { done } from "../support/change";
import { hasApplied, openCohort } from "../support/places";
import { Tandem } from "../support/tandem";

/** A trainee takes up a place, leaves, returns and is deferred, with nobody assigned; a course day is corrected. */
export const placesOn = async (tandem: Tandem): Promise<void> => {
  const { db } = tandem;
  const [row] = await db.rows("SELECT id FROM person WHERE emailKey = 'admin@example.org'");
  const lead = { id: row?.id as string };
  const act = async (mutation: string, input: Record<string, unknown>, thing: string): Promise<string> =>
    (await done(tandem, lead.id, mutation, input, `${thing} { id }`))[thing].id;
  const [first, second] = [
    await openCohort(tandem, { lead }, "X-1", 30),
    await openCohort(tandem, { lead }, "X-2", 90),
  ];
  const personId = await act("invitePerson", { name: "Kim", email: "kim@example.org" }, "person");
  for (const { id } of [first, second]) await hasApplied(db, id, personId, ApplicationState.CONFIRMED);
  const traineeId = await act("enrolTrainee", { personId, cohortId: first.id }, "trainee");
  await act("withdrawTrainee", { traineeId, reason: "Ill.", expectedVersion: 1 }, "trainee");
  await act("returnTrainee", { traineeId, cohortId: first.id, reason: "Well.", expectedVersion: 2 }, "trainee");
  await act("deferTrainee", { traineeId, cohortId: second.id, reason: "Ill.", expectedVersion: 3 }, "trainee");
  const { id: courseDayId } = first.courseDays[0] as { id: string };
  await act("changeCourseDay", { courseDayId, venue: "Leeds", reason: "Full.", expectedVersion: 1 }, "courseDay");
};
