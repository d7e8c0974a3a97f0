import type { GraphQLSchema } from "graphql";
import type { Database, Row } from "../../src/database/database";
import { leaks } from "./leaks";
import { changesBetween, entriesIn, tablesOf } from "./tables";
import { misplaced, untold } from "./told";

/** Watches a piece of work, done by one person, or by nobody: what it changed, its entries, and what is amiss with these. */
export const watching =
  (db: Database, schema: GraphQLSchema) => async (by: string | null, work: () => Promise<unknown>) => {
    const [before, earlier] = [await tablesOf(db), await entriesIn(db)];
    await work();
    const after = await tablesOf(db);
    const entries = (await entriesIn(db)).slice(earlier.length);
    const changes = changesBetween(before, after);
    const rowOf = (table: string, id: string): Row | undefined => after.get(table)?.get(id);
    const faults = [
      ...untold(changes, entries, earlier),
      ...misplaced(entries, by, earlier, rowOf),
      ...leaks(schema, changes, entries),
    ];
    return { faults, changes, entries };
  };
