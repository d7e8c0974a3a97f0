import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import {
  CorrectIndividualSupervisionInput,
  ShareSupervisionNotesInput,
  StrikeOutIndividualSupervisionInput,
} from "./correction.inputs";
import * as corrections from "./correction.service";
import { SupervisionSession } from "./supervision-session.entity";

const payload = (mutation: string) => payloadOf(mutation, "supervisionSession", () => SupervisionSession);
const CorrectIndividualSupervisionPayload = payload("CorrectIndividualSupervision");
const StrikeOutIndividualSupervisionPayload = payload("StrikeOutIndividualSupervision");
const ShareSupervisionNotesPayload = payload("ShareSupervisionNotes");

@Resolver()
export class SupervisionCorrectionResolver {
  @Authorized<KindOfPerson>("SUPERVISOR", "LEAD")
  @Mutation(() => CorrectIndividualSupervisionPayload, {
    description:
      "The trainee's supervisor, who held it with a reviewer, or the programme lead, corrects an individual session. The board is credited what it was charged and charged anew; the history keeps both.",
  })
  correctIndividualSupervision(
    @Ctx() ctx: Context,
    @Arg("input") input: CorrectIndividualSupervisionInput,
  ): Promise<object> {
    return answer(ctx, "correctIndividualSupervision", input, corrections.correct);
  }

  @Authorized<KindOfPerson>("SUPERVISOR", "LEAD")
  @Mutation(() => StrikeOutIndividualSupervisionPayload, {
    description:
      "The trainee's supervisor, who held it with a reviewer, or the programme lead, strikes out an individual session that never took place. It stays to be seen as such, and the board is credited in full.",
  })
  strikeOutIndividualSupervision(
    @Ctx() ctx: Context,
    @Arg("input") input: StrikeOutIndividualSupervisionInput,
  ): Promise<object> {
    return answer(ctx, "strikeOutIndividualSupervision", input, corrections.strikeOut);
  }

  @Authorized<KindOfPerson>("SUPERVISOR", "LEAD")
  @Mutation(() => ShareSupervisionNotesPayload, {
    description:
      "The trainee's supervisor, who held it with a reviewer, or the programme lead, lets the trainee or the reviewer read the notes of an individual session. It cannot be taken back.",
  })
  shareSupervisionNotes(@Ctx() ctx: Context, @Arg("input") input: ShareSupervisionNotesInput): Promise<object> {
    return answer(ctx, "shareSupervisionNotes", input, corrections.shareNotes);
  }
}
