import type { Database } from "../../src/database/database";
import type { Room } from "../../src/transport/room";
import { openTestDatabase } from "../support/database";
import { Cells } from "./cells";
import { Ask, asking, introspected, openRoom } from "./room";
import { Selections } from "./selection";
import { Sight, World } from "./sight";
import { theWorldIsMade } from "./truth/history";
import { grouped, Row, Truth } from "./truth/truth";
import { stageIn } from "./world/stage";
import { VIEWERS } from "./world/viewers";
import { TheWorld, theWorld } from "./world/world";

/** Somebody who looks, and what they must see. */
export interface Viewer {
  readonly name: string;
  readonly personId: string | null;
  readonly ask: Ask;
  readonly sight: Sight;
}

/** All that the roads go through. */
export interface Matrix {
  readonly db: Database;
  readonly room: Room;
  readonly made: TheWorld;
  readonly cells: Cells;
  readonly world: World;
  readonly viewers: readonly Viewer[];
}

const READINESS = `readiness { rule title phrase met needed actual next because { id text } parts {
  rule title phrase met needed actual next because { id text } parts { rule } } }`;

/** The world as it is now. */
export const worldNow = async (db: Database, room: Room, lead: string, selections: Selections): Promise<World> => {
  const truth = await Truth.read(async (sql) => (await db.rows(sql)) as unknown as Row[]);
  const { data } = await (await asking(room, lead))(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Trainee { id ${READINESS} } } }`,
    { ids: truth.ids("Trainee") },
  );
  return { truth, selections, readiness: new Map(data.nodes.map((node: Told) => [node.id, node.readiness])) };
};
interface Told {
  readonly id: string;
  readonly readiness: unknown;
}

/** Opens the matrix over a world that is made for it. */
export const openMatrix = async (): Promise<Matrix> => {
  const db = await openTestDatabase();
  const room = await openRoom(db);
  const made = await theWorld(stageIn(db, room));
  theWorldIsMade();
  await room.hub.start();
  const selections = new Selections(await introspected(room));
  const world = await worldNow(db, room, made.people.Lee, selections);
  const viewers = await Promise.all(
    Object.entries(VIEWERS).map(async ([name, who]): Promise<Viewer> => {
      const personId = who && made.people[who];
      return { name, personId, ask: await asking(room, personId), sight: new Sight(world, personId) };
    }),
  );
  return { db, room, made, cells: new Cells(), world, viewers };
};

/** Goes a road as every viewer, the leads first, whose places the others try; every cell of it must hold. */
export const goAll = async (matrix: Matrix, road: Road): Promise<void> => {
  const leadsFirst = matrix.viewers.toSorted((a, b) => Number(b.sight.standing.lead) - Number(a.sight.standing.lead));
  for (const viewer of leadsFirst) await road(matrix, viewer);
  allHold(matrix);
};
export type Road = (matrix: Matrix, viewer: Viewer) => Promise<void>;

const MOST_TOLD = 40;

/** Fails with the cells that did not hold since the last time it was asked. */
export const allHold = ({ cells }: Matrix): void => {
  const failures = cells.failures.splice(0);
  const told = failures.slice(0, MOST_TOLD).join("\n");
  if (failures.length > 0) throw new Error(`${failures.length} cells do not hold:\n${told}`);
};

/** How many cells there were, by road. */
export const summary = ({ cells, viewers }: Matrix, since: number): string => {
  const roads = [...cells.byRoad].map(([road, count]) => `${road} ${count.toLocaleString("en-GB")}`);
  const seconds = Math.round((performance.now() - since) / 1000);
  const count = `${viewers.length} viewers, ${cells.seen.size} fields, ${cells.count.toLocaleString("en-GB")} cells`;
  return `matrix: ${count} in ${seconds} s (${roads.join(", ")})\n`;
};

/**
 * Some things of a type, from its first to its last; of entries the first and the last of each kind. For roads where
 * each costs a request's time: all of them are looked at by `nodes`, and all entries by the messages of the feed too.
 */
export const someOf = ({ world: { truth } }: Matrix, type: string, most = 8): string[] => {
  const ids = truth.ids(type);
  if (type !== "Entry") return ids.filter((_, index) => index % Math.ceil(ids.length / most) === 0);
  const kinds = [...grouped(truth.all(type), ({ kind }) => kind).values()];
  return [...new Set(kinds.flatMap((rows) => [rows[0]?.id, rows.at(-1)?.id]))] as string[];
};

export const closeMatrix = async ({ db, room }: Matrix): Promise<void> => {
  await room.hub.stop();
  await db.close();
};

/** How many things may be asked for at once with a selection. */
const sizes = new Map<string, number>();

/** Asks for things by their ids, as many at once as the limits allow; answers in their order. */
export const gather = async ({ ask }: Viewer, selection: string, ids: readonly string[]): Promise<unknown[]> => {
  const found: unknown[] = [];
  while (found.length < ids.length) {
    const size = sizes.get(selection) ?? 100;
    const some = ids.slice(found.length, found.length + size);
    const { data, errors } = await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${selection} } }`, { ids: some });
    if (errors?.[0]?.extensions?.code === "LIMIT_EXCEEDED" && size > 1) sizes.set(selection, Math.floor(size * 0.6));
    else if (errors) throw new Error(errors.map(({ message }) => message).join(" "));
    else found.push(...data.nodes);
  }
  return found;
};

/** One of many root fields to be asked at once; `$name` in it stands for a variable of its own. */
export interface Asked {
  readonly field: string;
  readonly variables: Readonly<Record<string, readonly [type: string, value: unknown]>>;
}

/** Asks many root fields, as many at once as the limits allow; answers in their order. */
export const askMany = async ({ ask }: Viewer, asked: readonly Asked[]): Promise<unknown[]> => {
  const answers: unknown[] = [];
  const kind = asked[0]?.field.split("(")[0] ?? "";
  while (answers.length < asked.length) {
    const size = sizes.get(kind) ?? MOST_ROOT_FIELDS;
    const some = asked.slice(answers.length, answers.length + size);
    const given = some.flatMap(({ variables }, index) =>
      Object.entries(variables).map(([name, [type, value]]) => ({ name: `${name}${index}`, type, value })),
    );
    const fields = some.map(({ field }, index) => `a${index}: ${field.replaceAll(/\$(\w+)/g, `$$$1${index}`)}`);
    const head = given.length > 0 ? `(${given.map(({ name, type }) => `$${name}: ${type}`).join(", ")})` : "";
    const { data, errors } = await ask(
      `query ${head} { ${fields.join(" ")} }`,
      Object.fromEntries(given.map(({ name, value }) => [name, value])),
    );
    if (errors?.[0]?.extensions?.code === "LIMIT_EXCEEDED" && size > 1) sizes.set(kind, Math.floor(size * 0.6));
    else if (errors) throw new Error(errors.map(({ message }) => message).join(" "));
    else answers.push(...some.map((_, index) => data[`a${index}`]));
  }
  return answers;
};

const MOST_ROOT_FIELDS = 20;
