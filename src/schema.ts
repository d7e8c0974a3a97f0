import "reflect-metadata";
import { GraphQLSchema } from "graphql";
import { AuthChecker, buildSchemaSync, getMetadataStorage, PubSub } from "type-graphql";
import type { Context } from "./context";
import { attachReads } from "./graph/attach";
import { openIn } from "./graph/closed";
import { forbidden, unauthenticated } from "./operation/errors";
import { resolvers } from "./resolvers";
import { isKindOfPerson, KindOfPerson } from "./scope/kinds-of-person";

/** What kind of person may do a thing at all; whether this very thing is theirs, the service asks. */
const authChecker: AuthChecker<Context, KindOfPerson> = ({ context }, kinds) => {
  if (!context.personId) throw unauthenticated();
  if (kinds.length > 0 && !kinds.some((kind) => isKindOfPerson(context.scope, kind))) throw forbidden();
  return true;
};

/** TypeGraphQL asks for one as soon as there is a subscription. Nothing is published: the hub serves from the Log. */
const pubSub: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error("A subscription is served by the hub.");
  },
};

let made: GraphQLSchema | undefined;

/** The schema, from the code: decorators first, then the resolvers of every declared field. Made once a process. */
export const makeSchema = (): GraphQLSchema => {
  if (made) return made;
  // Its own check is to ask the schema everything about itself: a third of the time this takes. Apollo looks whether it
  // is valid before anything is served, and a test does.
  const built = buildSchemaSync({ resolvers, authChecker, pubSub, validate: false, skipCheck: true });
  const schema = attachReads(built);
  const open = openIn(schema, authorized());
  if (open.length > 0) throw new Error(`Nobody has said who may see this:\n${open.join("\n")}`);
  made = schema;
  return made;
};

/** The root fields that say what kind of person may use them. */
export const authorized = (): Set<string> => {
  const { queries, mutations, subscriptions } = getMetadataStorage() as unknown as Record<
    "queries" | "mutations" | "subscriptions",
    { schemaName: string; roles?: unknown }[]
  >;
  return new Set(
    [...queries, ...mutations, ...subscriptions].filter(({ roles }) => roles).map((field) => field.schemaName),
  );
};
