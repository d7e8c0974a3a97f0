import { Accreditation } from "../accreditation/accreditation.entity";
import { standing } from "../accreditation/accreditation.rules";
import { AccreditationStanding } from "../accreditation/accreditation-standing";
import { conditional, conditionsMet, lapsed, lastDayForConditions, renewed } from "../accreditation/days.rules";
import { changeDays, concerned, forDecision, notReleased } from "../accreditation/for-decision";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, refuseUnless, UserError } from "../mutation/refused";
import { inWords } from "../rules/day";
import { londonDay } from "../time";
import { StatusReview } from "./status-review.entity";
import { ConfirmConditionsMetInput, DecideStatusReviewInput } from "./status-review.inputs";
import { meetingsAttended, reviewIsDue, StatusReviewFacts, statusReview } from "./status-review.rules";
import { statusReviewFacts } from "./status-review-facts";
import { StatusReviewOutcome } from "./status-review-outcome";

const { RENEWED, CONDITIONAL, LAPSED } = StatusReviewOutcome;

/** R46: a programme lead decides the review of a year. Of each year there is one: the next is not due before it ends. */
export const decide: UseCase<DecideStatusReviewInput> = async (tx, input) => {
  const accreditation = await forDecision(tx, input);
  const today = londonDay(tx.ctx.now);
  refuse([await notReleased(tx, accreditation), ...faultsOf(input, accreditation, today)]);
  const facts = (await statusReviewFacts(tx.rows, [accreditation.id])).get(accreditation.id) as StatusReviewFacts;
  refuseUnless(input.outcome === RENEWED ? statusReview(facts, today) : reviewIsDue(facts, today));

  const { outcome, reason = null, conditions = null, conditionsUntil = null } = input;
  const { needed: meetingsNeeded, actual } = meetingsAttended(facts, today);
  const { id: accreditationId, personId, yearFrom, reviewDueOn: dueOn } = accreditation;
  const decided = { outcome, dueOn, meetingsNeeded, meetingsAttended: actual };
  const { days, told } = after(accreditation, input, today);
  return changeDays(tx, accreditation, days, told, async (changed) => {
    const review = await tx.add(StatusReview, {
      ...{ id: newId("srv"), accreditationId, personId, yearFrom, ...decided },
      ...{ reason, conditions, conditionsUntil, conditionsMetAt: null },
      ...{ decidedAt: tx.ctx.now, decidedById: tx.ctx.personId as string },
    });
    tx.append("StatusReviewDecided", review, concerned(accreditation), { ...changed, ...decided }, reason);
    return review.id;
  });
};

/** What a decision makes of the days; and of a lapse, that it is told by now. */
const after = (accreditation: Accreditation, { outcome, conditionsUntil }: DecideStatusReviewInput, today: string) => {
  if (outcome === LAPSED) return { days: lapsed(today), told: { lapseToldFor: today } };
  if (outcome === RENEWED) return { days: renewed(accreditation, today), told: {} };
  return { days: conditional(accreditation, today, conditionsUntil as string), told: {} };
};

/** What is missing of a decision, what does not belong to it, and days that cannot be. */
const faultsOf = (
  { outcome, reason, conditions, conditionsUntil }: DecideStatusReviewInput,
  accreditation: Accreditation,
  today: string,
): (UserError | false)[] => {
  const needed = (name: string, value: unknown) =>
    value == null && invalid([name], `${name} is needed for ${outcome}.`);
  if (outcome !== CONDITIONAL) {
    const foreign = (name: string, value: unknown) =>
      value != null && invalid([name], `${name} is for CONDITIONAL only.`);
    return [
      outcome === LAPSED && needed("reason", reason),
      foreign("conditions", conditions),
      foreign("conditionsUntil", conditionsUntil),
    ];
  }
  const last = lastDayForConditions(accreditation, today);
  return [
    needed("reason", reason),
    needed("conditions", conditions),
    needed("conditionsUntil", conditionsUntil),
    conditionsUntil != null &&
      conditionsUntil < today &&
      invalid(["conditionsUntil"], "conditionsUntil is in the past."),
    conditionsUntil != null &&
      conditionsUntil > last &&
      invalid(
        ["conditionsUntil"],
        `conditionsUntil may be ${inWords(last)} at the latest: the next review is due on the day after.`,
      ),
  ];
};

/** R46: the conditions of a review are met; it holds as it would have without them. */
export const confirmConditionsMet: UseCase<ConfirmConditionsMetInput> = async (tx, input) => {
  const accreditation = await forDecision(tx, input);
  refuse([
    await notReleased(tx, accreditation),
    standing(accreditation, londonDay(tx.ctx.now)) !== AccreditationStanding.CONDITIONAL &&
      invalid(
        ["accreditationId"],
        "accreditationId is of an accreditation that holds without conditions, or not at all.",
      ),
  ]);
  const { id: accreditationId, conditionsUntil } = accreditation;
  const review = await tx.manager.findOneByOrFail(StatusReview, {
    ...{ accreditationId, outcome: CONDITIONAL, conditionsUntil: conditionsUntil as string },
    dueOn: accreditation.yearFrom,
  });
  return changeDays(tx, accreditation, conditionsMet(accreditation), {}, async (facts) => {
    await tx.manager.update(StatusReview, { id: review.id }, { conditionsMetAt: tx.ctx.now });
    tx.append("ConditionsMet", review, concerned(accreditation), facts, input.reason);
    return accreditation.id;
  });
};
