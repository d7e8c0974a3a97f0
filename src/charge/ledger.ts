import { forUpdate } from "../database/database";
import { newId } from "../id";
import { invalid, Refused, refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Charge } from "./charge.entity";
import { creditOf, onTheRightParty, vatOfLine } from "./charge.rules";
import { ChargeKind } from "./charge-kind";
import { Payer } from "./payer";
import { vatPercentOf } from "./vat-rate";

const CURRENCY = "GBP";

/** What a board owes under one of its commissions, in pence without VAT. */
export interface OwedByBoard {
  readonly kind: ChargeKind.INDIVIDUAL_SUPERVISION | ChargeKind.QUALITY_ASSURANCE;
  readonly boardId: string;
  readonly commissionId: string;
  readonly sessionId: string | null;
  readonly purpose: string;
  readonly amountMinor: number;
}

/** What a trainee owes, in pence without VAT. */
export interface OwedByTrainee {
  readonly kind: ChargeKind.PROGRAMME_FEE;
  readonly traineeId: string;
  readonly purpose: string;
  readonly amountMinor: number;
  readonly vatPercent: number;
  readonly currency: string;
}

/** R27, R44: raises a charge to the board of a commission, with the VAT of the day. */
export const chargeBoard = async (tx: Transaction, owed: OwedByBoard): Promise<Charge> => {
  const vatPercent = await vatPercentOf(tx, owed.commissionId);
  const to = { payer: Payer.BOARD, traineeId: null, vatPercent, currency: CURRENCY };
  const charge = await raise(tx, { ...owed, ...to });
  const { boardId, commissionId } = charge;
  tx.append("ChargeRaised", charge, { boardId, commissionId }, { payer: charge.payer, ...factsOf(charge) });
  return charge;
};

/** R49, R50: raises a charge to a trainee. */
export const chargeTrainee = async (tx: Transaction, owed: OwedByTrainee): Promise<Charge> => {
  const to = { payer: Payer.TRAINEE, boardId: null, commissionId: null, sessionId: null };
  const charge = await raise(tx, { ...owed, ...to });
  tx.append("FeeCharged", charge, { traineeId: charge.traineeId }, factsOf(charge));
  return charge;
};

type Owed = Omit<Charge, "id" | "vatMinor" | "creditsId" | "raisedAt">;

/** Whoever calls, whatever for: a charge on the wrong party never comes into the ledger. */
const raise = (tx: Transaction, owed: Owed): Promise<Charge> => {
  refuseUnless(onTheRightParty(owed.kind, owed.payer));
  return tx.add(Charge, {
    id: newId("chg"),
    ...owed,
    vatMinor: vatOfLine(owed.amountMinor, owed.vatPercent),
    creditsId: null,
    raisedAt: tx.ctx.now,
  });
};

/**
 * Takes back what a board was charged, or a part of it, by a credit note: a row of its own with a negative amount,
 * since nothing leaves the ledger. Credit notes on a charge never come to more than the charge.
 */
export const creditBoard = async (
  tx: Transaction,
  charge: Charge,
  amountMinor: number,
  reason: string,
  ...path: string[]
): Promise<Charge> => {
  const note = await credit(tx, charge, amountMinor, path);
  const facts = { payer: note.payer, ...factsOf(note), credits: charge.id };
  const { boardId, commissionId } = note;
  tx.append("ChargeCredited", note, { boardId, commissionId }, facts, reason);
  return note;
};

/** The same of what a trainee was charged. */
export const creditTrainee = async (
  tx: Transaction,
  charge: Charge,
  amountMinor: number,
  reason: string,
  ...path: string[]
): Promise<Charge> => {
  const note = await credit(tx, charge, amountMinor, path);
  tx.append("FeeCredited", note, { traineeId: note.traineeId }, { ...factsOf(note), credits: charge.id }, reason);
  return note;
};

const credit = async (tx: Transaction, charge: Charge, amountMinor: number, path: string[]): Promise<Charge> => {
  if (charge.creditsId !== null) throw new Refused([invalid(path, "A credit note is not credited: a charge is.")]);
  if (amountMinor < 1) throw new Refused([invalid(path, "At least one penny is credited.")]);
  const left = await leftOf(tx, charge);
  if (amountMinor > left) throw new Refused([invalid(path, `No more than ${left} pence of the charge are left.`)]);
  const { boardId, commissionId, sessionId, traineeId, payer, kind, purpose, vatPercent, currency } = charge;
  return tx.add(Charge, {
    id: newId("chg"),
    ...{ boardId, commissionId, sessionId, traineeId, payer, kind, purpose, vatPercent, currency },
    ...creditOf(left, vatPercent, amountMinor),
    creditsId: charge.id,
    raisedAt: tx.ctx.now,
  });
};

const factsOf = ({ kind, purpose, amountMinor, vatPercent, vatMinor, currency }: Charge) => ({
  ...{ kind, purpose, amountMinor, vatPercent, vatMinor, currency },
});

/**
 * What is left of a charge after the credit notes on it, in pence without VAT. The charge is locked first: of two who
 * credit it at the same moment the second waits, and counts the first one's credit note.
 */
export const leftOf = async (tx: Transaction, { id, amountMinor }: Charge): Promise<number> => {
  await tx.rows(`SELECT id FROM charge WHERE id = ?${forUpdate(tx.ctx.db.kind)}`, [id]);
  const [sum] = await tx.rows("SELECT COALESCE(SUM(amountMinor), 0) AS credited FROM charge WHERE creditsId = ?", [id]);
  return amountMinor + Number(sum?.credited);
};
