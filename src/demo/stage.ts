import { execute, GraphQLSchema, parse } from "graphql";
import type { Context } from "../context";
import type { Database } from "../database/database";
import { thingWithPrefix } from "../graph/thing";
import { prefixOf } from "../id";
import { Log } from "../log/log";
import { loadScopes } from "../scope/load";
import { PUBLIC } from "../scope/scope";

/** Where the demo's story is played: its acts are mutations of the API, on the days they happened. */
export interface Stage {
  readonly schema: GraphQLSchema;
  readonly db: Database;
  readonly log: Log;
  /** Where it will be served, where that is known before. */
  readonly publicUrl?: string;
}

type Input = Record<string, unknown>;

/** One act: who did what on which day. The input is made when its time has come, from what is there by then. */
export interface Act {
  readonly day: string;
  readonly by: string;
  readonly mutation: string;
  readonly input: () => Input | Promise<Input>;
  /** What the thing it made is called in the story. */
  readonly as?: string;
}

/** What is told without an account: by whoever has nothing but a link of their own, or from before the records. */
export interface Told {
  readonly day: string;
  readonly tells: (nobody: Context) => Promise<void>;
}

/** What the story's names stand for: ids, by name, and the links that were issued. */
export type Known = Map<string, string>;

const nameOf = (mutation: string): string => mutation.charAt(0).toUpperCase() + mutation.slice(1);

const documentFor = (schema: GraphQLSchema, mutation: string): string => {
  const payload = schema.getType(`${nameOf(mutation)}Payload`) as { getFields(): Record<string, unknown> } | undefined;
  const fields = Object.keys(payload?.getFields() ?? {});
  const thing = fields.find((field) => field !== "errors" && field !== "cursor");
  const link = fields.includes("link") ? "link" : "";
  return `mutation ($input: ${inputTypeOf(schema, mutation)}!) { done: ${mutation}(input: $input) { thing: ${thing} { id } ${link} errors { message path } } }`;
};

const inputTypeOf = (schema: GraphQLSchema, mutation: string): string => {
  const field = schema.getMutationType()?.getFields()[mutation];
  return String(field?.args[0]?.type).replace("!", "");
};

/** The version of a thing as it is now. */
export const versionOf = async (db: Database, id: string): Promise<number> => {
  const thing = thingWithPrefix(prefixOf(id) ?? "");
  const [row] = await db.rows(`SELECT version FROM \`${thing?.table}\` WHERE id = ?`, [id]);
  return Number(row?.version);
};

/** The context of a person on a day of the story, at ten in the morning. */
export const contextOn = async ({ db, log, publicUrl }: Stage, personId: string, day: string): Promise<Context> => {
  const scope = (await loadScopes(db, [personId])).get(personId);
  if (!scope) throw new Error(`${personId} is not known.`);
  const now = new Date(`${day}T10:00:00Z`);
  const served = publicUrl === undefined ? {} : { publicUrl };
  return { db, log, personId, scope, now, ...served, opened: new Set(), loaders: new Map() };
};

/** The context of whoever is not signed in, on a day of the story. */
const nobodyOn = ({ db, log }: Stage, day: string): Context => ({
  ...{
    db,
    log,
    personId: null,
    scope: PUBLIC,
    now: new Date(`${day}T10:00:00Z`),
    opened: new Set(),
    loaders: new Map(),
  },
});

/** Plays the acts in the order of their days. Any refusal is a fault of the story. */
export const play = async (stage: Stage, known: Known, acts: readonly (Act | Told)[]): Promise<void> => {
  const inOrder = [...acts].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  for (const act of inOrder) {
    if ("tells" in act) {
      await act.tells(nobodyOn(stage, act.day));
      continue;
    }
    const { day, by, mutation, input, as } = act;
    const contextValue = await contextOn(stage, idOf(known, by), day);
    const variableValues = { input: await input() };
    const document = parse(documentFor(stage.schema, mutation));
    const { data, errors } = await execute({ schema: stage.schema, document, variableValues, contextValue });
    const done = data?.done as
      | { thing: { id: string } | null; link?: string | null; errors: { message: string; path: string[] }[] }
      | undefined;
    const fault =
      errors?.[0]?.message ?? done?.errors.map(({ message, path }) => `${path.join(".")} ${message}`).join(" ");
    if (fault) throw new Error(`The demo's ${mutation} by ${by} on ${day} was refused: ${fault}`);
    if (as && done?.thing) known.set(as, done.thing.id);
    if (as && done?.link) known.set(`link of ${as}`, done.link);
  }
};

export const idOf = (known: Known, name: string): string => {
  const id = known.get(name);
  if (!id) throw new Error(`The demo knows nothing called "${name}".`);
  return id;
};
