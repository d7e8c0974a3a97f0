import { EntryKind, kindOf } from "../log/kinds";
import { RECORDED, RowName } from "../scope/table";

export type Facts = Readonly<Record<string, unknown>>;

/** What an entry says has become of a column that stood so before; undefined where it says nothing of it. */
export type Says = (facts: Facts, before: unknown) => unknown;

/** One column of a thing: the kinds of entry that tell of it, and what each says. */
export type Column = Partial<Readonly<Record<EntryKind, Says>>>;
export type Columns<Name extends string> = Readonly<Record<Name, Column>>;

/** An entry as history reads it: without facts where they were erased. */
export interface Told {
  readonly kind: EntryKind;
  readonly facts: Facts | null;
}

/** What a column was before a change and is after it: the form in which the facts of an entry tell of one. */
export interface Change {
  readonly from: unknown;
  readonly to: unknown;
}

export const isChange = (value: unknown): value is Change =>
  typeof value === "object" && value !== null && Object.keys(value).sort().join() === "from,to";

/** The fact of a name: what it changed to, where it tells of a change. */
export const named =
  (name: string): Says =>
  (facts) =>
    isChange(facts[name]) ? facts[name].to : facts[name];

/** A column that some kinds tell of by its own name. */
export const toldBy = (name: string, ...kinds: readonly EntryKind[]): Column =>
  Object.fromEntries(kinds.map((kind) => [kind, named(name)]));

/** How a thing stood after some entries. */
export interface Stood<Name extends string> {
  readonly values: Readonly<Record<Name, unknown>>;
  /** Whether some of them have lost their facts: what these told of is not known any more. */
  readonly erased: boolean;
}

/** Follows a thing through its entries, the oldest first. A column of which none has told yet stands as at the beginning. */
export const followed = <Name extends string>(
  columns: Columns<Name>,
  beginning: Readonly<Record<Name, unknown>>,
  entries: readonly Told[],
): Stood<Name> => {
  const values: Record<Name, unknown> = { ...beginning };
  let erased = false;
  for (const { kind, facts } of entries) {
    for (const name of Object.keys(columns) as Name[]) {
      const says = columns[name][kind];
      if (!says) continue;
      if (facts === null) erased = true;
      const said = facts === null ? null : says(facts, values[name]);
      if (said !== undefined) values[name] = said;
    }
  }
  return { values, erased };
};

/** Every kind of entry that tells of one of these columns. */
export const kindsOf = (columns: Columns<string>): EntryKind[] => [
  ...new Set(Object.values(columns).flatMap((column) => Object.keys(column) as EntryKind[])),
];

/**
 * The rows of "who may see what" that somebody must see to be told of a column: each under which an entry may fall that
 * tells of it. Whoever did not see all of them would be told what was not so. What is kept until a release is told again
 * when that comes, so nobody misses it.
 */
export const rowsOf = (column: Column): RowName[] => [
  ...new Set((Object.keys(column) as EntryKind[]).map((kind) => kindOf(kind).sees).filter((row) => !RECORDED.has(row))),
];
