import { chargeBoard } from "../charge/ledger";
import { Payer } from "../charge/payer";
import { Commission } from "../commission/commission.entity";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuseUnless, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Conductor, conducting } from "../pair/conducting";
import { londonDay } from "../time";
import { hasAPart, supervisedIn } from "./supervised";
import { supervising } from "./supervising";
import { LogIndividualSupervisionInput } from "./supervision.inputs";
import { chargedToTheBoard, faultsOfDate, owedFor } from "./supervision.rules";
import { SupervisionKind } from "./supervision-kind";
import { SupervisionAttendance, SupervisionSession } from "./supervision-session.entity";

const CURRENCY = "GBP";

/** R27, R43: an individual session that took place, charged to the board as part of the commission. */
export const log: UseCase<LogIndividualSupervisionInput> = async (tx, input) => {
  const { whom, commission } = await supervisedIn(tx, input);
  const supervisorId = await supervising(tx, input.supervisorId);
  await tx.once();
  const faults = await faultsOf(tx, { ...input, supervisorId }, whom, commission);
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
    reviewerId: whom.personId ?? null,
    commissionId,
    boardId,
    chargeMinor,
    currency: CURRENCY,
    notes,
    notesSharedAt: notes && shareNotes ? tx.ctx.now : null,
    ...{ capacity: null, cancelledAt: null, struckOutAt: null },
    version: 1,
  });
  const { traineeId } = whom;
  if (traineeId) {
    await tx.add(SupervisionAttendance, { id: newId("sat"), sessionId: session.id, traineeId, attended: true });
  }
  // The notes stay out of the Log: the board reads these facts, and they are not the board's.
  const facts = { date, minutes, amountMinor: chargeMinor, currency: CURRENCY };
  tx.append("IndividualSupervisionLogged", session, { ...whom, boardId }, facts);
  await chargeBoard(tx, owedFor(session, chargeMinor));
  return session.id;
};

/** What is wrong with the commission, the date and who held it, all of it. */
const faultsOf = async (
  tx: Transaction,
  { date, supervisorId }: LogIndividualSupervisionInput & { readonly supervisorId: string },
  whom: Conductor,
  commission: Commission,
): Promise<UserError[]> => {
  const { commissionedOn } = commission;
  const part = await conducting(tx, commission, whom);
  const faults: UserError[] = [];
  if (!part) {
    const whose = whom.traineeId ? "this trainee's pair" : "a pair in which this person is accredited and no trainee";
    faults.push(invalid(["commissionId"], `commissionId is not a commission of ${whose}.`));
  } else if (!commissionedOn) {
    faults.push(invalid(["commissionId"], "commissionId is not granted: until then no board pays."));
  }
  if (whom.personId && (await hasAPart(tx, commission, supervisorId))) {
    faults.push(invalid(["supervisorId"], "supervisorId has a part in this review, in its pair or for its board."));
  }
  const paid = part && commissionedOn ? { commissionedOn, ...part } : UNPAID;
  return [...faults, ...faultsOfDate(date, paid, londonDay(tx.ctx.now)).map((fault) => invalid(["date"], fault))];
};

/** Where nobody pays, a date is wrong only in the future. */
const UNPAID = { commissionedOn: null, from: null, until: null };
