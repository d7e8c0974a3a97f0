import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Commission } from "./commission.entity";
import {
  AdvanceCommissionInput,
  CloseCommissionInput,
  RecordBoardResponseInput,
  RecordPublicationInput,
  RecordQualityAssuranceInput,
} from "./stage.inputs";
import * as stages from "./stage.service";

const AdvanceCommissionPayload = payloadOf("AdvanceCommission", "commission", () => Commission);
const RecordQualityAssurancePayload = payloadOf("RecordQualityAssurance", "commission", () => Commission);
const RecordBoardResponsePayload = payloadOf("RecordBoardResponse", "commission", () => Commission);
const RecordPublicationPayload = payloadOf("RecordPublication", "commission", () => Commission);
const CloseCommissionPayload = payloadOf("CloseCommission", "commission", () => Commission);

/** The review itself, stage by stage: from the board's yes to the close. */
@Resolver()
export class StageResolver {
  @Authorized<KindOfPerson>("MEMBER")
  @Mutation(() => AdvanceCommissionPayload, {
    description:
      "Either member of the pair moves the review to its next stage, from SCOPING to DRAFT_REPORT. A practice review starts only when its trainees have completed the course.",
  })
  advanceCommission(@Ctx() ctx: Context, @Arg("input") input: AdvanceCommissionInput): Promise<object> {
    return answer(ctx, "advanceCommission", input, stages.advance);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => RecordQualityAssurancePayload, {
    description:
      "The programme lead records quality assurance of the draft report. Passed, the review moves to QUALITY_ASSURANCE; if not, it stays at DRAFT_REPORT with the outcome on record.",
  })
  recordQualityAssurance(@Ctx() ctx: Context, @Arg("input") input: RecordQualityAssuranceInput): Promise<object> {
    return answer(ctx, "recordQualityAssurance", input, stages.recordQualityAssurance);
  }

  @Authorized<KindOfPerson>("SEAT")
  @Mutation(() => RecordBoardResponsePayload, { description: "The board responds to the report in writing." })
  recordBoardResponse(@Ctx() ctx: Context, @Arg("input") input: RecordBoardResponseInput): Promise<object> {
    return answer(ctx, "recordBoardResponse", input, stages.recordBoardResponse);
  }

  @Authorized<KindOfPerson>("SEAT")
  @Mutation(() => RecordPublicationPayload, {
    description: "The board decides whether the report is published in full, as a summary, or not at all, and why.",
  })
  recordPublication(@Ctx() ctx: Context, @Arg("input") input: RecordPublicationInput): Promise<object> {
    return answer(ctx, "recordPublication", input, stages.recordPublication);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => CloseCommissionPayload, { description: "The programme lead closes a review after publication." })
  closeCommission(@Ctx() ctx: Context, @Arg("input") input: CloseCommissionInput): Promise<object> {
    return answer(ctx, "closeCommission", input, stages.close);
  }
}
