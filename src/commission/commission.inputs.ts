import { InputType } from "type-graphql";
import { Sector } from "../board/sector";
import { AnId, Choice, Day, MutationInput, SeenVersion, Text, YesNo } from "../mutation/inputs";
import { ReviewFormat } from "./review-format";
import { ReviewKind } from "./review-kind";

@InputType({ description: "A review that a pair proposes to a board." })
export class ProposeCommissionInput extends MutationInput {
  @AnId({ description: "The board, by id or reference." })
  boardId!: string;

  @AnId({ description: "The pair, by id or reference; you are one of it." })
  pairId!: string;

  @Choice(ReviewKind, { description: "What kind of review." })
  reviewKind!: ReviewKind;

  @Choice(ReviewFormat, { description: "In which format." })
  format!: ReviewFormat;

  @Choice(Sector, { description: "Whether it is about a child or an adult." })
  sector!: Sector;

  @YesNo({ optional: true, description: "Whether it is the supervised practice review of a trainee. Yes unless told." })
  practice?: boolean;

  @Day({ optional: true, description: "When the board wants it finished, where that is known already." })
  targetOn?: string;
}

@InputType({ description: "A board's yes to a review." })
export class GrantCommissionInput extends MutationInput {
  @AnId({ description: "The commission, by id or reference." })
  commissionId!: string;

  @SeenVersion()
  expectedVersion!: number;

  @Day({ optional: true, description: "When the board wants it finished; as proposed unless told." })
  targetOn?: string;
}

@InputType({ description: "A board's no to a review." })
export class DeclineCommissionInput extends MutationInput {
  @AnId({ description: "The commission, by id or reference." })
  commissionId!: string;

  @SeenVersion()
  expectedVersion!: number;

  @Text({ most: 1_000, description: "Why: the pair reads it." })
  reason!: string;
}
