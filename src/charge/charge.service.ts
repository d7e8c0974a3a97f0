import { Commission } from "../commission/commission.entity";
import { refuseOwnReview } from "../commission/own-review";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuse } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { Cohort } from "../programme/cohort.entity";
import { Trainee } from "../trainee/trainee.entity";
import { Charge } from "./charge.entity";
import { ChargeFeeInput, ChargeQualityAssuranceInput, CreditChargeInput } from "./charge.inputs";
import { qualityAssuranceIsDue } from "./charge.rules";
import { ChargeKind } from "./charge-kind";
import * as fees from "./fee";
import { chargeBoard, creditBoard, creditTrainee, leftOf } from "./ledger";

/** R49: whoever is enrolled is charged the fee; this is for who was enrolled before that, or whose fee was credited. */
export const chargeFee: UseCase<ChargeFeeInput> = async (tx, { traineeId }) => {
  const trainee = await tx.find(Trainee, traineeId, "traineeId");
  refuseTheirOwn(tx, trainee);
  await tx.once();
  const stands = await fees.feeStands(tx, trainee);
  refuse([stands && invalid(["traineeId"], "traineeId is charged the fee already: that charge is credited first.")]);
  const cohort = await tx.manager.findOneByOrFail(Cohort, { id: trainee.cohortId });
  return (await fees.chargeFee(tx, trainee, cohort)).id;
};

/** R13, R44: the board pays for quality assurance, of a practice review and of any later one. */
export const chargeQualityAssurance: UseCase<ChargeQualityAssuranceInput> = async (tx, input) => {
  const commission = await tx.find(Commission, input.commissionId, "commissionId");
  await refuseOwnReview(tx, commission.id);
  await tx.once();
  const { id: commissionId, boardId } = commission;
  const { amountMinor, purpose } = input;
  const early = "commissionId is of a review without a draft report: until then no quality assurance is due.";
  refuse([!qualityAssuranceIsDue(commission) && invalid(["commissionId"], early)]);
  const owed = { boardId, commissionId, sessionId: null, purpose, amountMinor };
  return (await chargeBoard(tx, { kind: ChargeKind.QUALITY_ASSURANCE, ...owed })).id;
};

/** Takes back a charge, or a part of it, whoever pays it. */
export const credit: UseCase<CreditChargeInput> = async (tx, { chargeId, amountMinor, reason }) => {
  const charge = await tx.find(Charge, chargeId, "chargeId");
  const { traineeId, commissionId } = charge;
  if (commissionId) await refuseOwnReview(tx, commissionId);
  if (traineeId) refuseTheirOwn(tx, await tx.manager.findOneByOrFail(Trainee, { id: traineeId }));
  await tx.once();
  const noteOnly = "chargeId is a credit note: what it took back is charged anew instead.";
  refuse([charge.creditsId !== null && invalid(["chargeId"], noteOnly)]);
  const left = await leftOf(tx, charge);
  if (left === 0) throw new Refused([invalid(["chargeId"], "Nothing is left of the charge.")]);
  const creditIt = traineeId ? creditTrainee : creditBoard;
  return (await creditIt(tx, charge, amountMinor ?? left, reason, "amountMinor")).id;
};

const refuseTheirOwn = ({ ctx }: Transaction, { personId }: Trainee): void => {
  if (personId === ctx.personId) throw forbidden("Nobody charges or credits their own fee: another lead does.");
};
