import { outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { TraineeStanding } from "../trainee/trainee-standing";
import { BookingState } from "./booking-state";
import { SupervisionKind } from "./supervision-kind";

/** A session as it is looked at before somebody books it, or gives a booking back. */
export interface Bookable {
  readonly kind: SupervisionKind;
  readonly date: string;
  readonly cancelledAt: Date | null;
}

/** Why nobody can book it: an individual session, a cancelled day, a past one. Sentences about `sessionId`. */
export const faultsOfDay = ({ kind, date, cancelledAt }: Bookable, today: string): string[] => {
  if (kind !== SupervisionKind.GROUP) return ["sessionId is an individual session: there is nothing to book."];
  return [
    ...(cancelledAt === null ? [] : ["sessionId was cancelled."]),
    ...(date < today ? [`sessionId is past: it was on ${date}.`] : []),
  ];
};

/** R24: trainees of every cohort take part, while they are enrolled; nobody twice. Sentences about `traineeId`. */
export const faultsOfBooking = (standing: TraineeStanding, state: BookingState | null): string[] => [
  ...(standing === TraineeStanding.ENROLLED ? [] : ["traineeId is not enrolled any more."]),
  ...(state === BookingState.PLACE ? ["traineeId has a place on that day already."] : []),
  ...(state === BookingState.WAITING ? ["traineeId waits for a place on that day already."] : []),
];

/** Whether a day has room for one more; without a limit it always has. */
export const hasRoom = (capacity: number | null, booked: number): boolean => capacity === null || booked < capacity;

/** R23: a place on the day itself, for who does not want to wait for one. How many others booked is not told. */
export const placeOnTheDay = (room: boolean): RuleOutcome =>
  outcome(RuleId.GROUP_PLACE, {
    needed: 1,
    actual: room ? 1 : 0,
    next: "Book another day, or wait for a place on this one.",
  });
