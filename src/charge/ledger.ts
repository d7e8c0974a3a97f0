import { newId } from "../id";
import { invalid, Refused } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Charge } from "./charge.entity";
import { ChargeKind } from "./charge-kind";
import { Payer } from "./payer";

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

/** R27, R44: raises a charge to the board of a commission. */
export const chargeBoard = async (tx: Transaction, owed: OwedByBoard): Promise<Charge> => {
  const charge = await tx.add(Charge, {
    id: newId("chg"),
    ...owed,
    payer: Payer.BOARD,
    currency: CURRENCY,
    creditsId: null,
    raisedAt: tx.ctx.now,
  });
  const { boardId, payer, kind, purpose, amountMinor, currency } = charge;
  tx.append("ChargeRaised", charge, { boardId }, { payer, kind, purpose, amountMinor, currency });
  return charge;
};

/**
 * Takes back a charge, or a part of it, by a credit note: a row of its own with a negative amount, since nothing leaves
 * the ledger. Credit notes on a charge never come to more than the charge.
 */
export const creditBoard = async (
  tx: Transaction,
  charge: Charge,
  amountMinor: number,
  reason: string,
  ...path: string[]
): Promise<Charge> => {
  const left = await leftOf(tx, charge);
  if (amountMinor > left) throw new Refused([invalid(path, `No more than ${left} pence of the charge are left.`)]);
  const { boardId, commissionId, sessionId, payer, kind, purpose, currency } = charge;
  const note = await tx.add(Charge, {
    id: newId("chg"),
    ...{ boardId, commissionId, sessionId, payer, kind, purpose, currency },
    amountMinor: -amountMinor,
    creditsId: charge.id,
    raisedAt: tx.ctx.now,
  });
  const facts = { payer, kind, purpose, amountMinor: -amountMinor, currency, credits: charge.id };
  tx.append("ChargeCredited", note, { boardId }, facts, reason);
  return note;
};

/** What is left of a charge after the credit notes on it, in pence. */
export const leftOf = async (tx: Transaction, { id, amountMinor }: Charge): Promise<number> => {
  const [sum] = await tx.rows("SELECT COALESCE(SUM(amountMinor), 0) AS credited FROM charge WHERE creditsId = ?", [id]);
  return amountMinor + Number(sum?.credited);
};
