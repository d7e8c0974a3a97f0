import { GraphQLObjectType, GraphQLSchema } from "graphql";
import type { Database } from "../../../src/database/database";
import { Transaction, transact } from "../../../src/mutation/transact";
import { loadScopes } from "../../../src/scope/load";
import { PUBLIC } from "../../../src/scope/scope";
import type { Room } from "../../../src/transport/room";
import { daysAgo } from "../../support/story.beginning";
import { Ask, askingOn } from "../room";

/** What was made or changed. */
export interface Made {
  readonly id: string;
  readonly version: number;
}

/** Acts on the API as somebody, so many days ago; refuses to go on when it is refused. Answers with the thing. */
export type Act = (by: string, mutation: string, input: Record<string, unknown>) => Promise<Made>;

export interface Stage {
  readonly db: Database;
  readonly room: Room;
  /** The day of the story, as how many days ago it was. */
  on(ago: number): void;
  readonly act: Act;
  /** What no act makes yet, written on that day with its entries. */
  readonly tell: (work: (tx: Transaction) => Promise<unknown>) => Promise<void>;
  readonly version: (table: string, id: string) => Promise<number>;
}

const thingOf = (schema: GraphQLSchema, mutation: string): { field: string; versioned: boolean } => {
  const payload = schema.getMutationType()?.getFields()[mutation]?.type;
  const fields = (schema.getType(String(payload).replace("!", "")) as GraphQLObjectType).getFields();
  const field = Object.keys(fields).find((name) => name !== "errors" && name !== "cursor") as string;
  const thing = fields[field]?.type as GraphQLObjectType;
  return { field, versioned: "version" in thing.getFields() };
};

export const inputTypeOf = (mutation: string): string => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

/** Where the world of the matrix is made: by acts on the API, each on its day. */
export const stageIn = (db: Database, room: Room): Stage => {
  let ago = 0;
  const as = async (personId: string): Promise<Ask> => {
    const scope = (await loadScopes(db, [personId])).get(personId) ?? PUBLIC;
    return askingOn(
      room,
      { personId, scope, issuedAt: null, expiresAt: null },
      new Date(`${daysAgo(ago)}T09:30:00.000Z`),
    );
  };
  return {
    db,
    room,
    on: (days) => {
      ago = days;
    },
    act: async (by, mutation, input) => {
      const { field, versioned } = thingOf(room.schema, mutation);
      const { data, errors } = await (await as(by))(
        `mutation ($input: ${inputTypeOf(mutation)}!) { done: ${mutation}(input: $input) {
          ${field} { id ${versioned ? "version" : ""} } errors { code message path } } }`,
        { input },
      );
      const fault = errors?.[0]?.message ?? data.done.errors.map((one: object) => JSON.stringify(one)).join(" ");
      if (fault) throw new Error(`${mutation}, ${ago} days ago, was refused: ${fault} ${JSON.stringify(input)}`);
      return data.done[field] ?? { id: "", version: 0 };
    },
    tell: async (work) => {
      const now = new Date(`${daysAgo(ago)}T09:30:00.000Z`);
      const ctx = {
        db,
        log: room.log,
        personId: null,
        scope: PUBLIC,
        now,
        opened: new Set<string>(),
        loaders: new Map(),
      };
      await transact(ctx, null, async (tx) => {
        await work(tx);
        return "";
      });
    },
    version: async (table, id) =>
      Number((await db.rows(`SELECT version FROM \`${table}\` WHERE id = ?`, [id]))[0]?.version),
  };
};
