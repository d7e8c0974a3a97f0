import { Field, ID, InterfaceType } from "type-graphql";
import { prefixOf } from "../id";
import { thingWithPrefix } from "./thing";

@InterfaceType({
  description: "Anything with a global id.",
  resolveType: ({ id }: { id: string }) => thingWithPrefix(prefixOf(id) ?? "")?.name,
})
export abstract class Node {
  @Field(() => ID, { description: "The global id: a TypeID, whose prefix names the type." })
  id!: string;
}
