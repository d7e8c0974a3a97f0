import { dayAfter } from "./day";
import { Booking, GroupDay, Model, Person, seesTrainee, Trainee } from "./model";
import type { Roll } from "./roll";
import { ABSENT, CONFLICT, FORBIDDEN, INVALID, named, Step, somebody, Told, unmet } from "./step";
import { isOfKind, ofKind, supervising } from "./steps.supervision";

const scheduleGroupSupervision: Step = {
  mutation: "scheduleGroupSupervision",
  thing: "supervisionSession",
  weight: 2,
  draw: (model, roll) => {
    const by = ofKind(model, roll);
    const date = dayAfter(model.today, roll.whole(-6, 6));
    const venue = roll.chance(0.95) ? "London" : " ";
    const capacity = roll.chance(0.7) ? roll.whole(1, 2) : null;
    const { supervisor, input, obstacles } = supervising(model, roll, by);
    return {
      by,
      input: { date, venue, capacity, ...input },
      obstacles: [!isOfKind(by) && FORBIDDEN, venue === " " && INVALID, ...obstacles],
      done: (id) => {
        model.groupDays.push({ id, date, supervisor, capacity, bookings: [], cancelled: false, version: 1 });
        return [{ kind: "SupervisionScheduled", facts: { date, capacity, supervisorId: supervisor.id } }];
      },
    };
  },
};

/** For themself, or as who supervises them. */
const books = ({ person, supervisor }: Trainee, by: Person): boolean =>
  person === by || supervisor === by || by.lead === true;
const anyone = (model: Model, roll: Roll, trainee: Trainee): Person =>
  somebody(model, roll, 0.7, (person) => books(trainee, person));

const placesLeft = ({ capacity, bookings }: GroupDay): boolean =>
  capacity === null || bookings.filter(({ state }) => state === "PLACE").length < capacity;

const booked = (kind: string, day: GroupDay, { trainee }: Booking, from: string | null, to: string): Told => ({
  kind,
  about: { traineeId: trainee.id },
  facts: { sessionId: day.id, date: day.date, from, to },
});

/** Mostly a day that has not come yet. */
const aDay = ({ groupDays, today }: Model, roll: Roll): GroupDay | undefined => {
  const ahead = groupDays.filter(({ date, cancelled }) => date >= today && !cancelled);
  return roll.one(ahead.length > 0 && roll.chance(0.9) ? ahead : groupDays);
};

const bookGroupSupervision: Step = {
  mutation: "bookGroupSupervision",
  thing: "booking",
  weight: 7,
  draw: (model, roll) => {
    const day = aDay(model, roll);
    if (!day) return null;
    const trainee = roll.one(model.trainees);
    const by = anyone(model, roll, trainee);
    const waitIfFull = roll.chance(0.7);
    const earlier = day.bookings.find((one) => one.trainee === trainee);
    const stands = earlier !== undefined && earlier.state !== "CANCELLED";
    const room = placesLeft(day);
    return {
      by,
      input: { sessionId: day.id, traineeId: trainee.id, waitIfFull },
      obstacles: [
        !seesTrainee(model, trainee, by) && ABSENT,
        !books(trainee, by) && FORBIDDEN,
        (day.cancelled || day.date < model.today || trainee.accredited || stands) && INVALID,
        !waitIfFull && unmet({ GROUP_PLACE: room }),
      ],
      done: (id) => {
        const from = earlier?.state ?? null;
        const state = room ? "PLACE" : "WAITING";
        const booking: Booking = { id, trainee, state, version: (earlier?.version ?? 0) + 1 };
        day.bookings.splice(0, day.bookings.length, ...day.bookings.filter((one) => one !== earlier), booking);
        return [booked("GroupSupervisionBooked", day, booking, from, state)];
      },
    };
  },
};

/** Ends a booking: it was a place, or a wait for one. */
const end = (day: GroupDay, booking: Booking): Told => {
  const from = booking.state;
  booking.state = "CANCELLED";
  booking.version += 1;
  return booked("BookingCancelled", day, booking, from, "CANCELLED");
};

/** Whoever waits longest has the place that is free, while they are enrolled. */
const moveUp = (day: GroupDay): Told[] =>
  day.bookings.flatMap((booking) => {
    if (booking.state !== "WAITING" || booking.trainee.accredited || !placesLeft(day)) return [];
    booking.state = "PLACE";
    booking.version += 1;
    return [{ ...booked("BookingMovedUp", day, booking, "WAITING", "PLACE"), by: "nobody" as const }];
  });

const cancelBooking: Step = {
  mutation: "cancelBooking",
  thing: "booking",
  weight: 5,
  draw: (model, roll) => {
    const day = aDay(model, roll);
    const booking = day && roll.one(day.bookings);
    if (!booking) return null;
    const { trainee, state, version } = booking;
    const by = anyone(model, roll, trainee);
    const expectedVersion = named(roll, version);
    const sees = books(trainee, by) || trainee.assessors.includes(by);
    return {
      by,
      input: { bookingId: booking.id, expectedVersion },
      obstacles: [
        !sees && ABSENT,
        !books(trainee, by) && FORBIDDEN,
        expectedVersion !== version && CONFLICT,
        (state === "CANCELLED" || day.date < model.today) && INVALID,
      ],
      done: () => [end(day, booking), ...moveUp(day)],
    };
  },
};

const changeGroupSupervision: Step = {
  mutation: "changeGroupSupervision",
  thing: "supervisionSession",
  weight: 1.2,
  draw: (model, roll) => {
    const held = model.groupDays.filter(({ id }) => model.trainees.some(({ group }) => group.get(id)));
    const day = roll.chance(0.3) ? aDay(model, roll) : roll.one(held.slice(-8));
    if (!day) return null;
    const by = roll.chance(0.6) ? day.supervisor : ofKind(model, roll);
    const was = { date: day.date, capacity: day.capacity };
    const to = {
      date: roll.chance(0.6) ? dayAfter(was.date, roll.chance(0.93) ? roll.whole(-3, 3) : -90) : was.date,
      capacity: roll.chance(0.4) ? roll.whole(1, 3) : was.capacity,
    };
    const reason = roll.chance(0.95) ? "The room is needed." : " ";
    const expectedVersion = named(roll, day.version);
    const there = model.trainees.filter(({ group }) => group.has(day.id));
    const places = day.bookings.filter(({ state }) => state === "PLACE").length;
    const changed = (Object.keys(to) as (keyof typeof to)[]).filter((name) => to[name] !== was[name]);
    return {
      by,
      input: { sessionId: day.id, reason, expectedVersion, ...to },
      obstacles: [
        !isOfKind(by) && FORBIDDEN,
        reason === " " && INVALID,
        !by.lead && day.supervisor !== by && FORBIDDEN,
        expectedVersion !== day.version && CONFLICT,
        (day.cancelled || changed.length === 0 || (to.capacity ?? places) < places) && INVALID,
        to.date > model.today && there.length > 0 && INVALID,
      ],
      done: () => {
        Object.assign(day, to);
        day.version += 1;
        const facts = Object.fromEntries(changed.map((name) => [name, { from: was[name], to: to[name] }]));
        const up = day.date < model.today ? [] : moveUp(day);
        const told = day.bookings.filter(({ state }) => to.date !== was.date && state !== "CANCELLED");
        return [
          { kind: "GroupSupervisionChanged", facts },
          ...up,
          ...told.map(({ trainee }) => ({
            kind: "BookedDayMoved",
            about: { traineeId: trainee.id },
            facts: { sessionId: day.id, from: was.date, to: to.date },
          })),
        ];
      },
    };
  },
};

const cancelGroupSupervision: Step = {
  mutation: "cancelGroupSupervision",
  thing: "supervisionSession",
  weight: 0.8,
  draw: (model, roll) => {
    const day = aDay(model, roll);
    if (!day) return null;
    const by = roll.chance(0.6) ? day.supervisor : ofKind(model, roll);
    const expectedVersion = named(roll, day.version);
    const recorded = model.trainees.some(({ group }) => group.has(day.id));
    return {
      by,
      input: { sessionId: day.id, expectedVersion, reason: "The room is closed." },
      obstacles: [
        !isOfKind(by) && FORBIDDEN,
        !by.lead && day.supervisor !== by && FORBIDDEN,
        expectedVersion !== day.version && CONFLICT,
        (day.cancelled || recorded) && INVALID,
      ],
      done: () => {
        day.cancelled = true;
        day.version += 1;
        const standing = day.bookings.filter(({ state }) => state !== "CANCELLED");
        return [
          { kind: "GroupSupervisionCancelled", facts: { date: day.date } },
          ...standing.map((booking) => end(day, booking)),
        ];
      },
    };
  },
};

export const CALENDAR: readonly Step[] = [
  scheduleGroupSupervision,
  bookGroupSupervision,
  cancelBooking,
  changeGroupSupervision,
  cancelGroupSupervision,
];
