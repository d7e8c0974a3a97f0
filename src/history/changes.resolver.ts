import { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, ID, Info, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../context";
import { readList } from "../graph/pages";
import { visible } from "../graph/rows";
import { DateTime } from "../graph/scalars";
import { thingWithPrefix } from "../graph/thing";
import { prefixOf } from "../id";
import { entries } from "../log/entry.entity";
import { badInput } from "../operation/errors";
import { AUDIENCE, NEVER, Sql } from "../scope/condition";
import { stored } from "../time";

/** So many days may lie between `from` and `to`: a year of any length. */
const MOST_DAYS = 366;

@ArgsType()
class ChangesArgs {
  @Field(() => ID, {
    description:
      "What changed: a thing of any kind by its id, or a trainee, pair, commission, board or person concerned.",
  })
  about!: string;

  @Field(() => DateTime, { description: "The first moment that is meant." })
  from!: Date;

  @Field(() => DateTime, {
    description: `The first moment that is not meant any more: after \`from\`, and at most ${MOST_DAYS} days after it.`,
  })
  to!: Date;

  @Field(() => Int, { nullable: true, description: "How many from the start: 1 to 100; 20 unless told." })
  first?: number;

  @Field(() => String, { nullable: true, description: "Only what follows this place." })
  after?: string;

  @Field(() => Int, { nullable: true, description: "How many from the end, instead of `first`: 1 to 100." })
  last?: number;

  @Field(() => String, { nullable: true, description: "Only what precedes this place." })
  before?: string;
}

@Resolver()
export class ChangesResolver {
  @Query(() => entries.Connection, {
    description:
      "What changed of a thing between two moments, by whom and why, the oldest first: the entries about it that you may see. None where the thing is not there, or not yours to see.",
  })
  async changes(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ChangesArgs) { about, from, to, ...page }: ChangesArgs,
  ): Promise<unknown> {
    refuseWindow(from, to);
    const among = (await isThere(ctx, about)) ? [...aboutIt(about), ...between(from, to)] : [NEVER];
    return readList(ctx, info, entries, { ...page, orderBy: "OLDEST_FIRST" }, among);
  }
}

const refuseWindow = (from: Date, to: Date): void => {
  if (from >= to) throw badInput("`from` is not before `to`.");
  if (to.getTime() - from.getTime() > MOST_DAYS * 86_400_000) {
    throw badInput(`\`to\` is more than ${MOST_DAYS} days after \`from\`: ask for a part of that.`);
  }
};

/** Whether the viewer sees such a thing: of what is hidden nothing is told, as of what never was. */
const isThere = async (ctx: Context, id: string): Promise<boolean> => {
  const thing = thingWithPrefix(prefixOf(id) ?? "");
  if (!thing) return false;
  const { sql, values } = visible(ctx, thing);
  const [found] = await ctx.db.rows(`SELECT t.id FROM \`${thing.table}\` t WHERE t.id = ? AND ${sql}`, [id, ...values]);
  return found !== undefined;
};

/** What happened to a thing, or in its matter, as the feed has it. */
const aboutIt = (id: string): Sql[] => {
  const columns = ["subjectId", ...AUDIENCE];
  return [{ sql: `(${columns.map((column) => `t.\`${column}\` = ?`).join(" OR ")})`, values: columns.map(() => id) }];
};

const between = (from: Date, to: Date): Sql[] => [
  { sql: "t.at >= ? AND t.at < ?", values: [stored(from), stored(to)] },
];
