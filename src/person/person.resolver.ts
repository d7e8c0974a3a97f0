import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { change } from "./change.service";
import { Person } from "./person.entity";
import {
  ChangePersonInput,
  DisablePersonInput,
  EnablePersonInput,
  GrantRoleInput,
  InvitePersonInput,
  RevokeRoleInput,
  SignOutEverywhereInput,
} from "./person.inputs";
import * as people from "./person.service";

const InvitePersonPayload = payloadOf("InvitePerson", "person", () => Person);
const ChangePersonPayload = payloadOf("ChangePerson", "person", () => Person);
const GrantRolePayload = payloadOf("GrantRole", "person", () => Person);
const RevokeRolePayload = payloadOf("RevokeRole", "person", () => Person);
const DisablePersonPayload = payloadOf("DisablePerson", "person", () => Person);
const EnablePersonPayload = payloadOf("EnablePerson", "person", () => Person);
const SignOutEverywherePayload = payloadOf("SignOutEverywhere", "person", () => Person);

@Resolver()
export class PersonResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => InvitePersonPayload, { description: "The programme lead makes somebody known to the programme." })
  invitePerson(@Ctx() ctx: Context, @Arg("input") input: InvitePersonInput): Promise<object> {
    return answer(ctx, "invitePerson", input, people.invite);
  }

  @Authorized()
  @Mutation(() => ChangePersonPayload, {
    description:
      "The programme lead corrects a person's name or contact details; you yourself your telephone number. The history keeps both.",
  })
  changePerson(@Ctx() ctx: Context, @Arg("input") input: ChangePersonInput): Promise<object> {
    return answer(ctx, "changePerson", input, change);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => GrantRolePayload, { description: "The programme lead gives a person a role, at once." })
  grantRole(@Ctx() ctx: Context, @Arg("input") input: GrantRoleInput): Promise<object> {
    return answer(ctx, "grantRole", input, people.grantRole);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => RevokeRolePayload, { description: "The programme lead takes a role from a person, at once." })
  revokeRole(@Ctx() ctx: Context, @Arg("input") input: RevokeRoleInput): Promise<object> {
    return answer(ctx, "revokeRole", input, people.revokeRole);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => DisablePersonPayload, {
    description: "The programme lead stops a person from signing in; their open sockets close.",
  })
  disablePerson(@Ctx() ctx: Context, @Arg("input") input: DisablePersonInput): Promise<object> {
    return answer(ctx, "disablePerson", input, people.disable);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => EnablePersonPayload, {
    description:
      "The programme lead lets a person who was stopped sign in again, with a new token: those of before stay ended.",
  })
  enablePerson(@Ctx() ctx: Context, @Arg("input") input: EnablePersonInput): Promise<object> {
    return answer(ctx, "enablePerson", input, people.enable);
  }

  @Authorized()
  @Mutation(() => SignOutEverywherePayload, {
    description: "Ends all of your own tokens until now and closes your sockets.",
  })
  signOutEverywhere(@Ctx() ctx: Context, @Arg("input") input: SignOutEverywhereInput): Promise<object> {
    return answer(ctx, "signOutEverywhere", input, people.signOutEverywhere);
  }
}
