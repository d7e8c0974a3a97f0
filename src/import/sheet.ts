import { invalid, UserError } from "../mutation/refused";
import { saysSomething } from "../mutation/text";
import { amiss } from "./cell";
import { Cells, cellsOf, SEPARATORS, Separator, Unreadable } from "./csv";

/** The most rows of one file: so many people are imported well within a request's time on every database. */
export const MOST_ROWS = 2_000;

/** The columns of a kind of file. */
export type Columns = Readonly<Record<string, { readonly required: boolean; readonly telephone?: true }>>;

/** One row, numbered as a spreadsheet numbers it: the first one names the columns. An empty cell is null. */
export interface SheetRow {
  readonly number: number;
  readonly cells: Readonly<Record<string, string | null>>;
}

/** What a file holds, and every fault of it that can be told without knowing what it is about. */
export interface Sheet {
  /** Null when the file could not be read. */
  readonly separator: Separator | null;
  /** How many rows there are below the first one. */
  readonly count: number;
  /** Those that have a cell for each column. */
  readonly rows: readonly SheetRow[];
  readonly faults: readonly UserError[];
}

/** A fault of the file, of a row of it, or of one cell. */
export const faultAt = (message: string, row?: number, column?: string): UserError =>
  invalid(["csv", ...(row === undefined ? [] : [String(row)]), ...(column === undefined ? [] : [column])], message);

/** Reads a file: its columns in whatever order, its rows without those that are empty. */
export const sheetOf = (csv: string, columns: Columns): Sheet => {
  const text = csv.replace(/^\uFEFF/, "");
  const unread = (...faults: UserError[]): Sheet => ({ separator: null, count: 0, rows: [], faults });
  if (!saysSomething(text)) return unread(faultAt("The file is empty."));
  const separator = separatorOf(text, columns);
  let cells: Cells;
  try {
    cells = cellsOf(text, separator, MOST_ROWS + 2);
  } catch (error) {
    if (error instanceof Unreadable) return unread(faultAt(`The file cannot be read on: ${error.message}`, error.row));
    throw error;
  }
  const [head = [], ...body] = cells;
  const names = withoutEmptyEnd(head.map((name) => name.trim().toLowerCase()));
  const faults = faultsOfHead(names, columns, separator);
  if (cells.length > MOST_ROWS + 1) {
    faults.push(faultAt(`The file has more than ${MOST_ROWS.toLocaleString("en-GB")} rows: import it in parts.`));
  }
  if (faults.length > 0) return { ...unread(...faults), separator };

  const filled = body
    .map((row, index) => ({ number: index + 2, row }))
    .filter(({ row }) => row.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) return { ...unread(faultAt("The file has no rows below the first one.")), separator };
  const whole = filled.filter(({ row }) => isWhole(row, names));
  const ragged = filled.filter(({ row }) => !isWhole(row, names));
  const read = whole.map(({ number, row }) => readRow(number, row, names, columns));
  return {
    separator,
    count: filled.length,
    rows: read.map(({ number, cells }) => ({ number, cells })),
    faults: [
      ...ragged.map(({ number, row }) => faultOfWidth(number, row, names)),
      ...read.flatMap(({ faults }) => faults),
    ],
  };
};

/** The separator by which the first row names every column that must be there; the comma where none does. */
const separatorOf = (text: string, columns: Columns): Separator => {
  const required = Object.keys(columns).filter((name) => columns[name]?.required);
  const fits = (separator: Separator): boolean => {
    const names = headBy(text, separator).map((name) => name.trim().toLowerCase());
    return required.every((name) => names.includes(name));
  };
  return SEPARATORS.find(fits) ?? ",";
};

const headBy = (text: string, separator: Separator): readonly string[] => {
  try {
    return cellsOf(text, separator, 1)[0] ?? [];
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
};

/** Spreadsheets write empty columns after the last that is used. */
const withoutEmptyEnd = (names: readonly string[]): string[] =>
  names.slice(0, names.findLastIndex((name) => name !== "") + 1);

const CALLED: Readonly<Record<Separator, string>> = { ",": "commas", ";": "semicolons", "\t": "tabs" };

const faultsOfHead = (names: readonly string[], columns: Columns, separator: Separator): UserError[] => {
  const known = Object.keys(columns);
  const missing = known.filter((name) => columns[name]?.required && !names.includes(name));
  return [
    ...missing.map((name) =>
      faultAt(
        `The first row must name a column ${name}; read with ${CALLED[separator]} between cells it does not.`,
        1,
        name,
      ),
    ),
    ...names.flatMap((name, index) => {
      if (name === "") return [faultAt(`The column ${index + 1} has no name.`, 1)];
      if (names.indexOf(name) < index) return [faultAt(`The column ${name} is there twice.`, 1, name)];
      return known.includes(name) ? [] : [faultAt(`There is no such column: they are ${known.join(", ")}.`, 1, name)];
    }),
  ];
};

/** Whether a row has a cell for each column, and nothing beyond. */
const isWhole = (row: readonly string[], { length }: readonly string[]): boolean =>
  row.length >= length && row.slice(length).every((cell) => cell.trim() === "");

const faultOfWidth = (number: number, { length }: readonly string[], names: readonly string[]): UserError =>
  faultAt(`The row has ${length} ${length === 1 ? "cell" : "cells"}, and there are ${names.length} columns.`, number);

const readRow = (number: number, row: readonly string[], names: readonly string[], columns: Columns) => {
  const cells: Record<string, string | null> = {};
  const faults: UserError[] = [];
  for (const [index, name] of names.entries()) {
    const raw = row[index] as string;
    const value = saysSomething(raw) ? raw.trim() : "";
    cells[name] = value === "" ? null : value;
    const why = amiss(raw, columns[name]?.telephone) ?? (value === "" && columns[name]?.required ? "is blank." : null);
    if (why) faults.push(faultAt(`${name} ${why}`, number, name));
  }
  return { number, cells, faults };
};
