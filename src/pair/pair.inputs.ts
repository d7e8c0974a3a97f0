import { InputType } from "type-graphql";
import { AnId, MutationInput, SeenVersion, SomeIds, Text, YesNo } from "../mutation/inputs";

@InputType({ description: "Who will work as a pair." })
export class FormPairInput extends MutationInput {
  @SomeIds({
    most: 10,
    description:
      "The two people, by id: at least one a trainee, the other a trainee or accredited. Two who are accredited where `practice` is false.",
  })
  personIds!: string[];

  @YesNo({
    optional: true,
    description:
      "Whether they are to conduct a practice review, which takes a trainee. Yes unless told. Of two who are accredited no practice review is ever commissioned.",
  })
  practice?: boolean;
}

@InputType({ description: "Who leaves a pair, who comes in their place, and why." })
export class ReplacePartnerInput extends MutationInput {
  @AnId({ description: "The pair, by id or reference." })
  pairId!: string;

  @AnId({ description: "Who of the two leaves." })
  leavingPersonId!: string;

  @AnId({
    description:
      "Who comes: a trainee who is in no pair, or somebody accredited. A pair is two people, so somebody is named at once.",
  })
  joiningPersonId!: string;

  @Text({
    most: 1000,
    description:
      "Why. Who leaves reads it, their staff, and whom they work with later; who stays, who comes and the board do not.",
  })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "A pair that is to end, and why." })
export class DissolvePairInput extends MutationInput {
  @AnId({ description: "The pair, by id or reference." })
  pairId!: string;

  @Text({ most: 1000, description: "Why. Its trainees and their staff read it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}
