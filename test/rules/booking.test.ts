import { faultsOfBooking, faultsOfDay, hasRoom, placeOnTheDay } from "../../src/supervision/booking.rules";
import { BookingState } from "../../src/supervision/booking-state";
import { faultsOfDate } from "../../src/supervision/supervision.rules";
import { SupervisionKind } from "../../src/supervision/supervision-kind";
import { TraineeStanding } from "../../src/trainee/trainee-standing";

const day = { kind: SupervisionKind.GROUP, date: "2017-03-14", cancelledAt: null };
const cancelled = { ...day, cancelledAt: new Date("2017-03-01") };

test.each([
  { what: "a day to come", of: day, today: "2017-03-01", faults: 0 },
  { what: "the day itself", of: day, today: "2017-03-14", faults: 0 },
  { what: "the day after", of: day, today: "2017-03-15", faults: 1 },
  { what: "a cancelled day", of: cancelled, today: "2017-03-02", faults: 1 },
  { what: "a cancelled day that is past", of: cancelled, today: "2017-04-01", faults: 2 },
  { what: "an individual session", of: { ...day, kind: SupervisionKind.INDIVIDUAL }, today: "2018-01-01", faults: 1 },
])("R23 booking $what has $faults faults", ({ of, today, faults }) => {
  expect(faultsOfDay(of, today)).toHaveLength(faults);
});

test.each([
  { standing: TraineeStanding.ENROLLED, state: null, faults: 0 },
  { standing: TraineeStanding.ENROLLED, state: BookingState.CANCELLED, faults: 0 },
  { standing: TraineeStanding.ENROLLED, state: BookingState.PLACE, faults: 1 },
  { standing: TraineeStanding.ENROLLED, state: BookingState.WAITING, faults: 1 },
  { standing: TraineeStanding.WITHDRAWN, state: null, faults: 1 },
  { standing: TraineeStanding.ACCREDITED, state: BookingState.PLACE, faults: 2 },
])("R24 a trainee who is $standing and has $state books with $faults faults", ({ standing, state, faults }) => {
  expect(faultsOfBooking(standing, state)).toHaveLength(faults);
});

test.each([
  { capacity: 3, booked: 2, room: true },
  { capacity: 3, booked: 3, room: false },
  { capacity: null, booked: 300, room: true },
])("R23 of $capacity places, $booked booked, one is left: $room", ({ capacity, booked, room }) => {
  expect(hasRoom(capacity, booked)).toBe(room);
  expect(placeOnTheDay(room)).toMatchObject({ rule: "GROUP_PLACE", needed: 1, actual: room ? 1 : 0, met: room });
});

test.each([
  { date: "2017-03-01", faults: [] },
  { date: "2017-02-28", faults: ["date is before the board commissioned the review, on 2017-03-01."] },
  { date: "2017-04-01", faults: [] },
  { date: "2017-04-02", faults: ["date is in the future."] },
])("R27 an individual session on $date: $faults", ({ date, faults }) => {
  const paid = { commissionedOn: "2017-03-01", from: "2017-03-01", until: null };
  expect(faultsOfDate(date, paid, "2017-04-01")).toEqual(faults);
});

test.each([
  { date: "2017-03-09", faults: ["date is before the trainee came to the review, on 2017-03-10."] },
  { date: "2017-03-10", faults: [] },
  { date: "2017-03-20", faults: [] },
  { date: "2017-03-21", faults: ["date is after the trainee left the review, on 2017-03-20."] },
])("R22, R27 an individual session on $date of who came and left: $faults", ({ date, faults }) => {
  const paid = { commissionedOn: "2017-03-01", from: "2017-03-10", until: "2017-03-20" };
  expect(faultsOfDate(date, paid, "2017-04-01")).toEqual(faults);
});
