import { randomInt } from "node:crypto";
import type { ClassType } from "type-graphql";
import { forUpdate } from "../database/database";
import { thingOf } from "../graph/thing";
import { Transaction } from "../mutation/transact";

/** The next free reference with this beginning: the beginning and a number of at least so many digits. */
export const nextReference = async (
  tx: Transaction,
  target: ClassType,
  beginning: string,
  digits: number,
): Promise<string> => {
  // One thing is named at a time: two at once would be given the same reference, and the second would fail.
  await tx.rows(`SELECT id FROM programme ORDER BY id LIMIT 1${forUpdate(tx.ctx.db.kind)}`);
  const rows = await tx.rows(`SELECT reference FROM \`${thingOf(target).table}\` WHERE reference LIKE ? ESCAPE '!'`, [
    `${beginning.replace(/[!%_]/g, "!$&")}%`,
  ]);
  const numbers = rows
    .map(({ reference }) => Number(String(reference).slice(beginning.length)))
    .filter(Number.isInteger);
  return beginning + String(Math.max(0, ...numbers) + 1).padStart(digits, "0");
};

/** No I, L, O, 0 or 1: numbers are read out over the telephone. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** Characters for a reference that cannot be counted through: who has one knows neither the next nor how many there are. */
export const uncounted = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
