import { InputType } from "type-graphql";
import { CommissionStage } from "../commission/commission-stage";
import { EvidenceSource } from "../evidence/evidence-source";
import { AnId, Choice, SomeChoices, SomeDays, YesNo } from "../mutation/inputs";

@InputType({
  description:
    "What might be, on top of what is: the same rules are asked of both together. Nothing of it is stored. What contradicts itself, or what is, is refused as BAD_USER_INPUT, all of it at once.",
})
export class ReadinessSupposition {
  @SomeDays({ most: 20, optional: true, description: "Further course days of their cohort that they attend." })
  courseDays?: string[] | null;

  @SomeDays({
    most: 20,
    optional: true,
    description: "Further days of group supervision that they attend, in the calendar already or not, to come or past.",
  })
  groupDays?: string[] | null;

  @Choice(CommissionStage, { optional: true, description: "The stage that their practice review has reached." })
  stage?: CommissionStage | null;

  @YesNo({ optional: true, description: "Whether it has passed quality assurance." })
  qualityPassed?: boolean | null;

  @YesNo({ optional: true, description: "Whether a day rate is agreed for each of the pair." })
  ratesAgreed?: boolean | null;

  @SomeChoices(EvidenceSource, { most: 3, optional: true, description: "Sources from which there is evidence too." })
  evidenceFrom?: EvidenceSource[] | null;

  @AnId({
    optional: true,
    description: "Whom they work with, while they are in no pair: somebody whose standing you may see.",
  })
  partnerId?: string | null;
}
