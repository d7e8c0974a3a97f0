import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { absent, invalid, refuse, refuseUnless, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { Booking } from "./booking.entity";
import { BookGroupSupervisionInput, CancelBookingInput } from "./booking.inputs";
import { faultsOfBooking, faultsOfDay, hasRoom, placeOnTheDay } from "./booking.rules";
import { BookingState } from "./booking-state";
import { booksFor } from "./for-whom";
import { placesBooked } from "./places";
import { SupervisionSession } from "./supervision-session.entity";
import { endBooking, moveUp, nextRank } from "./waiting-list";

/**
 * R23, R24: books a group day for a trainee of whichever cohort: a place while one is left, and a wait for one
 * otherwise. The day's row is locked, so that of two who want the last place the second finds the first.
 */
export const book: UseCase<BookGroupSupervisionInput> = async (tx, { sessionId, traineeId, waitIfFull }) => {
  const day = await tx.find(SupervisionSession, sessionId, "sessionId");
  const trainee = await tx.find(Trainee, traineeId, "traineeId");
  if (!(await booksFor(tx, trainee))) throw forbidden();
  await tx.once();
  const earlier = await tx.manager.findOneBy(Booking, { sessionId: day.id, traineeId: trainee.id });
  refuse([
    ...at("sessionId", faultsOfDay(day, londonDay(tx.ctx.now))),
    ...at("traineeId", faultsOfBooking(trainee.standing, earlier?.state ?? null)),
  ]);
  const room = hasRoom(day.capacity, await placesBooked(tx, day));
  if (waitIfFull === false) refuseUnless(placeOnTheDay(room));

  const said = {
    state: room ? BookingState.PLACE : BookingState.WAITING,
    waitingRank: room ? null : await nextRank(tx, day),
    bookedAt: tx.ctx.now,
  };
  const facts = { sessionId: day.id, date: day.date, from: earlier?.state ?? null, to: said.state };
  const booking = earlier
    ? await tx.change(Booking, earlier, said)
    : await tx.add(Booking, { id: newId("bkg"), sessionId: day.id, traineeId: trainee.id, ...said, version: 1 });
  tx.append("GroupSupervisionBooked", booking, { traineeId: trainee.id }, facts);
  return booking.id;
};

/** R23: gives a booking back; whoever waits longest has the place. */
export const cancel: UseCase<CancelBookingInput> = async (tx, { bookingId, reason = null, expectedVersion }) => {
  const day = await dayOf(tx, bookingId);
  const booking = await tx.find(Booking, bookingId, "bookingId");
  const trainee = await tx.find(Trainee, booking.traineeId, "bookingId");
  if (!(await booksFor(tx, trainee))) throw forbidden();
  await tx.once();
  tx.expect(booking, expectedVersion);
  refuse([
    booking.state === BookingState.CANCELLED && invalid(["bookingId"], "bookingId is cancelled already."),
    day.date < londonDay(tx.ctx.now) && invalid(["bookingId"], `bookingId is of a day that is past: ${day.date}.`),
  ]);
  await endBooking(tx, day, booking, reason);
  await moveUp(tx, day);
  return booking.id;
};

/** The day of a booking, locked before the booking as in every other use case: two at once do not wait for each other. */
const dayOf = async (tx: Transaction, bookingId: string): Promise<SupervisionSession> => {
  const [row] = await tx.rows("SELECT sessionId FROM booking WHERE id = ?", [bookingId]);
  if (!row) throw absent("bookingId");
  return tx.find(SupervisionSession, row.sessionId as string, "bookingId");
};

const at = (path: string, faults: readonly string[]): UserError[] => faults.map((fault) => invalid([path], fault));
