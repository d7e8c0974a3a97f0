import { Value } from "../database/database";
import { absent, invalid, UserError } from "../mutation/refused";

/** Of whom a list of marks is: the field that names each of them, and what one of them is called. */
export interface Kind<Key extends string> {
  readonly key: Key;
  readonly one: string;
}

/** Somebody as they were marked. */
export interface Mark {
  readonly attended: boolean;
  /** Why, where that corrects an earlier mark. */
  readonly reason: string | null;
  /** Where they stand in the list. */
  readonly index: number;
}

/** A mark as it was sent: it names somebody by id or reference. */
type Sent<Key extends string> = { readonly [K in Key]: string } & {
  readonly attended: boolean;
  readonly reason?: string | null;
};

/** Somebody whom a list may name, as the database has them. */
interface Known {
  readonly id: string;
  readonly reference: string;
  readonly personId: string;
}

interface Asked<Row> {
  /** Those of them whom the viewer sees. */
  readonly known: readonly Row[];
  /** Who marks: never themself. */
  readonly by: string | null;
  /** What is the same of two that are one. */
  readonly same: (row: Row) => Value;
  /** Why somebody cannot have been there. */
  readonly unfit: (row: Row) => string | null;
}

/** Whom a list of marks names, each once, and every fault of the list. */
export const named = <Key extends string, Row extends Known>(
  { key }: Kind<Key>,
  list: readonly Sent<Key>[],
  { known, by, same, unfit }: Asked<Row>,
): { marked: (Row & Mark)[]; faults: UserError[] } => {
  const faults: UserError[] = [];
  const found = new Map<Value, Row & Mark>();
  for (const [index, { [key]: name, attended, reason = null }] of list.entries()) {
    const path = ["attendance", String(index), key];
    const row = known.find(({ id, reference }) => name === id || name === reference);
    if (!row) {
      faults.push(...absent(...path).errors);
      continue;
    }
    const why = found.has(same(row))
      ? `${key} is in the list already.`
      : row.personId === by
        ? `${key} is yourself: somebody else records whether you were there.`
        : unfit(row);
    if (why) faults.push(invalid(path, why));
    if (!found.has(same(row))) found.set(same(row), { ...row, attended, reason, index });
  }
  return { marked: [...found.values()], faults };
};

/** Every mark that corrects an earlier one without saying why. */
export const unexplained = <Key extends string>(
  { key, one }: Kind<Key>,
  marked: readonly (Mark & { readonly [K in Key]: string })[],
  known: readonly ({ readonly attended: boolean } & { readonly [K in Key]: string })[],
): UserError[] =>
  marked
    .filter(({ [key]: id, attended, reason }) => {
      const corrects = known.some((before) => before[key] === id && before.attended !== attended);
      return corrects && reason === null;
    })
    .map(({ index }) =>
      invalid(["attendance", String(index), "reason"], `reason must say why: the ${one} was marked otherwise before.`),
    );
