import { ClassType, Extensions, Subscription } from "type-graphql";
import type { Context } from "../context";
import { EntryKind } from "../log/kinds";
import { EntryRow } from "../log/log";
import { Scope } from "../scope/scope";

/** What the hub knows of a subscription field. */
export interface Live {
  /** The kinds of entry it is about; all when left out. */
  readonly kinds?: readonly EntryKind[];
  /** Whether an entry in scope is one of those the client asked for. */
  readonly matches?: (entry: EntryRow, args: Record<string, unknown>, scope: Scope) => boolean;
  /** The arguments that name a thing which must be in scope at the start: else NOT_FOUND. */
  readonly about?: string | readonly string[];
}

/** Declares a subscription that the hub serves from the Log. */
export const FromLog =
  (type: () => ClassType, { description, ...live }: Live & { description: string }): MethodDecorator =>
  (prototype, name, descriptor) => {
    const more =
      "`after` a cursor it first answers everything since, then goes on live, with no gap and no repeat; without it, it begins now.";
    Subscription(type, { description: `${description} ${more}`, subscribe: never })(prototype, name, descriptor);
    Extensions({ live })(prototype, name as string);
  };

/** The hub serves subscriptions; the executor never subscribes. */
const never = (): never => {
  throw new Error("A subscription is served by the hub.");
};

/** What a message is made from: the entry's row and its cursor. Edges of the message start from the row's ids. */
export const messageOf = (ctx: Pick<Context, "log">, entry: EntryRow): Record<string, unknown> => ({
  ...entry,
  entry: { ...entry },
  cursor: ctx.log.cursorOf(Number(entry.position)),
});
