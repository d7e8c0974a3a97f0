import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Accreditation } from "../accreditation/accreditation.entity";
import type { Context } from "../context";
import { Sees } from "../graph/thing";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { CredentialCheck, checkCredential } from "./check";
import { IssueCredentialInput, ReplaceCredentialInput } from "./credential.inputs";
import * as credentials from "./credential.service";
import { CredentialCheckType } from "./credential-check.type";

const IssueCredentialPayload = payloadOf("IssueCredential", "accreditation", () => Accreditation);
const ReplaceCredentialPayload = payloadOf("ReplaceCredential", "accreditation", () => Accreditation);

@Resolver()
export class CredentialResolver {
  @Sees("programme")
  @Query(() => CredentialCheckType, {
    description:
      "What a credential is that somebody shows, and whether what it states holds today. For anybody; what is published under `/credentials` tells the same to whoever would rather not ask.",
  })
  verifyCredential(
    @Ctx() ctx: Context,
    @Arg("jwt", () => String, {
      description:
        "The credential: a JSON Web Signature in compact form. What is longer than 16,384 characters is none.",
    })
    jwt: string,
  ): Promise<CredentialCheck> {
    return checkCredential(ctx, jwt);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => IssueCredentialPayload, {
    description:
      "The programme lead issues the credential of an accreditation that was given before there were any. Those that an assessment leads to have theirs from the beginning.",
  })
  issueCredential(@Ctx() ctx: Context, @Arg("input") input: IssueCredentialInput): Promise<object> {
    return answer(ctx, "issueCredential", input, credentials.issue);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ReplaceCredentialPayload, {
    description:
      "The programme lead revokes a credential for good and issues another in its place: when its holder has another name, say, or the server another address.",
  })
  replaceCredential(@Ctx() ctx: Context, @Arg("input") input: ReplaceCredentialInput): Promise<object> {
    return answer(ctx, "replaceCredential", input, credentials.replace);
  }
}
