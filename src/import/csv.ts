import { CsvError, parse } from "csv-parse/sync";

/** The cells of each row, as a spreadsheet would show them; an empty line is a row too. */
export type Cells = readonly (readonly string[])[];

/** A file whose quotes cannot be made out, from this row on. */
export class Unreadable extends Error {
  constructor(
    readonly row: number,
    message: string,
  ) {
    super(message);
  }
}

/** What separates cells: the comma, and what spreadsheets write where the comma belongs to numbers. */
export const SEPARATORS = [",", ";", "\t"] as const;
export type Separator = (typeof SEPARATORS)[number];

const WHY: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark (") opens a cell, and none closes it.',
  CSV_INVALID_CLOSING_QUOTE: 'a quotation mark (") closes a cell, and more of it follows: within a cell it is doubled.',
  INVALID_OPENING_QUOTE:
    'a quotation mark (") stands within a cell: there it is doubled, and the cell stands in marks.',
};

/** The rows of a file, at most so many. Throws Unreadable. */
export const cellsOf = (text: string, separator: Separator, most: number): Cells => {
  try {
    return parse(text, {
      delimiter: separator,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      to: most,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const why = WHY[error.code];
    if (!why) throw error;
    throw new Unreadable(Number(error.records) + 1, why);
  }
};
