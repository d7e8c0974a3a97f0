import { GraphQLArgument, getNamedType } from "graphql";
import { thingNamed, thingWithPrefix } from "../../src/graph/thing";
import { newId, prefixOf } from "../../src/id";
import { nameMeant } from "./operations";
import { idsIn, snapshotOf } from "./snapshot";
import { ask, idOf, World } from "./world";

// That a thing is hidden `nodes` says here, and others prove; every other road must agree.

/** Names of things by which nothing is found, for one viewer. */
export interface Unseen {
  /** Of one type, by its prefix: ids of hidden things, and the references of those that have one. */
  hidden(prefix: string): string[];
  /** Ids of nothing: one never given, some that none could be and, unless any type is meant, the id of another. */
  absent(prefix: string, ofAnyType: boolean): string[];
}

export const unseenBy = async (world: World, viewer: string): Promise<Unseen> => {
  const snapshot = await snapshotOf(world.tandem.db);
  const ids = [...idsIn(snapshot)].filter((id) => thingWithPrefix(prefixOf(id) ?? ""));
  const unseen = new Set<string>();
  for (let from = 0; from < ids.length; from += 100) {
    const some = ids.slice(from, from + 100);
    const { body } = await ask(world, viewer, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: some });
    for (const [at, id] of some.entries()) if (body.data.nodes[at] === null) unseen.add(id);
  }
  return {
    hidden: (prefix) => {
      const thing = thingWithPrefix(prefix);
      const rows = (snapshot.get(thing?.table ?? "") ?? []).filter(({ id }) => unseen.has(id as string));
      // The first and the last: from the beginning and, where there is one, from the sequel.
      const two = rows.length > 1 ? [rows[0], rows.at(-1)] : rows;
      return two.flatMap((row) => (thing?.referenced ? [row?.id, row?.reference] : [row?.id]) as string[]);
    },
    absent: (prefix, ofAnyType) => {
      const other = idOf(world.known, prefix === "prg" ? "course day 1" : "programme");
      return [newId(prefix), `${prefix}_x`, "nothing", ...(ofAnyType ? [] : [other])];
    },
  };
};

/** The prefix of what an argument or field names; `about` is the type it answers with, where its own name says nothing. */
export const prefixMeant = (name: string, about = ""): string =>
  thingNamed(nameMeant(name))?.prefix ?? thingNamed(about)?.prefix ?? "";

export const isId = ({ type }: Pick<GraphQLArgument, "type">): boolean => getNamedType(type).name === "ID";

/** What an answer says, but for the id that the client itself sent. */
const said = (answer: unknown, sent: string): string => JSON.stringify(answer).replaceAll(JSON.stringify(sent), '"@"');

/** Expects one answer to all that is not there and all that is hidden; answers with it. */
export const expectAlike = async (
  { hidden, absent }: Unseen,
  prefix: string,
  answersTo: (ids: readonly string[]) => Promise<readonly unknown[]>,
  ofAnyType = false,
): Promise<string> => {
  const ids = [...absent(prefix, ofAnyType), ...hidden(prefix)];
  const answers = await answersTo(ids);
  const [expected, ...others] = ids.map((id, at) => said(answers[at], id));
  for (const [at, answer] of others.entries()) expect([ids[at + 1], answer]).toEqual([ids[at + 1], expected]);
  return expected as string;
};
