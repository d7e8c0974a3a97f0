import { FieldNode, GraphQLBoolean, GraphQLObjectType, GraphQLResolveInfo, getNamedType } from "graphql";
import { collectSubfields } from "graphql/execution/collectFields";
import { getArgumentValues } from "graphql/execution/values";
import { Sql } from "../scope/condition";
import { RowName } from "../scope/table";
import { FieldRead } from "./fields";
import { PageArgs } from "./listing";
import { plans } from "./planned";
import { ITS_OWN, Thing, thingNamed } from "./thing";

/** What of the executor's info a plan is made from. */
export type Asked = Pick<GraphQLResolveInfo, "schema" | "fragments" | "variableValues">;

/** An edge that a selection follows, and what it wants of the far side. */
export interface Step {
  readonly read: Exclude<FieldRead, { kind: "computed" | "loaded" }>;
  /** Where the answer is put on the parent's row. */
  readonly slot: string;
  /** The row of the table to hold for the parent before the edge is followed; null when the parent's own suffices. */
  readonly guard: RowName | null;
  readonly args: PageArgs;
  /** Of a list: which of its rows are meant. */
  readonly among: readonly Sql[];
  readonly fields: readonly FieldNode[];
  readonly type: GraphQLObjectType | null;
}

/** An edge to one thing by its id, read in the same statement as its parents. */
export interface Join {
  /** What the target's table is called in that statement. */
  readonly alias: string;
  readonly slot: string;
  readonly guard: RowName | null;
  readonly key: string;
  readonly level: Level;
}

/** What a selection wants of the rows of one thing. */
export interface Level {
  readonly thing: Thing;
  readonly columns: ReadonlySet<string>;
  /** Whether reading these rows opens something: see `Thing`. */
  readonly opens: boolean;
  /** Columns of yes and no, which databases hold as 1 and 0. */
  readonly flags: readonly string[];
  readonly joins: readonly Join[];
  /** Fields that fall under another row of the table than their thing: hidden where it does not hold. */
  readonly hidden: readonly { slot: string; guard: RowName }[];
  readonly steps: readonly Step[];
}

/** The guards that are asked of each row of a level. */
export const guardsIn = ({ hidden, joins, steps }: Level): RowName[] => [
  ...new Set([...hidden, ...joins, ...steps].map(({ guard }) => guard).filter((guard) => guard !== null)),
];

const slots = new Map<string, string>();

/** Where the answer of a field is put on its parent's row. The same text for the same name: it is asked of every row. */
export const slotOf = (node: FieldNode): string => {
  const name = node.alias?.value ?? node.name.value;
  const known = slots.get(name);
  if (known) return known;
  const slot = `@${name}`;
  if (slots.size < 10_000) slots.set(name, slot); // names are the clients' to choose
  return slot;
};

/** The fields selected under some field nodes, for one object type. */
export const selected = (asked: Asked, type: GraphQLObjectType, nodes: readonly FieldNode[]) =>
  collectSubfields(asked.schema, asked.fragments, asked.variableValues, type, nodes);

/** The row that must hold for the parent before a field of it is shown; null where whoever sees the parent sees it. */
const guardOf = (parent: GraphQLObjectType, { extensions }: { extensions: { sees?: RowName | typeof ITS_OWN } }) => {
  const { sees = ITS_OWN } = extensions;
  return sees === ITS_OWN || sees === thingNamed(parent.name)?.sees ? null : sees;
};

/** The step that follows one edge. */
export const stepFor = (asked: Asked, parent: GraphQLObjectType, nodes: readonly FieldNode[]): Step => {
  const node = nodes[0] as FieldNode;
  const field = parent.getFields()[node.name.value];
  if (!field) throw new Error(`${parent.name}.${node.name.value} is not in the schema.`);
  const read = field.extensions.read as Step["read"];
  const type = getNamedType(field.type);
  const args = () => getArgumentValues(field, node, asked.variableValues);
  return {
    read,
    slot: slotOf(node),
    guard: guardOf(parent, field),
    args: read.kind === "many" ? (args() as PageArgs) : {},
    among: read.kind === "list" && read.among ? read.among(args()) : [],
    fields: nodes,
    type: read.kind === "node" ? null : (type as GraphQLObjectType),
  };
};

/** The most tables joined in one statement; MySQL's own limit is 61. What is beyond is read by a statement of its own. */
const MOST_JOINS = 16;

const levels = plans<Level>();
const connections = plans<Selections>();

/** What a selection on an object type wants of that thing's rows. */
export const levelFor = (asked: Asked, type: GraphQLObjectType, nodes: readonly FieldNode[]): Level =>
  levels(asked, type, nodes, () => levelOf(asked, type, nodes, { count: 0 }));

/** Levels of one statement share the count of its joins. */
const levelOf = (
  asked: Asked,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  joined: { count: number },
): Level => {
  const thing = thingNamed(type.name);
  if (!thing) throw new Error(`${type.name} is not a thing of the graph.`);
  const columns = new Set(["id"]);
  const hidden: { slot: string; guard: RowName }[] = [];
  const flags: string[] = [];
  const joins: Join[] = [];
  const steps: Step[] = [];
  let moreThanId = false;
  for (const fields of selected(asked, type, nodes).values()) {
    const node = fields[0] as FieldNode;
    const field = type.getFields()[node.name.value];
    if (!field) continue; // __typename
    if (field.name !== "id") moreThanId = true;
    const read = field.extensions.read as FieldRead | undefined;
    if (!read || read.kind === "computed" || read.kind === "loaded") {
      for (const column of read ? read.from : [field.name]) columns.add(column);
      if (!read && getNamedType(field.type) === GraphQLBoolean) flags.push(field.name);
      const guard = guardOf(type, field);
      if (guard) hidden.push({ slot: read ? slotOf(node) : field.name, guard });
      continue;
    }
    const step = stepFor(asked, type, fields);
    if (read.kind === "one" || read.kind === "node") columns.add(read.key);
    // Only by id is there surely no more than one: a join never adds rows.
    if (read.kind === "one" && read.by === "id" && joined.count < MOST_JOINS) {
      joined.count += 1;
      const { slot, guard } = step;
      const alias = `t${joined.count}`;
      joins.push({
        alias,
        slot,
        guard,
        key: read.key,
        level: levelOf(asked, step.type as typeof type, fields, joined),
      });
    } else {
      steps.push(step);
    }
  }
  return { thing, columns, opens: moreThanId && thing.opens !== null, flags, joins, hidden, steps };
};

/** How the pieces of a connection were asked for: each selection of its things, and what is worth working out. */
export interface Selections {
  readonly counted: boolean;
  /** Whether any place in the list is told: making them is not free. */
  readonly placed: boolean;
  /** Under which names the edges are asked for. */
  readonly edges: readonly string[];
  readonly levels: readonly { level: Level; slot: string; inEdge: string | null }[];
}

/** Reads a connection's selection: `nodes` and `edges { node }` may each be asked for, even under several names. */
export const selectionsOf = (asked: Asked, connection: GraphQLObjectType, nodes: readonly FieldNode[]): Selections =>
  connections(asked, connection, nodes, () => readSelections(asked, connection, nodes));

const readSelections = (asked: Asked, connection: GraphQLObjectType, nodes: readonly FieldNode[]): Selections => {
  const levels: { level: Level; slot: string; inEdge: string | null }[] = [];
  const joined = { count: 0 };
  let counted = false;
  let placed = false;
  const edges: string[] = [];
  for (const fields of selected(asked, connection, nodes).values()) {
    const node = fields[0] as FieldNode;
    const field = connection.getFields()[node.name.value];
    if (!field) continue;
    if (field.name === "totalCount") counted = true;
    const type = getNamedType(field.type) as GraphQLObjectType;
    if (field.name === "pageInfo") placed = true;
    if (field.name === "nodes") {
      levels.push({ level: levelOf(asked, type, fields, joined), slot: slotOf(node), inEdge: null });
    }
    if (field.name !== "edges") continue;
    placed = true;
    edges.push(slotOf(node));
    for (const inner of selected(asked, type, fields).values()) {
      const innerNode = inner[0] as FieldNode;
      if (innerNode.name.value !== "node") continue;
      const target = getNamedType(type.getFields().node?.type) as GraphQLObjectType;
      levels.push({ level: levelOf(asked, target, inner, joined), slot: slotOf(node), inEdge: slotOf(innerNode) });
    }
  }
  return { counted, placed, edges, levels };
};
