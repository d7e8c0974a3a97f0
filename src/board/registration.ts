import { sortNameOf } from "../graph/sort-name";
import { newId } from "../id";
import { Transaction } from "../mutation/transact";
import { Rows } from "../personal/holds";
import { marks } from "../scope/condition";
import { Board } from "./board.entity";

export const REFERENCE_TAKEN = "reference is another board's.";

/** Which of these references are a board's already. */
export const takenReferences = async (rows: Rows, references: readonly string[]): Promise<ReadonlySet<string>> => {
  if (references.length === 0) return new Set();
  const found = await rows(`SELECT reference FROM board WHERE reference IN (${marks(references)})`, references);
  return new Set(found.map(({ reference }) => reference as string));
};

type Said = Pick<Board, "name" | "reference" | "kind" | "sector" | "jurisdiction">;

/** Makes boards known whose references no other has. */
export const admit = async (tx: Transaction, said: readonly Said[]): Promise<Board[]> => {
  const values = said.map(({ reference, name, kind, sector, jurisdiction }) => ({
    ...{ id: newId("brd"), reference, name, sortName: sortNameOf(name), kind, sector, jurisdiction, version: 1 },
  }));
  const boards = await tx.addAll(Board, values);
  for (const board of boards) {
    const { reference, name, kind, sector, jurisdiction } = board;
    tx.append("BoardRegistered", board, { boardId: board.id }, { reference, name, kind, sector, jurisdiction });
  }
  return boards;
};
