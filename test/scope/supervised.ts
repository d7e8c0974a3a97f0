import { done } from "../support/change";
import { daysAgo } from "../support/story.beginning";
import { Tandem } from "../support/tandem";

/** A group day is booked, waited for, moved and cancelled; an individual session is shared, corrected and struck out. */
export const supervised = async (tandem: Tandem): Promise<void> => {
  const { db } = tandem;
  const [row] = await db.rows("SELECT id FROM person WHERE emailKey = 'admin@example.org'");
  const act = async (mutation: string, input: Record<string, unknown>, thing = "supervisionSession"): Promise<string> =>
    (await done(tandem, row?.id as string, mutation, input, `${thing} { id }`))[thing].id;
  const trainees = await db.rows("SELECT id FROM trainee WHERE standing = 'ENROLLED' ORDER BY id LIMIT 2");
  const sessionId = await act("scheduleGroupSupervision", { date: daysAgo(-5), venue: "York", capacity: 1 });
  const bookings: string[] = [];
  for (const { id: traineeId } of trainees) {
    bookings.push(await act("bookGroupSupervision", { sessionId, traineeId }, "booking"));
  }
  await act("cancelBooking", { bookingId: bookings[0], expectedVersion: 1 }, "booking");
  const why = { reason: "A flood." };
  await act("changeGroupSupervision", { sessionId, date: daysAgo(-6), expectedVersion: 1, ...why });
  await act("cancelGroupSupervision", { sessionId, expectedVersion: 2, ...why });

  const [alone] = await db.rows(
    "SELECT id, version, minutes FROM supervision_session WHERE kind = 'INDIVIDUAL' AND notesSharedAt IS NULL ORDER BY id",
  );
  const of = (later: number) => ({ sessionId: alone?.id, expectedVersion: Number(alone?.version) + later });
  const said = { minutes: Number(alone?.minutes) + 1, notes: "As it was." };
  await act("correctIndividualSupervision", { ...of(0), ...said, ...why });
  await act("shareSupervisionNotes", of(1));
  await act("strikeOutIndividualSupervision", { ...of(2), ...why });
};
