import { Arg, Authorized, Ctx, Field, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { overwritten } from "../database/overwritten";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Contributor } from "./contributor.entity";
import {
  ForgetContributorInput,
  IssueContributionLinkInput,
  NameContributorInput,
  RevokeContributionLinkInput,
} from "./contributor.inputs";
import * as contributors from "./contributor.service";
import { forgetContributor } from "./forget";
import { linkOf, newToken } from "./link";
import * as links from "./link.service";

const payload = (mutation: string) => payloadOf(mutation, "contributor", () => Contributor);
const NameContributorPayload = payload("NameContributor");
const IssueContributionLinkPayload = payload("IssueContributionLink");
const RevokeContributionLinkPayload = payload("RevokeContributionLink");
const ForgetContributorPayload = payload("ForgetContributor");

Field(() => String, {
  nullable: true,
  description:
    "The link to send, told this once: Tandem keeps none. Null on refusal, and when a request is repeated under its key: issue another.",
})(IssueContributionLinkPayload.prototype, "link");

@Resolver()
export class ContributorResolver {
  @Authorized<KindOfPerson>("MEMBER")
  @Mutation(() => NameContributorPayload, {
    description:
      "One of a pair names somebody involved in their review, to be asked for their input. It waits for the supervisor, or a programme lead, to send them their link.",
  })
  nameContributor(@Ctx() ctx: Context, @Arg("input") input: NameContributorInput): Promise<object> {
    return answer(ctx, "nameContributor", input, contributors.name);
  }

  @Authorized<KindOfPerson>("SUPERVISOR", "LEAD")
  @Mutation(() => IssueContributionLinkPayload, {
    description:
      "Makes a contributor's link, for a supervisor of the trainee or a programme lead to send: nobody of the pair. It can be used once, and ends the one before it.",
  })
  async issueContributionLink(@Ctx() ctx: Context, @Arg("input") input: IssueContributionLinkInput): Promise<object> {
    const token = newToken();
    let issued = false;
    const answered = await answer(ctx, "issueContributionLink", input, async (tx, given) => {
      const id = await links.issue(tx, given, token);
      issued = true;
      return id;
    });
    return { ...answered, link: issued ? linkOf(token, ctx.publicUrl) : null };
  }

  @Authorized<KindOfPerson>("SUPERVISOR", "LEAD")
  @Mutation(() => RevokeContributionLinkPayload, {
    description: "Takes a contributor's link back, unless it was used.",
  })
  revokeContributionLink(@Ctx() ctx: Context, @Arg("input") input: RevokeContributionLinkInput): Promise<object> {
    return answer(ctx, "revokeContributionLink", input, links.revoke);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ForgetContributorPayload, {
    description:
      "Empties what is held about a contributor: name, address, the word to them and all they wrote. That an item of evidence came from others, and on which areas, stays.",
  })
  async forgetContributor(@Ctx() ctx: Context, @Arg("input") input: ForgetContributorInput): Promise<object> {
    const answered = await answer(ctx, "forgetContributor", input, forgetContributor);
    await overwritten(ctx.db);
    return answered;
  }
}
