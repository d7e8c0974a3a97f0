import { InputType } from "type-graphql";
import { AnId, Choice, MutationInput, SeenVersion, Text } from "../mutation/inputs";
import { BoardKind } from "./board-kind";
import { Sector } from "./sector";

@InputType({ description: "A safeguarding board to register." })
export class RegisterBoardInput extends MutationInput {
  @Text({ most: 200, description: "What it is called." })
  name!: string;

  @Text({ most: 40, description: "The reference people will use for it, such as NORTHMOOR; no other board has it." })
  reference!: string;

  @Choice(BoardKind, { description: "What kind of board." })
  kind!: BoardKind;

  @Choice(Sector, { description: "Whether it safeguards children or adults." })
  sector!: Sector;

  @Text({ most: 60, description: "The nation or region whose law it works under." })
  jurisdiction!: string;
}

@InputType({ description: "What is to be corrected about a board: what is left out stays as it is." })
export class ChangeBoardInput extends MutationInput {
  @AnId({ description: "The board." })
  boardId!: string;

  @Text({ most: 200, optional: true, description: "What it is called." })
  name?: string;

  @Choice(BoardKind, { optional: true, description: "What kind of board." })
  kind?: BoardKind;

  @Choice(Sector, { optional: true, description: "Whether it safeguards children or adults." })
  sector?: Sector;

  @Text({ most: 60, optional: true, description: "The nation or region whose law it works under." })
  jurisdiction?: string;

  @Text({ most: 1000, description: "Why: everybody who signs in reads it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}

/** Who speaks for a board, from today or no longer. */
@InputType()
export abstract class SeatInput extends MutationInput {
  @AnId({ description: "The board." })
  boardId!: string;

  @AnId({ description: "The person." })
  personId!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "Who speaks for a board from today." })
export class GrantSeatInput extends SeatInput {}

@InputType({ description: "Who speaks for a board no longer." })
export class EndSeatInput extends SeatInput {
  @Text({ most: 1000, description: "Why: who speaks for the board reads it." })
  reason!: string;
}
