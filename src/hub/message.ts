import { Field } from "type-graphql";
import { APart } from "../graph/part";
import { Cursor } from "../graph/scalars";
import { Entry } from "../log/entry.entity";

@APart({
  description: "A message of a subscription: one entry of the Log, and where it stands.",
})
export class Message {
  @Field(() => Cursor, { description: "The entry's place: subscribe `after` it to continue." })
  cursor!: string;

  @Field(() => Entry, { description: "The entry itself." })
  entry!: Entry;
}
