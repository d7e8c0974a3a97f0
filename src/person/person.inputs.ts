import { ValidateIf } from "class-validator";
import { Field, InputType } from "type-graphql";
import { AnId, Choice, MutationInput, SeenVersion, Text } from "../mutation/inputs";
import { Characters, EmailAddress, NothingStrange } from "../mutation/text";
import { Role } from "./role";

@InputType({ description: "Somebody to make known to the programme." })
export class InvitePersonInput extends MutationInput {
  @Text({ most: 200, description: "As they wish to be called." })
  name!: string;

  @Field(() => String, { description: "Where they are written to; nobody else has the same. At most 254 characters." })
  @EmailAddress()
  @NothingStrange()
  @Characters(254, { message: "$property must be shorter than or equal to 254 characters" })
  email!: string;

  @Text({ most: 40, optional: true, description: "Where they are called." })
  phone?: string;
}

@InputType({ description: "What is to be corrected about a person: what is left out stays as it is." })
export class ChangePersonInput extends MutationInput {
  @AnId({ description: "The person: yourself or, for a programme lead, anybody." })
  personId!: string;

  @Text({ most: 200, optional: true, description: "As they wish to be called. The programme lead's to change." })
  name?: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Where they are written to; nobody else has the same. At most 254 characters. The programme lead's to change: nobody else is told whose an address is.",
  })
  @ValidateIf((_, value) => value != null)
  @EmailAddress()
  @NothingStrange()
  @Characters(254)
  email?: string;

  @Field(() => String, {
    nullable: true,
    description: "Where they are called; an empty text takes it away. At most 40 characters.",
  })
  @ValidateIf((_, value) => value != null)
  @NothingStrange()
  @Characters(40)
  phone?: string;

  @SeenVersion()
  expectedVersion!: number;
}

/** A person, and a role to give or take. */
@InputType()
export abstract class RoleInput extends MutationInput {
  @AnId({ description: "The person." })
  personId!: string;

  @Choice(Role, { description: "The role." })
  role!: Role;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "A role for a person." })
export class GrantRoleInput extends RoleInput {}

@InputType({ description: "A role to take from a person." })
export class RevokeRoleInput extends RoleInput {
  @Text({ most: 1000, description: "Why: the person reads it." })
  reason!: string;
}

@InputType({ description: "A person who may no longer sign in." })
export class DisablePersonInput extends MutationInput {
  @AnId({ description: "The person." })
  personId!: string;

  @Text({ most: 1000, description: "Why." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "A person who may sign in again." })
export class EnablePersonInput extends MutationInput {
  @AnId({ description: "The person." })
  personId!: string;

  @Text({ most: 1000, description: "Why." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "Ends all tokens of your own until now." })
export class SignOutEverywhereInput extends MutationInput {}
