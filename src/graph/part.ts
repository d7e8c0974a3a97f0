import { Extensions, ObjectType } from "type-graphql";

interface Part {
  readonly name?: string;
  readonly description: string;
  readonly implements?: object;
  /** Its lists hold what is the viewer's own, so there is nothing to hide of them. */
  readonly own?: true;
}

/**
 * Declares an object type that is no thing: an amount, a page, a payload, a message. It has no rights of its own: who
 * sees what holds it sees its fields; its edges to things ask for theirs.
 */
export const APart =
  ({ name, own, ...rest }: Part): ClassDecorator =>
  (target) => {
    ObjectType(name ?? target.name, { ...(rest as { description: string }), simpleResolvers: true })(target as never);
    Extensions({ part: own ? "own" : true })(target as never);
  };
