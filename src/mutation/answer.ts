import type { Context } from "../context";
import { unauthenticated } from "../operation/errors";
import { check } from "./inputs";
import { DoneBefore } from "./once";
import { Refused } from "./refused";
import { Transaction, transact } from "./transact";

/** A use case: what it does in its transaction, answering with the id of the thing. */
export type UseCase<Input> = (tx: Transaction, input: Input) => Promise<string>;

/** Answers a mutation: the thing's id and the change's cursor, or why not. Nothing else turns a refusal into a payload. */
export const answer = async <Input extends object>(
  ctx: Context,
  mutation: string,
  input: Input,
  useCase: UseCase<Input>,
): Promise<object> => {
  if (!ctx.personId) throw unauthenticated();
  try {
    check(input);
    const { thingId, position } = await transact(ctx, { mutation, input }, async (tx) => useCase(tx, input));
    return { thingId, errors: [], cursor: ctx.log.cursorOf(position) };
  } catch (error) {
    if (error instanceof Refused) return { thingId: null, errors: error.errors, cursor: null };
    if (!(error instanceof DoneBefore)) throw error;
    const [entry] = await ctx.db.rows("SELECT position FROM entry WHERE id = ?", [error.entryId]);
    return { thingId: error.thingId, errors: [], cursor: ctx.log.cursorOf(Number(entry?.position)) };
  }
};
