import { chargeBoard } from "../charge/ledger";
import { takeBackCharge } from "../charge/take-back";
import { differences } from "../log/differences";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuse } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { conducting } from "../pair/conducting";
import { londonDay } from "../time";
import {
  CorrectIndividualSupervisionInput,
  ShareSupervisionNotesInput,
  StrikeOutIndividualSupervisionInput,
} from "./correction.inputs";
import { supervisedBefore } from "./supervised";
import { faultsOfDate, owedFor } from "./supervision.rules";
import { SupervisionKind } from "./supervision-kind";
import { SupervisionSession } from "./supervision-session.entity";

/**
 * R27, R43: corrects an individual session. What the board was charged is credited and charged anew, since a line of the
 * ledger says when it was and how long; the notes are corrected in an entry of their own, which the board does not read.
 */
export const correct: UseCase<CorrectIndividualSupervisionInput> = async (tx, input) => {
  const { session, whom, commission } = await supervised(tx, input.sessionId);
  await tx.once();
  tx.expect(session, input.expectedVersion);
  refuseStruckOut(session);
  const said = {
    date: input.date ?? session.date,
    minutes: input.minutes ?? session.minutes,
    chargeMinor: input.chargeMinor ?? session.chargeMinor,
  };
  const part = (await conducting(tx, commission, whom)) ?? { from: null, until: null };
  const paid = { commissionedOn: commission.commissionedOn, ...part };
  refuse(faultsOfDate(said.date, paid, londonDay(tx.ctx.now)).map((fault) => invalid(["date"], fault)));
  const facts = differences(session, said);
  const noted = differences(session, { notes: input.notes ?? session.notes });
  refuse([Object.keys({ ...facts, ...noted }).length === 0 && invalid([], "Nothing of it would be otherwise.")]);

  await tx.change(SupervisionSession, session, { ...said, notes: input.notes ?? session.notes });
  if (Object.keys(facts).length > 0) {
    const about = { ...whom, boardId: session.boardId };
    tx.append("IndividualSupervisionCorrected", session, about, facts, input.reason);
    const left = await takeBackCharge(tx, session.id, input.reason);
    await chargeBoard(tx, owedFor(session, facts.chargeMinor ? Number(said.chargeMinor) : left));
  }
  if (noted.notes) tx.append("SupervisionNotesCorrected", session, whom, noted, input.reason);
  return session.id;
};

/** R27, R43: an individual session that never took place: it stays to be seen, struck out, and the board owes nothing for it. */
export const strikeOut: UseCase<StrikeOutIndividualSupervisionInput> = async (tx, input) => {
  const { session, whom } = await supervised(tx, input.sessionId);
  await tx.once();
  tx.expect(session, input.expectedVersion);
  refuseStruckOut(session);
  await tx.change(SupervisionSession, session, { struckOutAt: tx.ctx.now });
  const { date, minutes, boardId } = session;
  tx.append("IndividualSupervisionStruckOut", session, { ...whom, boardId }, { date, minutes }, input.reason);
  await takeBackCharge(tx, session.id, input.reason);
  return session.id;
};

/** R27, R43: lets whom they are about read the notes. It cannot be undone: what was read was read. */
export const shareNotes: UseCase<ShareSupervisionNotesInput> = async (tx, { sessionId, expectedVersion }) => {
  const { session, whom } = await supervised(tx, sessionId);
  await tx.once();
  tx.expect(session, expectedVersion);
  refuseStruckOut(session);
  refuse([
    session.notes === null && invalid(["sessionId"], "sessionId has no notes."),
    session.notesSharedAt !== null && invalid(["sessionId"], "sessionId has notes that are shared already."),
  ]);
  await tx.change(SupervisionSession, session, { notesSharedAt: tx.ctx.now });
  tx.append("SupervisionNotesShared", session, whom, { date: session.date });
  return session.id;
};

/** An individual session that is the viewer's to change; locked. */
const supervised = async (tx: Transaction, sessionId: string) => {
  const session = await tx.find(SupervisionSession, sessionId, "sessionId");
  if (session.kind !== SupervisionKind.INDIVIDUAL) {
    throw new Refused([invalid(["sessionId"], "sessionId is a group day, not an individual session.")]);
  }
  return { session, ...(await supervisedBefore(tx, session)) };
};

const refuseStruckOut = ({ struckOutAt }: SupervisionSession): void =>
  refuse([struckOutAt !== null && invalid(["sessionId"], "sessionId was struck out: it never took place.")]);
