import { Matches, ValidateIf } from "class-validator";
import { Field, InputType } from "type-graphql";
import { AnId, Count, Day, MutationInput, SeenVersion, Text } from "../mutation/inputs";

@InputType({ description: "What of a programme is otherwise from now on: what is left out stays as it is." })
export class ChangeProgrammeInput extends MutationInput {
  @AnId({ description: "The programme, by id or reference." })
  programmeId!: string;

  @Text({ most: 200, optional: true, description: "What it is called." })
  name?: string;

  @Text({ most: 4000, optional: true, description: "What it is, for whoever considers it." })
  summary?: string;

  @Text({ most: 254, optional: true, description: "Where to ask." })
  contactEmail?: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "What of a cohort is otherwise from now on: what is left out stays as it is." })
export class ChangeCohortInput extends MutationInput {
  @AnId({ description: "The cohort, by id or reference." })
  cohortId!: string;

  @Text({ most: 200, optional: true, description: "What it is called." })
  name?: string;

  @Day({ optional: true, description: "When applications open." })
  opensOn?: string;

  @Day({ optional: true, description: "The last day of application: before the first course day." })
  applyBy?: string;

  @Field(() => String, { nullable: true, description: "The month in which applicants hear, as YYYY-MM." })
  @ValidateIf((_, value) => value != null)
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: "decisionsExpected must be a month such as 2016-10." })
  decisionsExpected?: string;

  @Count({ least: 1, most: 1000, optional: true, description: "Places: never fewer than are taken." })
  capacity?: number;

  @Text({ most: 1000, description: "Why: those who applied will ask." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}
