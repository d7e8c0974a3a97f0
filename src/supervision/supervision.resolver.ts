import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import * as group from "./group.service";
import * as individual from "./individual.service";
import {
  LogIndividualSupervisionInput,
  RecordGroupAttendanceInput,
  ScheduleGroupSupervisionInput,
} from "./supervision.inputs";
import { SupervisionSession } from "./supervision-session.entity";

const payload = (mutation: string) => payloadOf(mutation, "supervisionSession", () => SupervisionSession);
const ScheduleGroupSupervisionPayload = payload("ScheduleGroupSupervision");
const RecordGroupAttendancePayload = payload("RecordGroupAttendance");
const LogIndividualSupervisionPayload = payload("LogIndividualSupervision");

@Resolver()
export class SupervisionResolver {
  @Authorized<KindOfPerson>("SUPERVISOR", "LEAD")
  @Mutation(() => ScheduleGroupSupervisionPayload, {
    description: "A supervisor or the programme lead puts a day of group supervision in everybody's calendar.",
  })
  scheduleGroupSupervision(@Ctx() ctx: Context, @Arg("input") input: ScheduleGroupSupervisionInput): Promise<object> {
    return answer(ctx, "scheduleGroupSupervision", input, group.schedule);
  }

  @Authorized<KindOfPerson>("SUPERVISOR", "LEAD")
  @Mutation(() => RecordGroupAttendancePayload, {
    description:
      "The supervisor who runs a group day, or the programme lead, records who was there: on that day or later. Trainees marked before are marked anew, and the history keeps both.",
  })
  recordGroupAttendance(@Ctx() ctx: Context, @Arg("input") input: RecordGroupAttendanceInput): Promise<object> {
    return answer(ctx, "recordGroupAttendance", input, group.recordAttendance);
  }

  @Authorized<KindOfPerson>("SUPERVISOR", "LEAD")
  @Mutation(() => LogIndividualSupervisionPayload, {
    description:
      "The trainee's supervisor, or the programme lead, logs an individual session. The board of the commission is charged for it; a trainee never is.",
  })
  logIndividualSupervision(@Ctx() ctx: Context, @Arg("input") input: LogIndividualSupervisionInput): Promise<object> {
    return answer(ctx, "logIndividualSupervision", input, individual.log);
  }
}
