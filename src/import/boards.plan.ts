import type { Reading } from "../attendance/marked";
import { RegisterBoardInput } from "../board/board.inputs";
import { BoardKind } from "../board/board-kind";
import { admit, REFERENCE_TAKEN, takenReferences } from "../board/registration";
import { Sector } from "../board/sector";
import { faultsIn } from "../mutation/inputs";
import { atRow, choiceOf, Plan, repeated, together, unknownChoices } from "./plan";
import { Columns, faultAt, SheetRow, sheetOf } from "./sheet";

const COLUMNS: Columns = {
  reference: { required: true },
  name: { required: true },
  kind: { required: true },
  sector: { required: true },
  jurisdiction: { required: true },
};

/** R19: what a file of boards makes: each is registered as `registerBoard` does it. */
export const boardsPlan = async ({ rows }: Pick<Reading, "rows">, csv: string): Promise<Plan> => {
  const sheet = sheetOf(csv, COLUMNS);
  const boards = sheet.rows.map((row) => ({ row, input: inputOf(row) }));
  const references = boards.map(({ input }) => input.reference).filter((reference) => reference !== undefined);
  const taken = await takenReferences(rows, references);
  return {
    sheet,
    faults: together(
      sheet.faults,
      boards.flatMap(({ row, input }) => atRow(row, faultsIn(input))),
      unknownChoices(sheet.rows, "kind", BoardKind),
      unknownChoices(sheet.rows, "sector", Sector),
      repeated(sheet.rows, "reference"),
      boards
        .filter(({ input }) => taken.has(input.reference))
        .map(({ row }) => faultAt(REFERENCE_TAKEN, row.number, "reference")),
    ),
    makes: [["BoardRegistered", boards.length]],
    write: async (tx) => {
      await admit(
        tx,
        boards.map(({ input }) => input),
      );
    },
  };
};

const inputOf = ({ cells }: SheetRow): RegisterBoardInput => {
  const { reference, name, jurisdiction } = cells;
  const words = { reference: reference ?? undefined, name: name ?? undefined, jurisdiction: jurisdiction ?? undefined };
  const choices = { kind: choiceOf(BoardKind, cells.kind ?? null), sector: choiceOf(Sector, cells.sector ?? null) };
  // A choice that cannot be made out is told as such, so here it stands for itself.
  return Object.assign(new RegisterBoardInput(), words, {
    kind: choices.kind ?? cells.kind,
    sector: choices.sector ?? cells.sector,
  });
};
