import {
  ASTVisitor,
  FieldNode,
  GraphQLError,
  Kind,
  MaxIntrospectionDepthRule,
  OperationDefinitionNode,
  SelectionSetNode,
  ValidationContext,
} from "graphql";
import { requestError } from "./errors";

/** What one document may hold, on either transport. */
export const LIMITS = {
  bodyBytes: 256 * 1024,
  messageBytes: 64 * 1024,
  tokens: 2_000,
  depth: 15,
  aliases: 50,
  rootFields: 20,
  directives: 10,
  operations: 5,
  cost: 20_000,
  variableErrors: 50,
  requestMs: 10_000,
} as const;

const exceeded = (what: string, most: number, actual: number, nodes: GraphQLError["nodes"]) => {
  const { message, extensions } = requestError(
    "LIMIT_EXCEEDED",
    `${what}: ${actual}, where at most ${most} are allowed.`,
  );
  return new GraphQLError(message, { nodes: nodes ?? null, extensions });
};

/** Fields that add no depth: they only hold a list's things. */
const FREE = new Set(["edges", "nodes"]);

type Measure = (set: SelectionSetNode) => number;

/** Measures selection sets, each fragment once: spreads cannot make the measuring itself expensive. */
const measuring = (
  context: ValidationContext,
  ofField: (node: FieldNode, measure: Measure) => number,
  join: (a: number, b: number) => number,
): Measure => {
  const known = new Map<string, number>();
  const measure: Measure = (set) =>
    set.selections
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return ofField(selection, measure);
        if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet);
        const name = selection.name.value;
        const fragment = context.getFragment(name);
        if (!known.has(name) && fragment) {
          known.set(name, 0); // a fragment that spreads itself is refused by another rule
          known.set(name, measure(fragment.selectionSet));
        }
        return known.get(name) ?? 0;
      })
      .reduce(join, 0);
  return measure;
};

/** How deep the fields lie. Introspection is bounded by its own rule. */
const depthIn = (context: ValidationContext): Measure =>
  measuring(
    context,
    ({ name, selectionSet }, measure) =>
      name.value.startsWith("__") ? 0 : (FREE.has(name.value) ? 0 : 1) + (selectionSet ? measure(selectionSet) : 0),
    Math.max,
  );

const rootFieldsIn = (context: ValidationContext): Measure =>
  measuring(
    context,
    () => 1,
    (a, b) => a + b,
  );

const limits = (context: ValidationContext): ASTVisitor => {
  const report = (what: string, most: number, actual: number, nodes: GraphQLError["nodes"]) => {
    if (actual > most) context.reportError(exceeded(what, most, actual, nodes));
  };
  let aliases = 0;
  const depth = depthIn(context);
  const rootFields = rootFieldsIn(context);
  const directives = (node: { directives?: readonly unknown[] } & Pick<FieldNode, "loc">) =>
    report("Directives on one node", LIMITS.directives, node.directives?.length ?? 0, [node as FieldNode]);
  return {
    Document: {
      enter: ({ definitions }) => {
        const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
        report("Operations in a document", LIMITS.operations, operations.length, operations);
      },
      leave: (node) => report("Aliases in a document", LIMITS.aliases, aliases, [node]),
    },
    OperationDefinition: (node: OperationDefinitionNode) => {
      directives(node);
      report("Root fields", LIMITS.rootFields, rootFields(node.selectionSet), [node]);
      report("Depth of fields", LIMITS.depth, depth(node.selectionSet), [node]);
    },
    Field: (node) => {
      if (node.alias) aliases += 1;
      directives(node);
    },
    FragmentSpread: directives,
    InlineFragment: directives,
    FragmentDefinition: directives,
  };
};

/** The rules beyond GraphQL's own. */
export const limitRules = [MaxIntrospectionDepthRule, limits];
