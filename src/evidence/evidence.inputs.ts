import { InputType } from "type-graphql";
import { Rating } from "../assessment/rating";
import { AnId, Choice, MutationInput, SeenVersion, SomeIds, Text } from "../mutation/inputs";
import { EvidenceSource } from "./evidence-source";

export const TITLE = { most: 200, description: "What it is, in a line." };
export const TEXT = {
  most: 4_000,
  description: "What it says or where it lies. No names or details of the people the review is about.",
};
export const AREAS = {
  least: 1,
  most: 6,
  description: "The areas it speaks to: of the trainee's Standard, by id or by short code such as C1.",
};
export const SELF_RATING = {
  optional: true,
  description:
    "A trainee's self-assessment: how they rate themself in the one area that it speaks to. Only with source TRAINEE.",
};
export const REPLACES = {
  optional: true,
  description:
    "The item of yours that was returned, and whose place this one takes: from the same source and review, about the same people.",
};

@InputType({ description: "An item of evidence, whom it is about and which areas it speaks to." })
export class SubmitEvidenceInput extends MutationInput {
  @AnId({ description: "The commission whose review it comes from: its id or reference." })
  commissionId!: string;

  @Choice(EvidenceSource, { description: "Which of the three sources it comes from." })
  source!: EvidenceSource;

  @Text(TITLE)
  title!: string;

  @Text(TEXT)
  text!: string;

  @SomeIds({ least: 1, most: 2, description: "Whom it is about: one trainee of the commission's pair, or both." })
  traineeIds!: string[];

  @SomeIds(AREAS)
  areaIds!: string[];

  @Choice(Rating, SELF_RATING)
  selfRating?: Rating | null;

  @AnId(REPLACES)
  replacesId?: string | null;
}

@InputType({ description: "Which item is returned to who wrote it, and why." })
export class ReturnEvidenceInput extends MutationInput {
  @AnId({ description: "The item." })
  evidenceId!: string;

  @SeenVersion()
  expectedVersion!: number;

  @Text({ most: 1_000, description: "Why, for its writer and those it is about to read." })
  reason!: string;
}

@InputType({ description: "Which item its writer takes back, and why." })
export class WithdrawEvidenceInput extends MutationInput {
  @AnId({ description: "The item." })
  evidenceId!: string;

  @SeenVersion()
  expectedVersion!: number;

  @Text({ most: 1_000, description: "Why, for those to read who see the item." })
  reason!: string;
}
