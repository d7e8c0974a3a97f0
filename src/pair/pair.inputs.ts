import { InputType } from "type-graphql";
import { MutationInput, SomeIds } from "../mutation/inputs";

@InputType({ description: "Who will work as a pair." })
export class FormPairInput extends MutationInput {
  @SomeIds({
    most: 10,
    description: "The two people, by id: at least one a trainee, the other a trainee or accredited.",
  })
  personIds!: string[];
}
