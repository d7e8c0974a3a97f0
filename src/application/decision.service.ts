import { courseBegins } from "../course/begins";
import { differences } from "../log/differences";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Person } from "../person/person.entity";
import { londonDay } from "../time";
import { Application } from "./application.entity";
import { ApplicationState } from "./application-state";
import { cohortOf } from "./cohort-of";
import { traineeAlready } from "./holding";
import { others } from "./others";
import { holdsPlace } from "./place.rules";
import { Scoring, scoringOf } from "./scoring";
import { DecideApplicationInput, WithdrawOfferInput } from "./selection.inputs";
import { faultsOfDecision, faultsOfOffer, STATE_AFTER, scoredByTwo } from "./selection.rules";
import { SelectionDecision } from "./selection-decision";
import { nextRank, offerNext } from "./waiting-list";

/** R52, R63: a place is offered, or not yet, or not at all; or a decision is corrected. Offers may be more than places; only places are counted. */
export const decide: UseCase<DecideApplicationInput> = async (tx, input) => {
  const cohort = await cohortOf(tx, input.applicationId);
  const application = await others(tx, input.applicationId);
  await tx.once();
  tx.expect(application, input.expectedVersion);
  const reason = input.reason ?? null;
  const confirmBy = input.confirmBy ?? null;
  const said = { decision: input.decision, confirmBy, reason };
  const begins = await courseBegins(tx, cohort);
  const applicant = await applicantOf(tx, application);
  refuse([
    ...faultsOfDecision(application, said, londonDay(tx.ctx.now)),
    ...(input.decision === SelectionDecision.REFUSE ? [] : faultsOfOffer({ begins, confirmBy, ...applicant })),
  ]);
  const { criteria, scores } = await scoringFor(tx, application);
  refuseUnless(scoredByTwo(criteria, scores));

  const { reference, personId, state: from } = application;
  const to = STATE_AFTER[input.decision];
  const told = { confirmBy, decisionReason: reason };
  const facts = { reference, from, to, ...differences(application, told) };
  const waitingRank = to === ApplicationState.WAITING ? await nextRank(tx, cohort) : null;
  await tx.change(Application, application, { state: to, decidedAt: tx.ctx.now, waitingRank, ...told });
  tx.append("ApplicationDecided", application, { personId }, facts, reason);
  return application.id;
};

/** R63: an offer, or a place that was confirmed and is not taken up, is taken back; it is offered to the next. */
export const withdrawOffer: UseCase<WithdrawOfferInput> = async (tx, { applicationId, reason, expectedVersion }) => {
  const cohort = await cohortOf(tx, applicationId);
  const application = await others(tx, applicationId);
  await tx.once();
  tx.expect(application, expectedVersion);
  const { reference, personId, state: from } = application;
  if (!holdsPlace(application)) {
    refuse([invalid(["applicationId"], `applicationId has no place to take back: its state is ${from}.`)]);
  }

  const to = ApplicationState.REFUSED;
  const told = { decidedAt: tx.ctx.now, decisionReason: reason };
  const facts = { reference, from, to, ...differences(application, told) };
  await tx.change(Application, application, { state: to, ...told });
  tx.append("OfferWithdrawn", application, { personId }, facts, reason);
  await offerNext(tx, cohort);
  return application.id;
};

const scoringFor = async (tx: Transaction, { id }: Application): Promise<Scoring> =>
  (await scoringOf(tx.rows, [id])).get(id) as Scoring;

const applicantOf = async (tx: Transaction, { personId }: Application) => {
  const { erasedAt } = await tx.manager.findOneByOrFail(Person, { id: personId });
  return { erased: erasedAt !== null, trainee: await traineeAlready(tx, personId) };
};
