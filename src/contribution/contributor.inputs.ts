import { Field, InputType } from "type-graphql";
import { AnId, Choice, Day, MutationInput, SeenVersion, SomeIds, Text } from "../mutation/inputs";
import { Characters, EmailAddress, NothingStrange } from "../mutation/text";
import { ErasureReason } from "../personal/erasure-reason";
import { MOST_DAYS, USUAL_DAYS } from "./contribution.rules";
import { Involvement } from "./involvement";

@InputType({ description: "Somebody involved in a review, who is to be asked for their input." })
export class NameContributorInput extends MutationInput {
  @AnId({ description: "The practice review they took part in: its commission's id or reference." })
  commissionId!: string;

  @Text({ most: 200, description: "Their name." })
  name!: string;

  @Field(() => String, {
    description: "Where they are written to; not an address of the pair. At most 254 characters.",
  })
  @EmailAddress()
  @NothingStrange()
  @Characters(254)
  email!: string;

  @Choice(Involvement, { description: "In what role they took part." })
  involvement!: Involvement;

  @SomeIds({ least: 1, most: 2, description: "Whom they are asked about: one trainee of the pair, or both." })
  traineeIds!: string[];

  @SomeIds({
    least: 1,
    most: 6,
    description: "The areas they are asked about: of the trainee's Standard, by id or by short code such as C1.",
  })
  areaIds!: string[];

  @Text({
    most: 1_000,
    optional: true,
    description: "A word of your own to them. No names or details of the people the review is about.",
  })
  message?: string;

  @Day({
    optional: true,
    description: `The last day on which they can give it, to its end in London: ${USUAL_DAYS} days from now unless told, ${MOST_DAYS} at most.`,
  })
  until?: string;
}

@InputType({ description: "Whom a link is to be made for." })
export class IssueContributionLinkInput extends MutationInput {
  @AnId({ description: "The contributor." })
  contributorId!: string;

  @Day({
    optional: true,
    description: `Another last day, to its end in London: ${MOST_DAYS} days from now at most. It stays as it is when left out.`,
  })
  until?: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "Whose link is to end, and why." })
export class RevokeContributionLinkInput extends MutationInput {
  @AnId({ description: "The contributor." })
  contributorId!: string;

  @Text({ most: 1_000, description: "Why. The trainees' staff read it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "A contributor of whom nothing personal is to be held any longer." })
export class ForgetContributorInput extends MutationInput {
  @AnId({ description: "The contributor." })
  contributorId!: string;

  @Choice(ErasureReason, { description: "Why." })
  reason!: ErasureReason;

  @SeenVersion()
  expectedVersion!: number;
}
