import { withReadiness } from "../assessment/readiness-changes";
import { sortNameOf } from "../graph/sort-name";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { refuseErased } from "../person/erased";
import { Person } from "../person/person.entity";
import { londonDay } from "../time";
import { Board, Seat } from "./board.entity";
import { ChangeBoardInput, EndSeatInput, RegisterBoardInput, SeatInput } from "./board.inputs";
import { admit, REFERENCE_TAKEN, takenReferences } from "./registration";

/** R19: makes a board known, so that it can commission. */
export const register: UseCase<RegisterBoardInput> = async (tx, input) => {
  await tx.once();
  const taken = await takenReferences(tx.rows, [input.reference]);
  if (taken.size > 0) throw new Refused([invalid(["reference"], REFERENCE_TAKEN)]);
  const [board] = await admit(tx, [input]);
  return board?.id as string;
};

/** R19: corrects what is known of a board. Its reference stays: people have written it down. */
export const change: UseCase<ChangeBoardInput> = async (tx, { boardId, reason, expectedVersion, ...said }) => {
  const board = await tx.find(Board, boardId, "boardId");
  await tx.once();
  tx.expect(board, expectedVersion);
  const changed = CHANGEABLE.filter((name) => said[name] != null && said[name] !== board[name]);
  if (changed.length === 0) throw new Refused([invalid([], "Nothing would change.")]);
  const facts = Object.fromEntries(changed.map((name) => [name, { from: board[name], to: said[name] }]));
  const to = Object.fromEntries(changed.map((name) => [name, said[name]])) as Partial<Board>;
  // E7: whether it safeguards anybody hangs on its kind.
  return withReadiness(tx, to.kind === undefined ? [] : await traineesOfReviews(tx, board.id), async () => {
    await tx.change(Board, board, { ...to, ...(to.name !== undefined && { sortName: sortNameOf(to.name) }) });
    tx.append("BoardChanged", board, { boardId: board.id }, facts, reason);
    return board.id;
  });
};

/** Whose practice review the board commissions, or is asked for. */
const traineesOfReviews = async (tx: Transaction, boardId: string): Promise<string[]> => {
  const sql =
    "SELECT t.id FROM trainee t JOIN commission c ON c.pairId = t.pairId WHERE c.boardId = ? AND c.practice = 1";
  return (await tx.rows(sql, [boardId])).map(({ id }) => id as string);
};

const CHANGEABLE = ["name", "kind", "sector", "jurisdiction"] as const;

/** From today a person speaks for a board: sees its commissions and acts for it. */
export const grantSeat: UseCase<SeatInput> = async (tx, { boardId, personId, expectedVersion }) => {
  const board = await tx.find(Board, boardId, "boardId");
  const person = await tx.find(Person, personId, "personId");
  await tx.once();
  tx.expect(board, expectedVersion);
  refuseErased(person, "personId");
  const known = await tx.manager.findOneBy(Seat, { boardId: board.id, personId: person.id });
  if (known && known.endedOn === null) throw new Refused([invalid(["personId"], "personId has a seat there already.")]);
  const since = londonDay(tx.ctx.now);
  if (known) await tx.manager.update(Seat, { id: known.id }, { since, endedOn: null });
  else await tx.add(Seat, { id: newId("sea"), boardId: board.id, personId: person.id, since, endedOn: null });
  await tx.change(Board, board, {});
  const again = known && { endedOn: { from: known.endedOn, to: null } };
  const facts = { personId: person.id, since: { from: known?.since ?? null, to: since }, ...again };
  tx.append("SeatGranted", board, { boardId: board.id }, facts);
  return board.id;
};

/** A person no longer speaks for a board: at once. */
export const endSeat: UseCase<EndSeatInput> = async (tx, { boardId, personId, reason, expectedVersion }) => {
  const board = await tx.find(Board, boardId, "boardId");
  await tx.once();
  tx.expect(board, expectedVersion);
  const seat = await tx.manager.findOneBy(Seat, { boardId: board.id, personId });
  if (!seat || seat.endedOn !== null) throw new Refused([invalid(["personId"], "personId has no seat there.")]);
  const endedOn = londonDay(tx.ctx.now);
  await tx.manager.update(Seat, { id: seat.id }, { endedOn });
  await tx.change(Board, board, {});
  tx.append("SeatEnded", board, { boardId: board.id }, { personId, endedOn }, reason);
  return board.id;
};
