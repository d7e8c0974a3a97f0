import { Charge, leftOf, STAGES, vatOn } from "./model";
import { FORBIDDEN, INVALID, Step, somebody, Told } from "./step";
import { recent } from "./steps.commission";

const FEE_MINOR = 350_000;
const isLead = ({ lead }: { lead?: boolean }): boolean => lead === true;

/** Takes a part of a charge back. VAT on what is left is what remains, so that charge and credit notes add up. */
export const credit = (charge: Charge, amountMinor: number): Told => {
  const { kind, to, id: credits } = charge;
  const left = leftOf(charge);
  charge.credited.push(amountMinor);
  const vatMinor = vatOn(left - amountMinor) - vatOn(left);
  const facts = { kind, amountMinor: -amountMinor, vatMinor, vatPercent: 20, currency: "GBP", credits };
  return "board" in to
    ? {
        kind: "ChargeCredited",
        about: { boardId: to.board.id, commissionId: to.id },
        facts: { payer: "BOARD", ...facts },
      }
    : { kind: "FeeCredited", about: { traineeId: to.id }, facts };
};

const chargeFee: Step = {
  mutation: "chargeFee",
  thing: "charge",
  weight: 1,
  draw: (model, roll) => {
    const trainee = roll.one(model.trainees);
    const by = somebody(model, roll, 0.8, isLead);
    const stands = model.ledger.some((charge) => charge.to === trainee && leftOf(charge) > 0);
    return {
      by,
      input: { traineeId: trainee.id },
      obstacles: [!by.lead && FORBIDDEN, stands && INVALID],
      done: (id) => {
        model.ledger.push({ id, kind: "PROGRAMME_FEE", to: trainee, amountMinor: FEE_MINOR, credited: [] });
        const facts = { kind: "PROGRAMME_FEE", amountMinor: FEE_MINOR, vatMinor: vatOn(FEE_MINOR), currency: "GBP" };
        return [{ kind: "FeeCharged", about: { traineeId: trainee.id }, facts }];
      },
    };
  },
};

const chargeQualityAssurance: Step = {
  mutation: "chargeQualityAssurance",
  thing: "charge",
  weight: 3,
  draw: (model, roll) => {
    if (model.commissions.length === 0) return null;
    const commission = recent(model, roll);
    const by = somebody(model, roll, 0.8, isLead);
    const amountMinor = roll.chance(0.9) ? roll.whole(1, 90_000) : roll.whole(-1, 0);
    const { stage, passed, board, id: commissionId } = commission;
    const due = passed !== null || STAGES.indexOf(stage) >= STAGES.indexOf("DRAFT_REPORT");
    return {
      by,
      input: { commissionId, amountMinor, purpose: "Quality assurance of the report" },
      obstacles: [!by.lead && FORBIDDEN, (amountMinor < 1 || !due) && INVALID],
      done: (id) => {
        const kind = "QUALITY_ASSURANCE";
        model.ledger.push({ id, kind, to: commission, amountMinor, credited: [] });
        const facts = { payer: "BOARD", kind, amountMinor, vatMinor: vatOn(amountMinor), currency: "GBP" };
        return [{ kind: "ChargeRaised", about: { boardId: board.id, commissionId }, facts }];
      },
    };
  },
};

const creditCharge: Step = {
  mutation: "creditCharge",
  thing: "creditNote",
  weight: 4,
  draw: (model, roll) => {
    if (model.ledger.length === 0) return null;
    const charge = roll.one(model.ledger);
    const by = somebody(model, roll, 0.8, isLead);
    const left = leftOf(charge);
    const whole = roll.chance(0.3);
    const amountMinor = whole ? left : roll.chance(0.6) ? roll.whole(1, Math.max(1, left)) : left + 1;
    return {
      by,
      input: { chargeId: charge.id, reason: "Charged too much.", ...(whole ? {} : { amountMinor }) },
      obstacles: [!by.lead && FORBIDDEN, (left === 0 || amountMinor > left) && INVALID],
      done: () => [credit(charge, amountMinor)],
    };
  },
};

export const MONEY: readonly Step[] = [chargeFee, chargeQualityAssurance, creditCharge];
