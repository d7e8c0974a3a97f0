import { renewCredential } from "../credential/issue";
import { UseCase } from "../mutation/answer";
import { invalid, refuse } from "../mutation/refused";
import { londonDay } from "../time";
import { RestoreAccreditationInput, WithdrawAccreditationInput } from "./accreditation.inputs";
import { standing } from "./accreditation.rules";
import { AccreditationStanding } from "./accreditation-standing";
import { restored } from "./days.rules";
import { changeDays, concerned, forDecision, notReleased } from "./for-decision";

const { LAPSED, WITHDRAWN } = AccreditationStanding;

/** R42, R46: the programme takes an accreditation back, whenever it has a reason to: one that has lapsed as well. */
export const withdraw: UseCase<WithdrawAccreditationInput> = async (tx, input) => {
  const accreditation = await forDecision(tx, input);
  const today = londonDay(tx.ctx.now);
  refuse([
    await notReleased(tx, accreditation),
    standing(accreditation, today) === WITHDRAWN &&
      invalid(["accreditationId"], "accreditationId is of an accreditation that was withdrawn already."),
  ]);
  return changeDays(tx, accreditation, { withdrawnOn: today }, {}, async (facts) => {
    tx.append("AccreditationWithdrawn", accreditation, concerned(accreditation), facts, input.reason);
    return accreditation.id;
  });
};

/** R46: one that lapsed or was withdrawn holds again, from this day on; a new year begins with it. */
export const restore: UseCase<RestoreAccreditationInput> = async (tx, input) => {
  const accreditation = await forDecision(tx, input);
  const today = londonDay(tx.ctx.now);
  const now = standing(accreditation, today);
  refuse([
    await notReleased(tx, accreditation),
    now !== LAPSED &&
      now !== WITHDRAWN &&
      invalid(["accreditationId"], "accreditationId is of an accreditation that holds: there is nothing to restore."),
  ]);
  return changeDays(tx, accreditation, restored(today), {}, async (facts) => {
    tx.append("AccreditationRestored", accreditation, concerned(accreditation), facts, input.reason);
    // What was revoked stays so, whoever holds a copy: that it was suspended ends by itself.
    if (now === WITHDRAWN) await renewCredential(tx, accreditation, input.reason);
    return accreditation.id;
  });
};
