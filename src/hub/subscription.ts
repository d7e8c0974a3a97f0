import { createHash, randomUUID } from "node:crypto";
import {
  DocumentNode,
  GraphQLObjectType,
  GraphQLSchema,
  Kind,
  OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { collectFields } from "graphql/execution/collectFields";
import { getArgumentValues, getVariableValues } from "graphql/execution/values";
import { canonical } from "../log/log";
import { badInput } from "../operation/errors";
import { Scope, scopeKey } from "../scope/scope";
import { Live } from "./live";

/** A subscription as the hub sees it: one field, its arguments, and what makes two of them the same. */
export interface Subscribed {
  readonly document: DocumentNode;
  readonly name: string | null;
  readonly variables: Record<string, unknown>;
  readonly live: Live;
  readonly args: Record<string, unknown>;
  /** Equal for subscriptions that get equal messages under equal scopes: the place they start at does not count. */
  readonly key: string;
}

const usesElsewhere = (document: DocumentNode, variable: string): boolean => {
  let uses = 0;
  visit(document, {
    Variable: ({ name }) => {
      if (name.value === variable) uses += 1;
    },
  });
  return uses > 2; // its definition and `after`
};

/** Whether anywhere in a document an address is asked for that is good for whoever holds it. */
const holdsAddresses = (schema: GraphQLSchema, document: DocumentNode): boolean => {
  const types = new TypeInfo(schema);
  let found = false;
  const look = () => {
    found ||= types.getFieldDef()?.extensions.address === true;
  };
  visit(document, visitWithTypeInfo(types, { Field: look }));
  return found;
};

/** Reads what a valid subscription asks of the Log. */
export const subscribed = (
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  name: string | null,
  variables: Record<string, unknown>,
): Subscribed => {
  const type = schema.getSubscriptionType() as GraphQLObjectType;
  const { coerced = {} } = getVariableValues(schema, definition.variableDefinitions ?? [], variables);
  const fragments = Object.fromEntries(
    document.definitions
      .filter((part) => part.kind === Kind.FRAGMENT_DEFINITION)
      .map((part) => [part.name.value, part]),
  );
  const [nodes] = collectFields(schema, fragments, coerced, type, definition.selectionSet).values();
  const [node] = nodes ?? [];
  if (!node) throw badInput("This subscription asks for nothing.");
  const field = type.getFields()[node.name.value] as NonNullable<ReturnType<GraphQLObjectType["getFields"]>[string]>;
  const after = node.arguments?.find((argument) => argument.name.value === "after")?.value;
  const start = after?.kind === Kind.VARIABLE && !usesElsewhere(document, after.name.value) ? after.name.value : null;
  const { [start ?? ""]: _, ...rest } = variables;
  // What falls to each for themself is executed for each: no other subscription has this key.
  const own = holdsAddresses(schema, document) ? randomUUID() : "";
  return {
    document,
    name,
    variables,
    live: field.extensions.live as Live,
    args: getArgumentValues(field, node, coerced),
    key: createHash("sha256")
      .update(`${document.loc?.source.body}\n${name ?? ""}\n${canonical(rest)}\n${own}`)
      .digest("base64url"),
  };
};

/** One text for subscribers whose messages are executed once for all. */
export const groupKey = (subscription: Subscribed, scope: Scope): string => `${subscription.key}\n${scopeKey(scope)}`;
