import { registerEnumType } from "type-graphql";
import { Index } from "typeorm";
import { Hidden, Moment, OneOf } from "../graph/columns";
import { One } from "../graph/fields";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Holds, OF_TRAINEE } from "../personal/holds";
import { Trainee } from "../trainee/trainee.entity";
import { BookingState } from "./booking-state";
import { SupervisionSession } from "./supervision-session.entity";

registerEnumType(BookingState, {
  name: "BookingState",
  description: "What somebody who booked a day of group supervision has of it.",
  valuesConfig: {
    PLACE: { description: "A place on the day." },
    WAITING: { description: "They wait, in the order in which they booked: who is first takes the next place." },
    CANCELLED: { description: "Nothing any more: the booking, or the day itself, was cancelled." },
  },
});

@AThing({
  prefix: "bkg",
  table: "booking",
  sees: "attendance",
  audience: { traineeId: "t.traineeId" },
  description: "A trainee's booking of a day of group supervision: a place, or a wait for one.",
})
// Who books again has the same booking again.
@Index(["sessionId", "traineeId"], { unique: true })
// The rank counts how many others wait.
@Holds({ about: OF_TRAINEE, secret: ["waitingRank"] })
export class Booking {
  @Id()
  id!: string;

  @Key()
  sessionId!: string;

  @One(() => SupervisionSession, { sees: "attendance", key: "sessionId", description: "The group day." })
  readonly session?: never;

  @Key({ index: true })
  traineeId!: string;

  @One(() => Trainee, { sees: "attendance", key: "traineeId", description: "Whom the place is for." })
  readonly trainee?: never;

  @OneOf("attendance", BookingState, "Whether they have a place, wait for one, or come no more.")
  state!: BookingState;

  @Moment("attendance", "When it was booked; who cancelled and booked again, when they did so last.")
  bookedAt!: Date;

  /** Who is first on the waiting list has the lowest; null for who is not on it. */
  @Hidden({ type: "integer", nullable: true })
  waitingRank!: number | null;

  @Version()
  version!: number;
}
