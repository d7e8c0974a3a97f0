/** What somebody who booked a group day has of it. */
export enum BookingState {
  PLACE = "PLACE",
  WAITING = "WAITING",
  CANCELLED = "CANCELLED",
}
