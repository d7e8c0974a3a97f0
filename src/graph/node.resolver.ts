import { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import type { Context } from "../context";
import { badInput } from "../operation/errors";
import { Node } from "./node";
import { readNodes } from "./read";
import { Cursor } from "./scalars";

const MOST = 100;

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: "Anything by its global id; null when there is none, or none for you.",
  })
  async node(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg("id", () => ID) id: string): Promise<unknown> {
    return (await readNodes(ctx, info, info.fieldNodes, [id]))[0];
  }

  @Query(() => [Node], {
    nullable: "items",
    description: `Things by their global ids, in the order asked; at most ${MOST}.`,
  })
  async nodes(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("ids", () => [ID]) ids: string[],
  ): Promise<unknown[]> {
    if (ids.length > MOST) throw badInput(`At most ${MOST} ids; ${ids.length} were given.`);
    return readNodes(ctx, info, info.fieldNodes, ids);
  }

  @Query(() => Cursor, {
    description:
      "The Log's place now, read before anything else in this operation: the answer holds at least everything up to it, and a subscription `after` it goes on without a gap.",
  })
  cursor(@Ctx() ctx: Context): string {
    return ctx.head as string;
  }
}
