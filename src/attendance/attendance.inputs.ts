import { ArrayMaxSize, ArrayMinSize, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { AnId, Text, YesNo } from "../mutation/inputs";

@InputType({ description: "Whether one trainee was there." })
export class AttendanceMark {
  @AnId({ description: "The trainee, by id or reference." })
  traineeId!: string;

  @YesNo({ description: "Whether they were there, for the whole day." })
  attended!: boolean;

  @Text({
    most: 1000,
    optional: true,
    description: "Why, where this corrects what was marked before: then it must be said, and the trainee reads it.",
  })
  reason?: string;
}

const MOST = 60;

/** Who was there on a day, all in one list. */
export const Marks = (): PropertyDecorator => (prototype, name) => {
  const description = `Who was there: each trainee once, 1 to ${MOST}. A trainee who was marked before is marked anew; those left out stay as they are.`;
  Field(() => [AttendanceMark], { description })(prototype, name as string);
  ValidateNested({ each: true })(prototype, name as string);
  ArrayMinSize(1, { message: "$property must name at least one trainee." })(prototype, name as string);
  ArrayMaxSize(MOST, { message: `$property may name at most ${MOST} trainees.` })(prototype, name as string);
};
