import { thingWithPrefix } from "../../src/graph/thing";
import { prefixOf } from "../../src/id";
import { makeSchema } from "../../src/schema";
import { Change } from "./changes";
import { PairOfWorlds } from "./pair-of-worlds";
import { oneOf, Roll, Vocabulary } from "./vocabulary";
import { wholeReadings } from "./whole";
import { Answer, Input, shapeOf, World } from "./world";

const RULE = "rule title met needed actual next because { text id node { __typename id } }";
const ERRORS = `errors { __typename code message path ... on Conflict { currentVersion }
  ... on RuleNotMet { rule { ${RULE} parts { ${RULE} parts { rule } } } } }`;

const { fieldsOf } = wholeReadings(makeSchema());

/** A mutation as a document: all of its errors, and the thing's own fields. */
export const documentOf = (world: World, mutation: string): string => {
  const { input, thing, type } = shapeOf(world, mutation);
  return `mutation Act($input: ${input.name}!) { done: ${mutation}(input: $input) { ${thing} { ${fieldsOf(type)} } ${ERRORS} cursor } }`;
};

/** The version of whatever an input names first, in the first of these worlds that has it. */
const versionNow = async (input: Input, ...worlds: readonly World[]): Promise<number> => {
  const [first] = Object.values(input);
  const thing = thingWithPrefix(prefixOf(String(first)) ?? "");
  if (!thing) return 1;
  for (const { tandem } of worlds) {
    const [row] = await tandem.db.rows(`SELECT * FROM \`${thing.table}\` WHERE id = ?`, [first as string]);
    if (row?.version !== undefined) return Number(row.version);
  }
  return 1;
};

/** An input with the version to name, where its type has one. */
export const versioned = (
  world: World,
  { mutation, input }: Pick<Change, "mutation" | "input">,
  version: number,
): Input =>
  shapeOf(world, mutation).input.getFields().expectedVersion ? { ...input, expectedVersion: version } : input;

/** Tries a change in both worlds. Its version is the one that is there unless told; a field may be left unread. */
export const changesIn = async (
  { one, other, ask }: PairOfWorlds,
  change: Change,
  { version, unread = "" }: { version?: number; unread?: string } = {},
): ReturnType<PairOfWorlds["ask"]> => {
  const input = versioned(one, change, version ?? (await versionNow(change.input, one, other)));
  return ask({ query: documentOf(one, change.mutation).replace(` ${unread} `, " "), variables: { input } });
};

/** The same input with other ids of the same types, here and there. */
export const varied = (roll: Roll, words: Vocabulary, input: Input): Input => {
  const vary = (value: unknown): unknown => {
    if (typeof value === "string") {
      const prefix = prefixOf(value);
      return prefix && roll() < 0.6 ? words.id(prefix) : value;
    }
    if (Array.isArray(value)) return value.map(vary);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, vary(inner)]));
  };
  return vary(input) as Input;
};

export const some = <T>(roll: Roll, count: number, among: readonly T[]): T[] =>
  Array.from({ length: count }, () => oneOf(roll, among));

/** How a change was answered, in a word: for the count of what was tried. */
export const outcomeOf = ({ body }: Answer): string =>
  body.errors?.[0]?.extensions.code ?? body.data.done.errors[0]?.code ?? "DONE";
