import { chargeBoard } from "../charge/ledger";
import { Payer } from "../charge/payer";
import { Commission } from "../commission/commission.entity";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuseUnless, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { conducting } from "../pair/conducting";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { supervises } from "./for-whom";
import { supervising } from "./supervising";
import { LogIndividualSupervisionInput } from "./supervision.inputs";
import { chargedToTheBoard, faultsOfDate, owedFor } from "./supervision.rules";
import { SupervisionKind } from "./supervision-kind";
import { SupervisionAttendance, SupervisionSession } from "./supervision-session.entity";

const CURRENCY = "GBP";

/** R27: an individual session that took place, charged to the board as part of the commission. */
export const log: UseCase<LogIndividualSupervisionInput> = async (tx, input) => {
  const trainee = await tx.find(Trainee, input.traineeId, "traineeId");
  if (!(await supervises(tx, trainee))) throw forbidden();
  const commission = await tx.find(Commission, input.commissionId, "commissionId");
  const supervisorId = await supervising(tx, input.supervisorId);
  await tx.once();
  const faults = await faultsOf(tx, input, trainee, commission);
  if (faults.length > 0) throw new Refused(faults);
  refuseUnless(chargedToTheBoard(input.payer ?? Payer.BOARD));

  const { date, minutes, chargeMinor, notes = null, shareNotes = false } = input;
  const { id: commissionId, boardId } = commission;
  const session = await tx.add(SupervisionSession, {
    id: newId("sup"),
    kind: SupervisionKind.INDIVIDUAL,
    date,
    venue: null,
    minutes,
    supervisorId,
    commissionId,
    boardId,
    chargeMinor,
    currency: CURRENCY,
    notes,
    notesSharedAt: notes && shareNotes ? tx.ctx.now : null,
    ...{ capacity: null, cancelledAt: null, struckOutAt: null },
    version: 1,
  });
  await tx.add(SupervisionAttendance, {
    id: newId("sat"),
    sessionId: session.id,
    traineeId: trainee.id,
    attended: true,
  });
  // The notes stay out of the Log: the board reads these facts, and they are not the board's.
  const facts = { date, minutes, amountMinor: chargeMinor, currency: CURRENCY };
  tx.append("IndividualSupervisionLogged", session, { traineeId: trainee.id, boardId }, facts);
  await chargeBoard(tx, owedFor(session, chargeMinor));
  return session.id;
};

/** What is wrong with the commission and the date, all of it. */
const faultsOf = async (
  tx: Transaction,
  { date }: LogIndividualSupervisionInput,
  { id: traineeId }: Trainee,
  commission: Commission,
): Promise<UserError[]> => {
  const { commissionedOn } = commission;
  const part = await conducting(tx, commission, traineeId);
  const faults: UserError[] = [];
  if (!part) faults.push(invalid(["commissionId"], "commissionId is not a commission of this trainee's pair."));
  else if (!commissionedOn) {
    faults.push(invalid(["commissionId"], "commissionId is not granted: until then no board pays."));
  }
  const paid = part && commissionedOn ? { commissionedOn, ...part } : UNPAID;
  return [...faults, ...faultsOfDate(date, paid, londonDay(tx.ctx.now)).map((fault) => invalid(["date"], fault))];
};

/** Where nobody pays, a date is wrong only in the future. */
const UNPAID = { commissionedOn: null, from: null, until: null };
