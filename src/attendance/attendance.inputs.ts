import { ArrayMaxSize, ArrayMinSize, ValidateNested } from "class-validator";
import { ClassType, Field, InputType } from "type-graphql";
import { AnId, Text, YesNo } from "../mutation/inputs";

/** Whether somebody was there, as whoever marks them says. */
@InputType()
export abstract class Attended {
  @YesNo({ description: "Whether they were there, for the whole day." })
  attended!: boolean;

  @Text({
    most: 1000,
    optional: true,
    description: "Why, where this corrects what was marked before: then it must be said, and they read it.",
  })
  reason?: string;
}

@InputType({ description: "Whether one trainee was there." })
export class AttendanceMark extends Attended {
  @AnId({ description: "The trainee, by id or reference." })
  traineeId!: string;
}

/** Who was there on a day, all in one list: so many marks, each of one such person. */
export const MarksOf =
  (mark: () => ClassType, one: string, most: number): PropertyDecorator =>
  (prototype, name) => {
    const description = `Who was there: each ${one} once, 1 to ${most}. A ${one} who was marked before is marked anew; those left out stay as they are.`;
    Field(() => [mark()], { description })(prototype, name as string);
    ValidateNested({ each: true })(prototype, name as string);
    ArrayMinSize(1, { message: `$property must name at least one ${one}.` })(prototype, name as string);
    ArrayMaxSize(most, { message: `$property may name at most ${most} ${one}s.` })(prototype, name as string);
  };

/** The trainees who were there on a day. */
export const Marks = (): PropertyDecorator => MarksOf(() => AttendanceMark, "trainee", 60);
