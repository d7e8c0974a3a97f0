import { LessThanOrEqual } from "typeorm";
import { newId } from "../id";
import { Transaction } from "../mutation/transact";
import { Fee } from "./fee.entity";
import { FeeInput } from "./fee.inputs";
import { Programme } from "./programme.entity";

/** The fee of a programme that is in force on a day: the one that began last by then. Null when none has begun. */
export const feeOn = (tx: Transaction, programmeId: string, day: string): Promise<Fee | null> =>
  tx.manager.findOne(Fee, {
    where: { programmeId, appliesFrom: LessThanOrEqual(day) },
    order: { appliesFrom: "DESC" },
  });

/** Adds a fee to a programme, and tells of it with the one that it takes the place of. */
export const addFee = async (tx: Transaction, programme: Programme, given: FeeInput): Promise<void> => {
  const { appliesFrom, feeMinor: amountMinor, vatPercent } = given;
  const before = await feeOn(tx, programme.id, appliesFrom);
  const values = { appliesFrom, amountMinor, vatPercent, currency: "GBP" };
  await tx.add(Fee, { id: newId("fee"), programmeId: programme.id, ...values });
  const replaced = before && { amountMinor: before.amountMinor, vatPercent: before.vatPercent };
  tx.append("FeeSet", programme, {}, { ...values, before: replaced });
};
