import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import * as attendance from "./attendance.service";
import * as meetings from "./meeting.service";
import {
  CancelNetworkMeetingInput,
  ChangeNetworkMeetingInput,
  RecordNetworkAttendanceInput,
  ScheduleNetworkMeetingInput,
} from "./network.inputs";
import { NetworkMeeting } from "./network-meeting.entity";

const payload = (mutation: string) => payloadOf(mutation, "networkMeeting", () => NetworkMeeting);
const ScheduleNetworkMeetingPayload = payload("ScheduleNetworkMeeting");
const ChangeNetworkMeetingPayload = payload("ChangeNetworkMeeting");
const CancelNetworkMeetingPayload = payload("CancelNetworkMeeting");
const RecordNetworkAttendancePayload = payload("RecordNetworkAttendance");

@Resolver()
export class NetworkResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ScheduleNetworkMeetingPayload, {
    description: "The programme lead puts a meeting of the network in everybody's calendar.",
  })
  scheduleNetworkMeeting(@Ctx() ctx: Context, @Arg("input") input: ScheduleNetworkMeetingInput): Promise<object> {
    return answer(ctx, "scheduleNetworkMeeting", input, meetings.schedule);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ChangeNetworkMeetingPayload, {
    description:
      "The programme lead corrects when or where a meeting of the network is, or what it is about. Once it is recorded who was there it moves only to a day on which they could have been, and each of them is told: it may count for another year.",
  })
  changeNetworkMeeting(@Ctx() ctx: Context, @Arg("input") input: ChangeNetworkMeetingInput): Promise<object> {
    return answer(ctx, "changeNetworkMeeting", input, meetings.change);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => CancelNetworkMeetingPayload, {
    description:
      "The programme lead says that a meeting of the network does not take place: not once it is recorded who was there.",
  })
  cancelNetworkMeeting(@Ctx() ctx: Context, @Arg("input") input: CancelNetworkMeetingInput): Promise<object> {
    return answer(ctx, "cancelNetworkMeeting", input, meetings.cancel);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => RecordNetworkAttendancePayload, {
    description:
      "The programme lead records who was at a meeting of the network: on that day or later, never of themself. Whoever is marked was a member on that day. Members marked before are marked anew, and the history keeps both. A date counts once, however many meetings it had.",
  })
  recordNetworkAttendance(@Ctx() ctx: Context, @Arg("input") input: RecordNetworkAttendanceInput): Promise<object> {
    return answer(ctx, "recordNetworkAttendance", input, attendance.recordAttendance);
  }
}
