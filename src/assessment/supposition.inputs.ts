import { ClassType, Field, ID, InputType } from "type-graphql";
import { CommissionStage } from "../commission/commission-stage";
import { EvidenceSource } from "../evidence/evidence-source";
import { CalendarDate } from "../graph/scalars";

const supposes = (type: () => unknown, description: string): PropertyDecorator => {
  const field = Field(type as () => ClassType, { nullable: true, description });
  return (prototype, name) => field(prototype, name as string);
};

@InputType({
  description:
    "What might be, on top of what is: the same rules are asked of both together. Nothing of it is stored. What contradicts itself, or what is, is refused as BAD_USER_INPUT, all of it at once.",
})
export class ReadinessSupposition {
  @supposes(() => [CalendarDate], "Further course days of their cohort that they attend. At most 20.")
  courseDays?: string[] | null;

  @supposes(
    () => [CalendarDate],
    "Further days of group supervision that they attend, in the calendar already or not, to come or past. At most 20.",
  )
  groupDays?: string[] | null;

  @supposes(() => CommissionStage, "The stage that their practice review has reached.")
  stage?: CommissionStage | null;

  @supposes(() => Boolean, "Whether it has passed quality assurance.")
  qualityPassed?: boolean | null;

  @supposes(() => Boolean, "Whether a day rate is agreed for each of the pair.")
  ratesAgreed?: boolean | null;

  @supposes(() => [EvidenceSource], "Sources from which there is evidence too.")
  evidenceFrom?: EvidenceSource[] | null;

  @supposes(() => ID, "Whom they work with, while they are in no pair: somebody whose standing you may see.")
  partnerId?: string | null;
}
