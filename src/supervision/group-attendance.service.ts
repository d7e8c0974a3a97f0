import { In } from "typeorm";
import { withReadiness } from "../assessment/readiness-changes";
import { Marked, markedTrainees, unexplained } from "../attendance/marked";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuse, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { marks, padded } from "../scope/condition";
import { londonDay } from "../time";
import { dayRunBy, refuseUnlessHeld } from "./group-day";
import { RecordGroupAttendanceInput } from "./supervision.inputs";
import { SupervisionAttendance, SupervisionSession } from "./supervision-session.entity";

/** R24: who was there on a group day; said again, it corrects what was said before. E9 counts the days. */
export const recordAttendance: UseCase<RecordGroupAttendanceInput> = async (tx, input) => {
  const session = await dayRunBy(tx, input.sessionId);
  const marked = await markedTrainees(tx, input.attendance);
  await tx.once();
  tx.expect(session, input.expectedVersion);
  refuseUnlessHeld(session);
  if (session.date > londonDay(tx.ctx.now)) {
    throw new Refused([invalid(["sessionId"], `sessionId is yet to come: it is on ${session.date}.`)]);
  }

  const traineeIds = marked.map(({ traineeId }) => traineeId);
  const known = await tx.manager.findBy(SupervisionAttendance, { sessionId: session.id, traineeId: In(traineeIds) });
  refuse([...unexplained(marked, known), ...(await elsewhere(tx, session, marked))]);
  await withReadiness(tx, traineeIds, async () => {
    for (const { traineeId, attended, reason } of marked) {
      const before = known.find((row) => row.traineeId === traineeId);
      if (before) await tx.manager.update(SupervisionAttendance, { id: before.id }, { attended });
      else await tx.add(SupervisionAttendance, { id: newId("sat"), sessionId: session.id, traineeId, attended });
      const facts = { date: session.date, from: before?.attended ?? null, to: attended };
      tx.append("GroupSupervisionAttended", session, { traineeId }, facts, reason);
    }
    await tx.change(SupervisionSession, session, {});
  });
  return session.id;
};

/** R25: a session lasts a day, so nobody was at two of them on one date. */
const elsewhere = async (
  tx: Transaction,
  { id, date }: SupervisionSession,
  marked: readonly Marked[],
): Promise<UserError[]> => {
  const ids = padded(marked.map(({ traineeId }) => traineeId));
  const there = await tx.rows(
    `SELECT a.traineeId FROM supervision_attendance a JOIN supervision_session s ON s.id = a.sessionId
     WHERE s.kind = 'GROUP' AND s.date = ? AND s.id <> ? AND a.attended = 1 AND a.traineeId IN (${marks(ids)})`,
    [date, id, ...ids],
  );
  return marked
    .filter(({ traineeId, attended }) => attended && there.some((row) => row.traineeId === traineeId))
    .map(({ index }) =>
      invalid(["attendance", `${index}`, "traineeId"], "traineeId was at another group day on that date."),
    );
};
