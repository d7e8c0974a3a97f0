import type { Database } from "../../src/database/database";
import { Ask } from "../graph/asking";

/** How things stand, by id: each in the form of its snapshot. */
export type Standing = Readonly<Record<string, unknown>>;

const TRAINEE = {
  present: "standing cohort { reference } enrolledOn pair { reference } readiness { met parts { rule met } }",
  past: "standing cohort enrolledOn pair ready rules { rule met } erased",
};
const DATES = "commissionedOn startedOn targetOn late pausedOn pausedUntil qualityPassed qualityRecordedOn";
const REVIEW = `stage reviewKind format sector practice ${DATES} boardResponse publication publicationAddress`;
const COMMISSION = {
  present: `${REVIEW} board { reference } pair { reference }`,
  past: `${REVIEW} board pair erased`,
};
const DAYS = "standing accreditedOn yearFrom reviewDueOn lapsesOn lapsedOn conditionsUntil withdrawnOn restoredOn";
const ACCREDITATION = { present: DAYS, past: `${DAYS} erased` };

const OF = { Trainee: TRAINEE, Commission: COMMISSION, Accreditation: ACCREDITATION } as const;
const TABLES = { Trainee: "trainee", Commission: "commission", Accreditation: "accreditation" } as const;
type Type = keyof typeof OF;

// biome-ignore lint/suspicious/noExplicitAny: a row of any of the three.
type Node = any;

/** The present of a thing in the form of its snapshot. */
const inForm = ({ __typename, id, cohort, pair, board, readiness, ...rest }: Node): unknown => {
  const called = (edge: Node) => edge?.reference ?? null;
  const more: Record<Type, () => object> = {
    Trainee: () => ({
      ...{ cohort: called(cohort), pair: called(pair), ready: readiness?.met ?? null },
      rules: readiness?.parts.map(({ rule, met }: Node) => ({ rule, met })) ?? null,
    }),
    Commission: () => ({ board: called(board), pair: called(pair) }),
    Accreditation: () => ({}),
  };
  return { ...rest, ...more[__typename as Type](), erased: false };
};

const idsOf = async (db: Database): Promise<string[]> => {
  const found = await Promise.all(
    Object.values(TABLES).map((table) => db.rows(`SELECT id FROM \`${table}\` ORDER BY id`)),
  );
  return found.flat().map(({ id }) => id as string);
};

const AT_ONCE = 50;

const read = async (
  db: Database,
  ask: Ask,
  selection: (type: Type) => string,
  variables: Record<string, unknown> = {},
): Promise<Node[]> => {
  const ids = await idsOf(db);
  const nodes: Node[] = [];
  const head = variables.at ? "$at: DateTime!, " : "";
  const each = (Object.keys(OF) as Type[]).map((type) => `... on ${type} { id ${selection(type)} }`);
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const { data, errors } = await ask(
      `query (${head}$ids: [ID!]!) { nodes(ids: $ids) { __typename ${each.join(" ")} } }`,
      { ...variables, ids: ids.slice(from, from + AT_ONCE) },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    nodes.push(...data.nodes.filter((node: Node) => node !== null));
  }
  return nodes;
};

/** How every trainee, commission and accreditation that somebody sees stands now. Fields of one name get one alias each. */
export const standingNow = async (db: Database, ask: Ask): Promise<Standing> => {
  const nodes = await read(db, ask, (type) => aliased(type, OF[type].present));
  return Object.fromEntries(nodes.map((node) => [node.id, inForm(plain(node))]));
};

/** How each of those stood at a moment, by `asOf`; null for what was not there. */
export const standingAt = async (db: Database, ask: Ask, at: Date): Promise<Standing> => {
  const nodes = await read(db, ask, (type) => `${type}: asOf(at: $at) { ${OF[type].past} }`, { at: at.toISOString() });
  return Object.fromEntries(nodes.map((node) => [node.id, node[node.__typename]]));
};

/** Two types may have a field of one name and of different forms: under one interface each needs a name of its own. */
const aliased = (type: Type, selection: string): string =>
  selection.replaceAll(/\b(standing|pair|board|cohort)\b(?=( \{)?)/g, `${type}_$1: $1`);

const plain = (node: Node): Node =>
  Object.fromEntries(Object.entries(node).map(([name, value]) => [name.replace(/^[A-Z]\w*_/, ""), value]));
