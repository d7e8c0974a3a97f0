import { Field, ID, InterfaceType } from "type-graphql";
import { prefixOf } from "../id";
import { thingWithPrefix } from "./thing";

/** The type of a thing, told from its id's prefix. */
export const typeNameOf = ({ id }: { id: string }): string | undefined => thingWithPrefix(prefixOf(id) ?? "")?.name;

@InterfaceType({
  description: "Anything with a global id.",
  resolveType: typeNameOf,
})
export abstract class Node {
  @Field(() => ID, { description: "The global id: a TypeID, whose prefix names the type." })
  id!: string;
}
