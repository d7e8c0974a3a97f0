import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { EvidenceDraft } from "./draft.entity";
import {
  ChangeEvidenceDraftInput,
  DiscardEvidenceDraftInput,
  DraftEvidenceInput,
  SubmitEvidenceDraftInput,
} from "./draft.inputs";
import * as drafts from "./draft.service";
import { Evidence } from "./evidence.entity";

const DraftEvidencePayload = payloadOf("DraftEvidence", "draft", () => EvidenceDraft);
const ChangeEvidenceDraftPayload = payloadOf("ChangeEvidenceDraft", "draft", () => EvidenceDraft);
const DiscardEvidenceDraftPayload = payloadOf("DiscardEvidenceDraft", "draft", () => EvidenceDraft);
const SubmitEvidenceDraftPayload = payloadOf("SubmitEvidenceDraft", "evidence", () => Evidence);

@Resolver()
export class DraftResolver {
  @Authorized<KindOfPerson>("MEMBER", "SUPERVISOR", "LEAD")
  @Mutation(() => DraftEvidencePayload, {
    description:
      "Begins an item of evidence that you may submit. Until you do nobody else sees it, or that there is one. `requestUpload` adds files to it.",
  })
  draftEvidence(@Ctx() ctx: Context, @Arg("input") input: DraftEvidenceInput): Promise<object> {
    return answer(ctx, "draftEvidence", input, drafts.draft);
  }

  @Authorized()
  @Mutation(() => ChangeEvidenceDraftPayload, { description: "Writes on at your draft." })
  changeEvidenceDraft(@Ctx() ctx: Context, @Arg("input") input: ChangeEvidenceDraftInput): Promise<object> {
    return answer(ctx, "changeEvidenceDraft", input, drafts.change);
  }

  @Authorized()
  @Mutation(() => DiscardEvidenceDraftPayload, { description: "Gives your draft up: its files are removed, for good." })
  async discardEvidenceDraft(@Ctx() ctx: Context, @Arg("input") input: DiscardEvidenceDraftInput): Promise<object> {
    const payload = await answer(ctx, "discardEvidenceDraft", input, drafts.discard);
    await ctx.documents?.removeFilesOfDraft(input.evidenceDraftId);
    return payload;
  }

  @Authorized()
  @Mutation(() => SubmitEvidenceDraftPayload, {
    description:
      "Submits your draft once it has a text and speaks to an area: it arrives as evidence with its files, by the rules of `submitEvidence`. Not while a file is awaited: wait for it, or remove it.",
  })
  submitEvidenceDraft(@Ctx() ctx: Context, @Arg("input") input: SubmitEvidenceDraftInput): Promise<object> {
    return answer(ctx, "submitEvidenceDraft", input, drafts.submitDraft);
  }
}
