import { GraphQLFieldResolver } from "graphql";
import type { Tandem } from "./tandem";

type Resolver = GraphQLFieldResolver<unknown, unknown>;

const restore: (() => void)[] = [];

/** Puts something around the resolver of a root field, until the test has ended. */
export const aroundField = (
  tandem: Tandem,
  type: "Query" | "Subscription",
  name: string,
  around: (next: () => unknown, args: Record<string, unknown>) => unknown,
): void => {
  const { schema } = tandem.app.room;
  const root = type === "Query" ? schema.getQueryType() : schema.getSubscriptionType();
  const field = root?.getFields()[name];
  if (!field?.resolve) throw new Error(`${type} has no field "${name}" with a resolver.`);
  const resolve = field.resolve as Resolver;
  field.resolve = (source, args, context, info) => around(() => resolve(source, args, context, info), args);
  restore.push(() => {
    field.resolve = resolve as never;
  });
};

afterEach(() => {
  for (const undo of restore.splice(0).reverse()) undo();
});
