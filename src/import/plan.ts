import type { EntryKind } from "../log/kinds";
import { invalid, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { faultAt, Sheet, SheetRow } from "./sheet";

/** What an import would do: the dry run tells of it, the mutation does it. */
export interface Plan {
  readonly sheet: Sheet;
  /** Everything that stands in the way. */
  readonly faults: readonly UserError[];
  /** Which entries it writes, and how many of each; beside them come changes of readiness. */
  readonly makes: readonly (readonly [EntryKind, number])[];
  /** Writes it down. */
  write(tx: Transaction): Promise<void>;
}

/**
 * Puts faults together, row by row. Of a cell that cannot be read at all nothing more is said: what an earlier list
 * finds amiss with a cell, later ones would only repeat.
 */
export const together = (...lists: readonly (readonly UserError[])[]): UserError[] => {
  const told = new Set<string>();
  const kept: UserError[] = [];
  for (const list of lists) {
    const fresh = list.filter(({ path }) => !told.has(path.join("/")));
    for (const { path } of fresh) told.add(path.join("/"));
    kept.push(...fresh);
  }
  const row = ({ path }: UserError): number => Number(path[1] ?? 0);
  return kept.sort((a, b) => row(a) - row(b));
};

/** The faults of one row's values, at their cells. */
export const atRow = ({ number }: SheetRow, faults: readonly UserError[]): UserError[] =>
  faults.map(({ path, message }) => invalid(["csv", String(number), ...path], message));

/** A column in which no value may stand twice. */
export const repeated = (
  rows: readonly SheetRow[],
  column: string,
  keyOf: (value: string) => string = (value) => value,
): UserError[] => {
  const first = new Map<string, number>();
  return rows.flatMap(({ number, cells }) => {
    const value = cells[column];
    if (value == null) return [];
    const before = first.get(keyOf(value));
    if (before !== undefined) return [faultAt(`${column} is in row ${before} already.`, number, column)];
    first.set(keyOf(value), number);
    return [];
  });
};

/** One of an enum's values, however a spreadsheet writes it: in small letters, with spaces or hyphens. */
export const choiceOf = <T extends string>(type: Readonly<Record<string, T>>, cell: string | null): T | undefined => {
  const written = cell?.toUpperCase().replace(/[\s-]+/g, "_");
  return Object.values(type).find((value) => value === written);
};

/** Cells that hold none of an enum's values. */
export const unknownChoices = (rows: readonly SheetRow[], column: string, type: Readonly<Record<string, string>>) =>
  rows
    .filter(({ cells }) => cells[column] != null && choiceOf(type, cells[column]) === undefined)
    .map(({ number }) => faultAt(`${column} must be one of ${Object.values(type).join(", ")}.`, number, column));
