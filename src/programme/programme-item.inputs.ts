import { ArrayMaxSize, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { AnId, Choice, Count, MutationInput, SeenVersion, Text } from "../mutation/inputs";
import { ProgrammeSection } from "./programme-section";

/** How many items one list may have. */
const MOST_ITEMS = 50;

@InputType({ description: "An item of a published list, in its place." })
export class PublishedItemInput {
  @AnId({
    optional: true,
    description: "An item that was of this list before: it stays the same item. A new one unless told.",
  })
  itemId?: string;

  @Text({ most: 1000, description: "What it says." })
  text!: string;

  @Count({ least: 1, most: 366, optional: true, description: "For unpaid time, and only there: how many days." })
  days?: number;
}

@InputType({ description: "One of a programme's published lists as it is from now on." })
export class PublishItemsInput extends MutationInput {
  @AnId({ description: "The programme, by id or reference." })
  programmeId!: string;

  @Choice(ProgrammeSection, { description: "Which list." })
  section!: ProgrammeSection;

  @Field(() => [PublishedItemInput], {
    description: `The whole list, in order: what is left out is retired, not forgotten. At most ${MOST_ITEMS}.`,
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_ITEMS, { message: `items may be at most ${MOST_ITEMS}.` })
  items!: PublishedItemInput[];

  @SeenVersion()
  expectedVersion!: number;
}
