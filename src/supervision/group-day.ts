import { invalid, Refused } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { SupervisionFacilitator } from "./facilitator.entity";
import { SupervisionKind } from "./supervision-kind";
import { SupervisionSession } from "./supervision-session.entity";

/** A group day that the viewer runs, alone or with others, or that they lead the programme of; locked. */
export const dayRunBy = async (tx: Transaction, sessionId: string): Promise<SupervisionSession> => {
  const session = await tx.find(SupervisionSession, sessionId, "sessionId");
  const personId = tx.ctx.personId as string;
  const runs =
    tx.ctx.scope.lead ||
    session.supervisorId === personId ||
    (await tx.manager.existsBy(SupervisionFacilitator, { sessionId: session.id, personId }));
  if (!runs) throw forbidden();
  return session;
};

/** Refuses what is done to a group day of a session that is none, or that was cancelled. */
export const refuseUnlessHeld = ({ kind, cancelledAt }: SupervisionSession): void => {
  if (kind !== SupervisionKind.GROUP) {
    throw new Refused([invalid(["sessionId"], "sessionId is an individual session, not a group day.")]);
  }
  if (cancelledAt !== null) throw new Refused([invalid(["sessionId"], "sessionId was cancelled.")]);
};

/** Whether anybody's attendance of a day is recorded. */
export const isRecorded = async (tx: Transaction, { id }: SupervisionSession): Promise<boolean> =>
  (await tx.rows("SELECT id FROM supervision_attendance WHERE sessionId = ? LIMIT 1", [id])).length > 0;
