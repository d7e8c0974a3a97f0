import { InputType } from "type-graphql";
import { Rating } from "../assessment/rating";
import { AnId, Choice, MutationInput, SeenVersion, SomeIds, Text } from "../mutation/inputs";
import { AREAS, REPLACES, SELF_RATING, TEXT, TITLE } from "./evidence.inputs";
import { EvidenceSource } from "./evidence-source";

@InputType({ description: "An item of evidence as far as it is written, and whom it is about." })
export class DraftEvidenceInput extends MutationInput {
  @AnId({ description: "The commission whose review it comes from: its id or reference." })
  commissionId!: string;

  @Choice(EvidenceSource, { description: "Which of the three sources it comes from." })
  source!: EvidenceSource;

  @SomeIds({ least: 1, most: 2, description: "Whom it is about: one trainee of the commission's pair, or both." })
  traineeIds!: string[];

  @Text(TITLE)
  title!: string;

  @Text({ ...TEXT, optional: true })
  text?: string | null;

  @SomeIds({ ...AREAS, least: 0, optional: true })
  areaIds?: string[] | null;

  @Choice(Rating, SELF_RATING)
  selfRating?: Rating | null;

  @AnId(REPLACES)
  replacesId?: string | null;
}

@InputType({ description: "What of a draft is written anew. What is left out stays as it is." })
export class ChangeEvidenceDraftInput extends MutationInput {
  @AnId({ description: "The draft." })
  evidenceDraftId!: string;

  @SeenVersion()
  expectedVersion!: number;

  @Text({ ...TITLE, optional: true })
  title?: string | null;

  @Text({ ...TEXT, optional: true })
  text?: string | null;

  @SomeIds({ ...AREAS, least: 0, optional: true })
  areaIds?: string[] | null;

  @Choice(Rating, SELF_RATING)
  selfRating?: Rating | null;
}

@InputType({ description: "Which draft is given up." })
export class DiscardEvidenceDraftInput extends MutationInput {
  @AnId({ description: "The draft." })
  evidenceDraftId!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "Which draft is submitted." })
export class SubmitEvidenceDraftInput extends MutationInput {
  @AnId({ description: "The draft." })
  evidenceDraftId!: string;

  @SeenVersion()
  expectedVersion!: number;
}
