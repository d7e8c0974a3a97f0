import { In } from "typeorm";
import { withReadiness } from "../assessment/readiness-changes";
import { markedTrainees, refuseUnexplained } from "../attendance/marked";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused } from "../mutation/refused";
import { forbidden } from "../operation/errors";
import { londonDay } from "../time";
import { supervising } from "./supervising";
import { RecordGroupAttendanceInput, ScheduleGroupSupervisionInput } from "./supervision.inputs";
import { SupervisionKind } from "./supervision-kind";
import { SupervisionAttendance, SupervisionSession } from "./supervision-session.entity";

/** R23: a day of the rolling programme of group supervision, for every cohort alike. */
export const schedule: UseCase<ScheduleGroupSupervisionInput> = async (tx, { date, venue, supervisorId }) => {
  const supervisor = await supervising(tx, supervisorId);
  await tx.once();
  const session = await tx.add(SupervisionSession, {
    id: newId("sup"),
    kind: SupervisionKind.GROUP,
    date,
    venue,
    minutes: null,
    supervisorId: supervisor,
    commissionId: null,
    boardId: null,
    chargeMinor: null,
    currency: "GBP",
    notes: null,
    notesSharedAt: null,
    version: 1,
  });
  tx.append("SupervisionScheduled", session, {}, { date, venue, supervisorId: supervisor });
  return session.id;
};

/** R24: who was there on a group day; said again, it corrects what was said before. E9 counts the days. */
export const recordAttendance: UseCase<RecordGroupAttendanceInput> = async (tx, input) => {
  const session = await tx.find(SupervisionSession, input.sessionId, "sessionId");
  if (!tx.ctx.scope.lead && session.supervisorId !== tx.ctx.personId) throw forbidden();
  const marked = await markedTrainees(tx, input.attendance);
  await tx.once();
  tx.expect(session, input.expectedVersion);
  if (session.kind !== SupervisionKind.GROUP) {
    throw new Refused([invalid(["sessionId"], "sessionId is an individual session: who was there is known.")]);
  }
  if (session.date > londonDay(tx.ctx.now)) {
    throw new Refused([invalid(["sessionId"], `sessionId is yet to come: it is on ${session.date}.`)]);
  }

  const traineeIds = marked.map(({ traineeId }) => traineeId);
  const known = await tx.manager.findBy(SupervisionAttendance, { sessionId: session.id, traineeId: In(traineeIds) });
  refuseUnexplained(marked, known);
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
