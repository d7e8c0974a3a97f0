import { ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { AnId, MutationInput, SeenVersion } from "../mutation/inputs";
import { StandardInput } from "./programme.inputs";

@InputType({ description: "The next version of a programme's Standard, whole." })
export class PublishStandardInput extends MutationInput {
  @AnId({ description: "The programme, by id or reference." })
  programmeId!: string;

  @Field(() => StandardInput, { description: "Its Standard from now on, for cohorts that are opened later." })
  @ValidateNested()
  standard!: StandardInput;

  @SeenVersion()
  expectedVersion!: number;
}
