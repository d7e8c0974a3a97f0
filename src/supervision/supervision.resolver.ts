import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import * as groupAttendance from "./group-attendance.service";
import {
  CancelGroupSupervisionInput,
  ChangeGroupSupervisionInput,
  ScheduleGroupSupervisionInput,
} from "./group-day.inputs";
import * as groupDays from "./group-day.service";
import * as individual from "./individual.service";
import { LogIndividualSupervisionInput, RecordGroupAttendanceInput } from "./supervision.inputs";
import { SupervisionSession } from "./supervision-session.entity";

const payload = (mutation: string) => payloadOf(mutation, "supervisionSession", () => SupervisionSession);
const ScheduleGroupSupervisionPayload = payload("ScheduleGroupSupervision");
const ChangeGroupSupervisionPayload = payload("ChangeGroupSupervision");
const CancelGroupSupervisionPayload = payload("CancelGroupSupervision");
const RecordGroupAttendancePayload = payload("RecordGroupAttendance");
const LogIndividualSupervisionPayload = payload("LogIndividualSupervision");

@Resolver()
export class SupervisionResolver {
  @Authorized<KindOfPerson>("SUPERVISOR", "LEAD")
  @Mutation(() => ScheduleGroupSupervisionPayload, {
    description: "A supervisor or the programme lead puts a day of group supervision in everybody's calendar.",
  })
  scheduleGroupSupervision(@Ctx() ctx: Context, @Arg("input") input: ScheduleGroupSupervisionInput): Promise<object> {
    return answer(ctx, "scheduleGroupSupervision", input, groupDays.schedule);
  }

  @Authorized<KindOfPerson>("SUPERVISOR", "LEAD")
  @Mutation(() => ChangeGroupSupervisionPayload, {
    description:
      "Whoever runs a group day, or the programme lead, corrects when or where it is or how many it has room for; the lead also who runs it. Whoever booked a day that moves is told; with more room those who wait move up, and there is never less room than places booked.",
  })
  changeGroupSupervision(@Ctx() ctx: Context, @Arg("input") input: ChangeGroupSupervisionInput): Promise<object> {
    return answer(ctx, "changeGroupSupervision", input, groupDays.change);
  }

  @Authorized<KindOfPerson>("SUPERVISOR", "LEAD")
  @Mutation(() => CancelGroupSupervisionPayload, {
    description:
      "Whoever runs a group day, or the programme lead, says that it does not take place. Its bookings end, and whoever booked is told.",
  })
  cancelGroupSupervision(@Ctx() ctx: Context, @Arg("input") input: CancelGroupSupervisionInput): Promise<object> {
    return answer(ctx, "cancelGroupSupervision", input, groupDays.cancel);
  }

  @Authorized<KindOfPerson>("SUPERVISOR", "LEAD")
  @Mutation(() => RecordGroupAttendancePayload, {
    description:
      "Whoever runs a group day, or the programme lead, records who was there: on that day or later. Trainees marked before are marked anew, and the history keeps both.",
  })
  recordGroupAttendance(@Ctx() ctx: Context, @Arg("input") input: RecordGroupAttendanceInput): Promise<object> {
    return answer(ctx, "recordGroupAttendance", input, groupAttendance.recordAttendance);
  }

  @Authorized<KindOfPerson>("SUPERVISOR", "LEAD")
  @Mutation(() => LogIndividualSupervisionPayload, {
    description:
      "The trainee's supervisor, or the programme lead, logs an individual session; with an accredited reviewer of the pair whoever held it, if they may see the review, or the lead, and nobody who has a part in it. The board of the commission is charged for it; a trainee or a reviewer never is.",
  })
  logIndividualSupervision(@Ctx() ctx: Context, @Arg("input") input: LogIndividualSupervisionInput): Promise<object> {
    return answer(ctx, "logIndividualSupervision", input, individual.log);
  }
}
