import { InputType } from "type-graphql";
import { AnId, Choice, MutationInput, SomeIds, Text } from "../mutation/inputs";
import { EvidenceSource } from "./evidence-source";

@InputType({ description: "An item of evidence, whom it is about and which areas it speaks to." })
export class SubmitEvidenceInput extends MutationInput {
  @AnId({ description: "The commission whose review it comes from: its id or reference." })
  commissionId!: string;

  @Choice(EvidenceSource, { description: "Which of the three sources it comes from." })
  source!: EvidenceSource;

  @Text({ most: 200, description: "What it is, in a line." })
  title!: string;

  @Text({
    most: 4_000,
    description: "What it says or where it lies. No names or details of the people the review is about.",
  })
  text!: string;

  @SomeIds({ least: 1, most: 2, description: "Whom it is about: one trainee of the commission's pair, or both." })
  traineeIds!: string[];

  @SomeIds({
    least: 1,
    most: 6,
    description: "The areas it speaks to: of the trainee's Standard, by id or by short code such as C1.",
  })
  areaIds!: string[];
}
