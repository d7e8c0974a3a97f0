import type { Value } from "../../src/database/database";
import { act, daysBefore, Input, idOf, World } from "./world";

type Columns = Readonly<Record<string, Value>>;

/** How a difference is told in the one world that has it. */
export interface Telling {
  id(name: string): string;
  /** Somebody does something through the API: the id of its thing. */
  does(by: string, mutation: string, input: Input): Promise<string>;
  /** Something stands otherwise than it was told: for what no mutation changes, or only with a version that is seen. */
  otherwise(table: string, which: Columns, columns: Columns): Promise<void>;
  /** The same of the facts in the entries of one kind about one trainee. */
  otherwiseSaid(kind: string, trainee: string, from: string, to: string): Promise<void>;
}

/** Something that one world has and the other has not. */
export interface Difference {
  readonly what: string;
  readonly tell: (telling: Telling) => Promise<unknown>;
  /** Who may tell the worlds apart by it, by first name. From everybody else it is hidden. */
  readonly seenBy: string;
}

/** Tells what a world differs in. */
export const tell = async (world: World, { tell: told }: Difference): Promise<void> => {
  daysBefore(2);
  const { source } = world.tandem.db;
  const id = (name: string) => idOf(world.known, name);
  await told({
    id,
    does: (by, mutation, input) => act(world, by, mutation, input),
    otherwise: async (table, which, columns) => {
      const equal = (of: Columns, word: string) =>
        Object.keys(of)
          .map((column) => `\`${column}\` = ?`)
          .join(word);
      const values = [...Object.values(columns), ...Object.values(which)];
      await source.query(`UPDATE \`${table}\` SET ${equal(columns, ", ")} WHERE ${equal(which, " AND ")}`, values);
    },
    otherwiseSaid: async (kind, trainee, from, to) => {
      const about = [from, to, kind, id(`trainee ${trainee}`)];
      await source.query("UPDATE entry SET facts = REPLACE(facts, ?, ?) WHERE kind = ? AND traineeId = ?", about);
    },
  });
};
