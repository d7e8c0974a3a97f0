import { GraphQLInputObjectType, GraphQLObjectType, getNamedType } from "graphql";
import { AccessLog } from "../../src/access/access-log";
import { versionOf } from "../../src/demo/stage";
import { openTestDatabase } from "../support/database";
import { startTandem, Tandem, tokenFor } from "../support/tandem";
import { restore, Snapshot } from "./snapshot";

/** The moment everybody asks. Both worlds live by one clock that stands still, so that no time needs to be masked. */
export const NOW = "2018-03-14T12:00:00.000Z";
const DAY_MS = 86_400_000;

/** Only the clock: sockets, pools and the hub go on with real timers. */
const REAL = [
  ...["hrtime", "nextTick", "performance", "queueMicrotask", "setImmediate", "clearImmediate"],
  ...["setInterval", "clearInterval", "setTimeout", "clearTimeout"],
] as const;

/** Sets the clock to so many days before the moment everybody asks. */
export const daysBefore = (days: number): void => {
  jest.useFakeTimers({ now: Date.parse(NOW) - days * DAY_MS, doNotFake: REAL as never });
};

/** What the names of a story stand for: ids, by name. People have their first names. */
export type Known = ReadonlyMap<string, string>;

/** A complete programme, served. */
export interface World {
  readonly tandem: Tandem;
  readonly known: Known;
}

/** A request's answer as a client of HTTP gets it, but for the `date` of its headers. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers to generated operations have any shape.
  readonly body: any;
  readonly headers: Record<string, unknown>;
}

/** What came before, told to an end of its own. */
export interface Beginning {
  readonly snapshot: Snapshot;
  readonly known: Known;
}

/**
 * A world of its own that begins as told. It keeps no access log: openings are gathered for a second of the real clock,
 * and how many fall into one differs from run to run (test/access proves who may see them).
 */
export const worldFrom = async ({ snapshot, known }: Beginning): Promise<World> => {
  const db = await openTestDatabase();
  await restore(db, snapshot);
  jest.spyOn(AccessLog.prototype, "opened").mockReturnValue(undefined);
  // One address for both worlds: theirs would differ by the port, and with it every address of a document.
  const tandem = await startTandem({ db, config: { publicUrl: "http://tandem.example" } });
  return { tandem: { ...tandem, close: () => tandem.close().then(() => db.close()) }, known };
};

export const idOf = (known: Known, name: string): string => {
  const id = known.get(name);
  if (!id) throw new Error(`The story knows nothing called "${name}".`);
  return id;
};

/** Who is meant by a first name or, where they are not of the cast, by their id. */
export const personOf = (known: Known, viewer: string): string =>
  viewer.startsWith("per_") ? viewer : idOf(known, viewer);

/** Somebody asks, over HTTP; "public" has no token. */
export const ask = async (
  { tandem, known }: World,
  viewer: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> => {
  const authorization =
    viewer === "public" ? {} : { authorization: `Bearer ${await tokenFor(personOf(known, viewer))}` };
  const {
    statusCode,
    headers: { date: _, ...headers },
    payload,
  } = await tandem.app.server.inject({
    method: "POST",
    url: "/graphql",
    headers: { "content-type": "application/json", ...authorization },
    payload: { query, variables },
  });
  return { status: statusCode, body: JSON.parse(payload), headers };
};

export type Input = Record<string, unknown>;

/** What a mutation takes, and the thing it answers with: under which name, and of which type. */
export const shapeOf = ({ tandem }: World, mutation: string) => {
  const field = tandem.app.room.schema.getMutationType()?.getFields()[mutation];
  if (!field?.args[0]) throw new Error(`There is no mutation ${mutation}.`);
  const input = getNamedType(field.args[0].type) as GraphQLInputObjectType;
  const fields = (getNamedType(field.type) as GraphQLObjectType).getFields();
  const thing = Object.keys(fields).find((name) => name !== "errors" && name !== "cursor") as string;
  return { input, thing, type: getNamedType(fields[thing]?.type)?.name as string };
};

/** A change that must be done; the version it names is that of the first thing in its input. Answers the thing's id. */
export const act = async (world: World, by: string, mutation: string, given: Input): Promise<string> => {
  const { input: type, thing } = shapeOf(world, mutation);
  const [first] = Object.values(given);
  const input = type.getFields().expectedVersion
    ? { ...given, expectedVersion: await versionOf(world.tandem.db, first as string) }
    : given;
  const query = `mutation ($input: ${type.name}!) { done: ${mutation}(input: $input) { ${thing} { id } errors { message path } } }`;
  const { body } = await ask(world, by, query, { input });
  const id = body.data?.done?.[thing]?.id;
  if (body.errors || body.data.done.errors.length > 0) {
    throw new Error(`${by} was refused ${mutation}: ${JSON.stringify(body)}`);
  }
  return id;
};
