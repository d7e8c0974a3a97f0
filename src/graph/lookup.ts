import { GraphQLResolveInfo } from "graphql";
import { Arg, Args, ClassType, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import type { Context } from "../context";
import { Listing, PageArgs } from "./listing";
import { readList } from "./pages";
import { readOne } from "./read";
import { thingOf } from "./thing";

/** The root fields of one thing: its list, and one of them by id or reference. */
export const lookups = (
  one: string,
  many: string,
  listing: Listing,
  description: { one: string; many: string },
): ClassType => {
  const { target, Connection, Page } = listing;
  const thing = thingOf(target);
  const by = thing.referenced ? "its id or reference" : "its id";

  @Resolver()
  class Lookups {
    @Query(() => Connection, { name: many, description: `${description.many} Those you may see.` })
    list(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => Page) page: PageArgs): Promise<unknown> {
      return readList(ctx, info, listing, page);
    }

    @Query(() => target, {
      name: one,
      nullable: true,
      description: `${description.one} By ${by}; null when there is none, or none for you.`,
    })
    byId(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg("id", () => ID) id: string): Promise<unknown> {
      return readOne(ctx, info, thing, id);
    }
  }
  return Lookups;
};
