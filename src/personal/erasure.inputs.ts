import { InputType, registerEnumType } from "type-graphql";
import { AnId, Choice, MutationInput, SeenVersion } from "../mutation/inputs";
import { ErasureReason } from "./erasure-reason";

registerEnumType(ErasureReason, {
  name: "ErasureReason",
  description: "Why somebody's data is erased. No free text: the entry stays, and must not speak of the person.",
  valuesConfig: {
    REQUESTED: { description: "They asked for it." },
    NO_LONGER_NEEDED: { description: "The programme has no use for it any more." },
    LEGAL_DUTY: { description: "A law or a court requires it." },
  },
});

@InputType({ description: "Asks that what is held about you be erased." })
export class RequestErasureInput extends MutationInput {}

@InputType({ description: "A person whose data is to be erased, for good." })
export class ErasePersonInput extends MutationInput {
  @AnId({ description: "The person." })
  personId!: string;

  @Choice(ErasureReason, { description: "Why." })
  reason!: ErasureReason;

  @SeenVersion()
  expectedVersion!: number;
}
