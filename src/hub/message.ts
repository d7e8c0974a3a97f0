import { Field, ObjectType } from "type-graphql";
import { Cursor } from "../graph/scalars";
import { Entry } from "../log/entry.entity";

@ObjectType({
  simpleResolvers: true,
  description: "A message of a subscription: one entry of the Log, and where it stands.",
})
export class Message {
  @Field(() => Cursor, { description: "The entry's place: subscribe `after` it to continue." })
  cursor!: string;

  @Field(() => Entry, { description: "The entry itself." })
  entry!: Entry;
}
