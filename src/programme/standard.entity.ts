import { registerEnumType } from "type-graphql";
import { CommissionStage } from "../commission/commission-stage";
import { Flag, LongText, OneOf, Whole, Words } from "../graph/columns";
import { ListOf, One } from "../graph/fields";
import { AThing, Id, Key } from "../graph/thing";
import { Holds } from "../personal/holds";
import { Programme } from "./programme.entity";

registerEnumType(CommissionStage, {
  name: "CommissionStage",
  description: "Where a commission stands, from proposal to close.",
});

@AThing({
  prefix: "std",
  table: "standard",
  sees: "programme",
  audience: {},
  description: "The numbers a programme holds its trainees to. A version never changes; a cohort is pinned to one.",
})
@Holds({})
export class Standard {
  @Id()
  id!: string;

  @Key({ index: true })
  programmeId!: string;

  @One(() => Programme, { sees: "programme", key: "programmeId", description: "Whose Standard it is." })
  readonly programme?: never;

  @Whole("programme", "Which version this is.")
  number!: number;

  @Whole("programme", "How many course days must be attended.")
  courseDays!: number;

  @Whole("programme", "How many different days of group supervision must be attended.")
  groupDays!: number;

  @Whole("programme", "From how many of the three sources there must be evidence.")
  sources!: number;

  @Whole("programme", "How many network meetings an accredited reviewer attends a year.")
  networkMeetings!: number;

  @Flag("programme", "Whether accreditation needs every area met.")
  everyAreaMet!: boolean;

  @OneOf("programme", CommissionStage, "The stage past which the practice review counts as finished.")
  reviewCountsFrom!: CommissionStage;

  @Flag("programme", "Whether somebody who supervised a trainee may assess them.")
  assessorMayHaveSupervised!: boolean;

  @ListOf(() => CompetencyArea, {
    sees: "programme",
    by: "standardId",
    order: ["code"],
    size: 6,
    description: "The areas of competency.",
  })
  readonly areas?: never;
}

@AThing({
  prefix: "are",
  table: "competency_area",
  sees: "programme",
  audience: {},
  description: "One of the areas of competency that are assessed.",
})
@Holds({ nobodys: ["code", "name", "description"] })
export class CompetencyArea {
  @Id()
  id!: string;

  @Key({ index: true })
  standardId!: string;

  @Words("programme", 10, "Its short code, such as C1.")
  code!: string;

  @Words("programme", 200, "What it is called.")
  name!: string;

  @LongText("programme", "What evidence is sought.")
  description!: string;
}
