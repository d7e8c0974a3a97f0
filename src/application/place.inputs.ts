import { InputType } from "type-graphql";
import { Text } from "../mutation/inputs";
import { OwnApplicationInput } from "./application.inputs";

@InputType({ description: "An offered place to confirm." })
export class ConfirmPlaceInput extends OwnApplicationInput {}

@InputType({ description: "An offered or confirmed place to give back." })
export class DeclinePlaceInput extends OwnApplicationInput {
  @Text({ most: 1_000, optional: true, description: "Why, if you wish to say: the programme lead reads it." })
  reason?: string;
}
