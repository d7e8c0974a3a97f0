import { ArrayMaxSize, ArrayMinSize, Matches, ValidateIf, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { CommissionStage } from "../commission/commission-stage";
import { AnId, Choice, Count, Day, MutationInput, Text, YesNo } from "../mutation/inputs";
import { EndorsementInput } from "./endorsement.inputs";
import { FeeInput } from "./fee.inputs";

@InputType({ description: "An area of competency of a new Standard." })
export class AreaInput {
  @Text({ most: 10, description: "Its short code, such as C1." })
  code!: string;

  @Text({ most: 200, description: "What it is called." })
  name!: string;

  @Text({ most: 4000, description: "What evidence is sought." })
  description!: string;
}

@InputType({ description: "The numbers of a new Standard." })
export class StandardInput {
  @Count({ least: 1, most: 20, description: "Course days to attend." })
  courseDays!: number;

  @Count({ least: 0, most: 50, description: "Different days of group supervision to attend." })
  groupDays!: number;

  @Count({ least: 1, most: 3, description: "Sources there must be evidence from." })
  sources!: number;

  @Count({ least: 0, most: 50, description: "Network meetings a year." })
  networkMeetings!: number;

  @YesNo({ description: "Whether accreditation needs every area met." })
  everyAreaMet!: boolean;

  @Choice(CommissionStage, { description: "The stage past which the practice review counts as finished." })
  reviewCountsFrom!: CommissionStage;

  @YesNo({ description: "Whether somebody who supervised a trainee may assess them." })
  assessorMayHaveSupervised!: boolean;

  @Field(() => [AreaInput], { description: "The areas of competency: 1 to 12, each code once." })
  @ValidateNested({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  areas!: AreaInput[];
}

@InputType({ description: "A programme to set up, with the first version of its Standard." })
export class CreateProgrammeInput extends MutationInput {
  @Text({ most: 40, description: "The reference people will use for it, such as LT; no other programme has it." })
  reference!: string;

  @Text({ most: 200, description: "What it is called." })
  name!: string;

  @Text({ most: 4000, description: "What it is, for whoever considers it." })
  summary!: string;

  @Text({ most: 254, description: "Where to ask." })
  contactEmail!: string;

  @Field(() => EndorsementInput, { nullable: true, description: "Who endorses it from the beginning." })
  @ValidateIf((_, value) => value != null)
  @ValidateNested()
  endorsement?: EndorsementInput;

  @Field(() => FeeInput, { description: "What it costs at first." })
  @ValidateNested()
  fee!: FeeInput;

  @Field(() => StandardInput, { description: "Its Standard." })
  @ValidateNested()
  standard!: StandardInput;
}

@InputType({ description: "A course day of a new cohort." })
export class CourseDayInput {
  @Day({ description: "When it is." })
  date!: string;

  @Text({ most: 200, description: "Where it is." })
  venue!: string;

  @Text({ most: 4000, description: "What it covers." })
  topics!: string;
}

@InputType({ description: "An intake of a programme: it keeps the fee that is in force on its first course day." })
export class OpenCohortInput extends MutationInput {
  @AnId({ description: "The programme, by id or reference." })
  programmeId!: string;

  // Shorter than a column has room for: those of its trainees and applications begin with it.
  @Text({ most: 30, description: "The reference people will use for it, such as LT-2017; no other cohort has it." })
  reference!: string;

  @Text({ most: 200, description: "What it is called." })
  name!: string;

  @Day({ description: "When applications open." })
  opensOn!: string;

  @Day({ description: "The last day of application; it ends at midnight in London." })
  applyBy!: string;

  @Field(() => String, { description: "The month in which applicants hear, as YYYY-MM." })
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: "decisionsExpected must be a month such as 2016-10." })
  decisionsExpected!: string;

  @Count({ least: 1, most: 1000, description: "Places." })
  capacity!: number;

  @Field(() => [CourseDayInput], { description: "Its course days in order: as many as the Standard asks for." })
  @ValidateNested({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  courseDays!: CourseDayInput[];
}
