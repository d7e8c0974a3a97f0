import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { Document } from "./document.entity";
import { RemoveDocumentInput, RequestUploadInput } from "./document.inputs";
import * as documents from "./document.service";

const RequestUploadPayload = payloadOf("RequestUpload", "document", () => Document);
const RemoveDocumentPayload = payloadOf("RemoveDocument", "document", () => Document);

@Resolver()
export class DocumentResolver {
  @Authorized()
  @Mutation(() => RequestUploadPayload, {
    description:
      "Announces a file: the CV of your draft of an application, a file of your draft of evidence, or a report of your commission while that goes on. What an item of evidence says stays as it was submitted: nobody adds a file to it later. Its bytes are then sent with PUT to the document's `upload` address. Only what is as announced in size, type and SHA-256 is taken.",
  })
  requestUpload(@Ctx() ctx: Context, @Arg("input") input: RequestUploadInput): Promise<object> {
    return answer(ctx, "requestUpload", input, documents.announce);
  }

  @Authorized()
  @Mutation(() => RemoveDocumentPayload, {
    description:
      "Removes a document's file, for good: by whoever announced it, or by a programme lead. The CV of an application and the files of evidence are a lead's to remove once they were submitted, and so are the reports of a commission that is over.",
  })
  async removeDocument(@Ctx() ctx: Context, @Arg("input") input: RemoveDocumentInput): Promise<object> {
    const payload = await answer(ctx, "removeDocument", input, documents.remove);
    await ctx.documents?.removeFile(input.documentId);
    return payload;
  }
}
