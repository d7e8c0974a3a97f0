import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Assessment } from "./assessment.entity";
import {
  DecideAssessmentInput,
  OpenAssessmentInput,
  RecordJudgementInput,
  ReleaseAssessmentInput,
  TakeInEvidenceInput,
} from "./assessment.inputs";
import * as assessments from "./assessment.service";
import { Judgement } from "./judgement.entity";
import { takeIn } from "./snapshot";

const OpenAssessmentPayload = payloadOf("OpenAssessment", "assessment", () => Assessment);
const RecordJudgementPayload = payloadOf("RecordJudgement", "judgement", () => Judgement);
const TakeInEvidencePayload = payloadOf("TakeInEvidence", "assessment", () => Assessment);
const DecideAssessmentPayload = payloadOf("DecideAssessment", "assessment", () => Assessment);
const ReleaseAssessmentPayload = payloadOf("ReleaseAssessment", "assessment", () => Assessment);

@Resolver()
export class AssessmentResolver {
  @Authorized<KindOfPerson>("ASSESSOR", "LEAD")
  @Mutation(() => OpenAssessmentPayload, {
    description:
      "The assigned assessor, or a programme lead who names one, begins a round of assessment: what it is judged on is the evidence submitted by then. Refused with the same tree of rules that `Trainee.readiness` shows. A second round follows FURTHER_EVIDENCE_NEEDED, once that is released.",
  })
  openAssessment(@Ctx() ctx: Context, @Arg("input") input: OpenAssessmentInput): Promise<object> {
    return answer(ctx, "openAssessment", input, assessments.open);
  }

  @Authorized<KindOfPerson>("ASSESSOR")
  @Mutation(() => RecordJudgementPayload, {
    description:
      "The assessor judges one area. A newer judgement of the same area counts instead; none is ever changed. The assessment's version rises.",
  })
  recordJudgement(@Ctx() ctx: Context, @Arg("input") input: RecordJudgementInput): Promise<object> {
    return answer(ctx, "recordJudgement", input, assessments.judge);
  }

  @Authorized<KindOfPerson>("ASSESSOR")
  @Mutation(() => TakeInEvidencePayload, {
    description:
      "The assessor adds evidence that arrived after an assessment was opened to what it is judged on, before the decision.",
  })
  takeInEvidence(@Ctx() ctx: Context, @Arg("input") input: TakeInEvidenceInput): Promise<object> {
    return answer(ctx, "takeInEvidence", input, takeIn);
  }

  @Authorized<KindOfPerson>("ASSESSOR")
  @Mutation(() => DecideAssessmentPayload, {
    description:
      "The assessor gives the overall judgement, once every area is judged. ACCREDIT creates the accreditation at once; the trainee and others learn of either only with the release.",
  })
  decideAssessment(@Ctx() ctx: Context, @Arg("input") input: DecideAssessmentInput): Promise<object> {
    return answer(ctx, "decideAssessment", input, assessments.decide);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ReleaseAssessmentPayload, {
    description:
      "The programme lead releases a decision: the trainee now sees it with its judgements and, when it was ACCREDIT, becomes known as accredited.",
  })
  releaseAssessment(@Ctx() ctx: Context, @Arg("input") input: ReleaseAssessmentInput): Promise<object> {
    return answer(ctx, "releaseAssessment", input, assessments.release);
  }
}
