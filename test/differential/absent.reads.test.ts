import { GraphQLField, GraphQLInputObjectType, getNamedType, getNullableType, isListType } from "graphql";
import { makeSchema } from "../../src/schema";
import { theBeginning, VIEWERS } from "./beginning";
import { expectAlike, isId, prefixMeant, Unseen, unseenBy } from "./hidden";
import { listen } from "./listening";
import { theSequel } from "./sequel";
import { ask, daysBefore, NOW, World, worldFrom } from "./world";

jest.setTimeout(120_000);

// What an answer says of a hidden thing it says of one that never was.

const schema = makeSchema();
const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
const subscriptions = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
let world: World;

beforeAll(async () => {
  world = await worldFrom(await theBeginning());
  await theSequel(world);
  daysBefore(0);
});
afterAll(async () => {
  await world.tandem.close();
  jest.useRealTimers();
});

/** Asks for a field once for each of several values, all in one query. */
const askEach = async (viewer: string, type: string, values: readonly unknown[], field: string): Promise<unknown[]> => {
  const declared = values.map((_, at) => `$v${at}: ${type}`).join(", ");
  const fields = values.map((_, at) => `r${at}: ${field.replaceAll("$v", `$v${at}`)}`).join(" ");
  const variables = Object.fromEntries(values.map((value, at) => [`v${at}`, value]));
  const { body } = await ask(world, viewer, `query (${declared}) { ${fields} }`, variables);
  expect(body.errors).toBeUndefined();
  return values.map((_, at) => body.data[`r${at}`]);
};

const byId = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.length === 1 && args.every((arg) => isId(arg) && !isListType(getNullableType(arg.type)));

describe.each(VIEWERS)("to %s", (viewer) => {
  let unseen: Unseen;
  beforeAll(async () => {
    unseen = await unseenBy(world, viewer);
  });

  test("every lookup finds nothing", async () => {
    const lookups = queries.filter(byId);
    expect(lookups.length).toBeGreaterThan(12);
    for (const { name, type } of lookups) {
      const of = getNamedType(type).name;
      const prefixes = of === "Node" ? ["asm", "trn", "evd", "com", "per", "ent"] : [prefixMeant("id", of)];
      const lookUp = (ids: readonly string[]) => askEach(viewer, "ID!", ids, `${name}(id: $v) { __typename id }`);
      for (const prefix of prefixes) {
        expect([name, await expectAlike(unseen, prefix, lookUp, of === "Node")]).toEqual([name, "null"]);
      }
    }
  });

  test("what changed of it is nothing", async () => {
    const year = `from: "${new Date(Date.parse(NOW) - 366 * 86_400_000).toISOString()}", to: "${NOW}"`;
    const changes = (ids: readonly string[]) =>
      askEach(viewer, "ID!", ids, `changes(about: $v, ${year}) { totalCount nodes { id } }`);
    for (const prefix of ["asm", "trn", "evd", "com", "per", "pai", "acc", "ent"]) {
      expect(await expectAlike(unseen, prefix, changes, true)).toBe('{"totalCount":0,"nodes":[]}');
    }
  });

  test("every filter by an edge finds nothing, and one that leaves it out leaves out nothing", async () => {
    let filters = 0;
    for (const { name, args } of queries) {
      const filter = args.find((arg) => arg.name === "filter")?.type;
      const fields = filter ? Object.values((getNamedType(filter) as GraphQLInputObjectType).getFields()) : [];
      for (const field of fields.filter(({ type }) => getNamedType(type).name === "IdComparison")) {
        const page = `${name}(filter: $v) { totalCount nodes { id } }`;
        const by = (condition: (id: string) => object) => (ids: readonly string[]) =>
          askEach(viewer, String(filter), ids.map(condition), page);
        const prefix = prefixMeant(field.name);
        const nothing = await expectAlike(
          unseen,
          prefix,
          by((id) => ({ [field.name]: { in: [id] } })),
        );
        expect([name, field.name, nothing]).toEqual([name, field.name, '{"totalCount":0,"nodes":[]}']);
        await expectAlike(
          unseen,
          prefix,
          by((id) => ({ not: { [field.name]: { eq: id } } })),
        );
        filters += 1;
      }
    }
    expect(filters).toBeGreaterThan(5);
  });

  test("every subscription begins, or does not, as about nothing", async () => {
    for (const { name, args } of subscriptions) {
      for (const arg of args.filter(isId)) {
        const query = `subscription ($id: ID!) { ${name}(${arg.name}: $id) { cursor } }`;
        const beginning = (ids: readonly string[]) =>
          Promise.all(
            ids.map(async (id) => {
              const { heard, stop } = await listen(world, viewer, { query, variables: { id } });
              stop();
              return heard;
            }),
          );
        const prefixes = arg.name === "about" ? ["asm", "trn", "evd", "com", "per"] : [prefixMeant(arg.name)];
        for (const prefix of prefixes) await expectAlike(unseen, prefix, beginning, arg.name === "about");
      }
    }
  });
});
