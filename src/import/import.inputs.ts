import { Field, InputType } from "type-graphql";
import { AnId, MutationInput, SeenVersion } from "../mutation/inputs";
import { MOST_ROWS } from "./sheet";

/** A file of the office's. What is amiss with it is told row by row. */
@InputType()
export abstract class ImportInput extends MutationInput {
  @Field(() => String, {
    description: `The text of the CSV file, as UTF-8: at most ${MOST_ROWS.toLocaleString("en-GB")} rows. See \`ImportOf\` for its columns.`,
  })
  csv!: string;
}

@InputType({ description: "A CSV file of people to make known to the programme." })
export class ImportPeopleInput extends ImportInput {}

@InputType({ description: "A CSV file of safeguarding boards to register." })
export class ImportBoardsInput extends ImportInput {}

@InputType({ description: "A CSV file of who was there on a course day." })
export class ImportCourseAttendanceInput extends ImportInput {
  @AnId({ description: "The course day." })
  courseDayId!: string;

  @SeenVersion()
  expectedVersion!: number;
}
