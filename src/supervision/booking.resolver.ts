import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { Booking } from "./booking.entity";
import { BookGroupSupervisionInput, CancelBookingInput } from "./booking.inputs";
import * as bookings from "./booking.service";

const BookGroupSupervisionPayload = payloadOf("BookGroupSupervision", "booking", () => Booking);
const CancelBookingPayload = payloadOf("CancelBooking", "booking", () => Booking);

@Resolver()
export class BookingResolver {
  @Authorized()
  @Mutation(() => BookGroupSupervisionPayload, {
    description:
      "A trainee, their supervisor or the programme lead books a day of group supervision for them. Where no place is left they wait for one, in order: the booking's `state` says which.",
  })
  bookGroupSupervision(@Ctx() ctx: Context, @Arg("input") input: BookGroupSupervisionInput): Promise<object> {
    return answer(ctx, "bookGroupSupervision", input, bookings.book);
  }

  @Authorized()
  @Mutation(() => CancelBookingPayload, {
    description:
      "A trainee, their supervisor or the programme lead gives a booking back, until its day is over. A place goes to whoever waits longest.",
  })
  cancelBooking(@Ctx() ctx: Context, @Arg("input") input: CancelBookingInput): Promise<object> {
    return answer(ctx, "cancelBooking", input, bookings.cancel);
  }
}
