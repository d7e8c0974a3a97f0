import {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationDefinitionNode,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields";
import { getArgumentValues } from "graphql/execution/values";
import { FieldRead } from "../graph/fields";
import { PageArgs } from "../graph/listing";
import { sizeOf } from "../graph/page";
import { LIMITS } from "./limits";

/** A short list whose length its field does not tell. */
const SHORT = 10;

/**
 * How many objects an operation could answer with, lists multiplied in, before it runs. Refuses page sizes, filters and
 * suppositions that cannot be. Introspection costs nothing.
 */
export const costOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number => {
  const fragments = Object.fromEntries(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;

  const fieldsCost = (
    type: GraphQLObjectType,
    fields: ReadonlyMap<string, readonly FieldNode[]>,
    atRoot: boolean,
  ): number => {
    let cost = 0;
    for (const nodes of fields.values()) {
      const node = nodes[0] as FieldNode;
      const field = type.getFields()[node.name.value];
      const named = getNamedType(field?.type);
      if (!field || !named || named.name.startsWith("__")) continue;
      const read = field.extensions.read as FieldRead | undefined;
      if (read?.kind === "loaded") {
        cost +=
          typeof read.size === "number" ? read.size : read.size(getArgumentValues(field, node, variables as never));
      }
      // What is to be asked for seldom says so.
      cost += (field.extensions.costs as number | undefined) ?? 0;
      if (!isObjectType(named) && !isAbstractType(named)) continue;
      const types = isObjectType(named) ? [named] : schema.getPossibleTypes(named);
      const inner = Math.max(
        0,
        ...types.map((of) => fieldsCost(of, collectSubfields(schema, fragments, variables, of, nodes), false)),
      );
      cost += times(field, node, atRoot) * (1 + inner);
      if (cost > LIMITS.cost) return cost; // enough is known
    }
    return cost;
  };

  const times = (
    field: ReturnType<GraphQLObjectType["getFields"]>[string],
    node: FieldNode,
    atRoot: boolean,
  ): number => {
    const named = getNamedType(field.type);
    if (named.name.endsWith("Connection")) {
      return sizeOf(getArgumentValues(field, node, variables) as PageArgs, atRoot);
    }
    const type = isNonNullType(field.type) ? field.type.ofType : field.type;
    // A connection has counted its things already; `nodes(ids)` counts the ids; other lists are short.
    if (!isListType(type) || field.name === "edges" || (field.name === "nodes" && !atRoot)) return 1;
    const ids = atRoot ? (getArgumentValues(field, node, variables).ids as unknown[] | undefined) : undefined;
    const read = field.extensions.read as FieldRead | undefined;
    return ids?.length ?? (read?.kind === "list" ? read.size : SHORT);
  };

  return fieldsCost(root, collectFields(schema, fragments, variables, root, operation.selectionSet), true);
};
