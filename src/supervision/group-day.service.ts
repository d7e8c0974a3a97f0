import { withReadiness } from "../assessment/readiness-changes";
import { facilitatorsAmong } from "../course/facilitators";
import { Named, tie } from "../course/named";
import { newId } from "../id";
import { differences } from "../log/differences";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { TraineeStanding } from "../trainee/trainee-standing";
import { SupervisionFacilitator } from "./facilitator.entity";
import { dayRunBy, isRecorded, refuseUnlessHeld } from "./group-day";
import {
  CancelGroupSupervisionInput,
  ChangeGroupSupervisionInput,
  ScheduleGroupSupervisionInput,
} from "./group-day.inputs";
import { placesBooked } from "./places";
import { supervising } from "./supervising";
import { SupervisionKind } from "./supervision-kind";
import { SupervisionSession } from "./supervision-session.entity";
import { bookingsOf, endBooking, moveUp } from "./waiting-list";

/** R23, R31: a day of the rolling programme of group supervision, for every cohort alike. */
export const schedule: UseCase<ScheduleGroupSupervisionInput> = async (tx, input) => {
  const { date, venue, capacity = null } = input;
  const supervisorId = await supervising(tx, input.supervisorId);
  const facilitators = await runningWith(tx, [], supervisorId, input.facilitatorIds ?? null);
  await tx.once();
  refuse(facilitators.faults);
  const session = await tx.add(SupervisionSession, {
    id: newId("sup"),
    kind: SupervisionKind.GROUP,
    ...{ date, venue, capacity, supervisorId },
    minutes: null,
    reviewerId: null,
    commissionId: null,
    boardId: null,
    chargeMinor: null,
    currency: "GBP",
    notes: null,
    notesSharedAt: null,
    cancelledAt: null,
    struckOutAt: null,
    version: 1,
  });
  await tieTo(tx, session, facilitators);
  const facts = { date, venue, capacity, supervisorId, facilitatorIds: facilitators.after };
  tx.append("SupervisionScheduled", session, {}, facts);
  return session.id;
};

/** R23, R31: corrects when, where or by whom a group day is held, or how many it has room for. */
export const change: UseCase<ChangeGroupSupervisionInput> = async (tx, input) => {
  const day = await dayRunBy(tx, input.sessionId);
  const { supervisorId: named, facilitatorIds } = input;
  const supervisorId = named == null || named === day.supervisorId ? day.supervisorId : await supervising(tx, named);
  const facilitators = await runningWith(tx, await facilitatorsOf(tx, day), supervisorId, facilitatorIds ?? null);
  await tx.once();
  tx.expect(day, input.expectedVersion);
  refuseUnlessHeld(day);

  const said = {
    date: input.date ?? day.date,
    venue: input.venue ?? day.venue,
    // Null is told: a day without a limit.
    capacity: input.capacity === undefined ? day.capacity : input.capacity,
    supervisorId,
  };
  refuse([
    said.date > londonDay(tx.ctx.now) &&
      (await isRecorded(tx, day)) &&
      invalid(["date"], "date is yet to come, and who was there is recorded already."),
    said.capacity !== null &&
      said.capacity < (await placesBooked(tx, day)) &&
      invalid(["capacity"], "capacity is less than the places that are booked: cancel bookings first."),
    ...facilitators.faults,
  ]);
  const { before: from, after: to } = facilitators;
  const facts = { ...differences(day, said), ...(from.join() === to.join() ? {} : { facilitatorIds: { from, to } }) };
  refuse([Object.keys(facts).length === 0 && invalid([], "Nothing of the day would be otherwise.")]);
  await tieTo(tx, day, facilitators);
  const moved = { from: day.date, to: said.date };
  // E9 counts days by their dates: for who was there a day that moves may count, or count no more.
  return withReadiness(tx, moved.from === moved.to ? [] : await markedOn(tx, day), async () => {
    await tx.change(SupervisionSession, day, said);
    tx.append("GroupSupervisionChanged", day, {}, facts, input.reason);
    await endOfThoseWhoLeft(tx, day);
    await moveUp(tx, day);
    if (moved.from !== moved.to) await tellOfMove(tx, day, moved, input.reason);
    return day.id;
  });
};

/** R23: a group day does not take place: nobody has a place on it any more, and nobody can have been there. */
export const cancel: UseCase<CancelGroupSupervisionInput> = async (tx, { sessionId, reason, expectedVersion }) => {
  const day = await dayRunBy(tx, sessionId);
  await tx.once();
  tx.expect(day, expectedVersion);
  refuseUnlessHeld(day);
  refuse([(await isRecorded(tx, day)) && invalid(["sessionId"], "sessionId took place: who was there is recorded.")]);
  const bookings = await bookingsOf(tx, day);
  await tx.change(SupervisionSession, day, { cancelledAt: tx.ctx.now });
  tx.append("GroupSupervisionCancelled", day, {}, { date: day.date }, reason);
  for (const booking of bookings) await endBooking(tx, day, booking, reason);
  return day.id;
};

/** A day that is moved may be to come again: who has left the programme since has no place on it. */
const endOfThoseWhoLeft = async (tx: Transaction, day: SupervisionSession): Promise<void> => {
  if (day.date < londonDay(tx.ctx.now)) return;
  for (const booking of await bookingsOf(tx, day)) {
    const { standing } = await tx.manager.findOneByOrFail(Trainee, { id: booking.traineeId });
    if (standing !== TraineeStanding.ENROLLED) await endBooking(tx, day, booking, null);
  }
};

/** Of whom it is recorded whether they were there. */
const markedOn = async (tx: Transaction, { id }: SupervisionSession): Promise<string[]> => {
  const sql = "SELECT traineeId FROM supervision_attendance WHERE sessionId = ? ORDER BY traineeId";
  return (await tx.rows(sql, [id])).map(({ traineeId }) => traineeId as string);
};

/** Everybody who booked the day, or waits for it, is told that it is on another one. Their bookings stand. */
const tellOfMove = async (
  tx: Transaction,
  day: SupervisionSession,
  moved: { readonly from: string; readonly to: string },
  reason: string,
): Promise<void> => {
  for (const booking of await bookingsOf(tx, day)) {
    tx.append("BookedDayMoved", booking, { traineeId: booking.traineeId }, { sessionId: day.id, ...moved }, reason);
  }
};

/** Who runs a day together with its supervisor: other people than the supervisor, named by a programme lead. */
const runningWith = async (
  tx: Transaction,
  before: readonly string[],
  supervisorId: string,
  ids: readonly string[] | null,
): Promise<Named> => {
  if (ids !== null && !tx.ctx.scope.lead) throw forbidden("Only a programme lead names who else runs a day.");
  const named = await facilitatorsAmong(tx, before, ids);
  const twice = (ids ?? []).flatMap((id, index): UserError[] =>
    id === supervisorId ? [invalid(["facilitatorIds", `${index}`], "facilitatorIds names the day's supervisor.")] : [],
  );
  const after = named.after.filter((id) => id !== supervisorId);
  return { before: named.before, after, faults: [...named.faults, ...twice] };
};

const facilitatorsOf = async (tx: Transaction, { id }: SupervisionSession): Promise<string[]> => {
  const sql = "SELECT personId FROM supervision_facilitator WHERE sessionId = ? ORDER BY personId";
  return (await tx.rows(sql, [id])).map(({ personId }) => personId as string);
};

const tieTo = (tx: Transaction, { id: sessionId }: SupervisionSession, named: Named): Promise<void> =>
  tie(named, (personId) => ({ sessionId, personId }), tx, SupervisionFacilitator);
