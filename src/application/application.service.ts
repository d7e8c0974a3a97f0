import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuseUnless } from "../mutation/refused";
import { londonDay } from "../time";
import { answersOf } from "./answers";
import { Application } from "./application.entity";
import { SubmitApplicationInput, WithdrawApplicationInput } from "./application.inputs";
import { complete, inTime, mayWithdraw } from "./application.rules";
import { ApplicationState } from "./application-state";
import { cohortOf } from "./cohort-of";
import { cvsStored } from "./completeness";
import { traineeAlready } from "./holding";
import { notDraft, own } from "./own";
import { holdsPlace } from "./place.rules";
import { takeBack } from "./take-back";
import { offerNext } from "./waiting-list";

/** R53, R54 (E1, E2): the applicant sends the application, complete and in time. The programme lead sees it from then on. */
export const submit: UseCase<SubmitApplicationInput> = async (tx, { applicationId, expectedVersion }) => {
  const { application, cohort } = await own(tx, applicationId);
  await tx.once();
  tx.expect(application, expectedVersion);
  const faults = notDraft(application);
  const trainee = await traineeAlready(tx, application.personId);
  if (trainee) faults.push(invalid([], `You are a trainee already, as ${trainee}.`));
  if (faults.length > 0) throw new Refused(faults);
  const answers = await answersOf(tx, application);
  const cvStored = (await cvsStored(tx.rows, [application.id])).has(application.id);
  refuseUnless(complete({ ...application, cvStored, answers }), inTime(cohort, londonDay(tx.ctx.now)));

  const { reference, state: from, personId } = application;
  await tx.change(Application, application, { state: ApplicationState.SUBMITTED, submittedAt: tx.ctx.now });
  const facts = { reference, cohort: cohort.reference, from, to: ApplicationState.SUBMITTED };
  tx.append("ApplicationSubmitted", application, { personId }, facts);
  return application.id;
};

/** The applicant takes the application back, until they are a trainee; a place they held is offered to the next. */
export const withdraw: UseCase<WithdrawApplicationInput> = async (tx, { applicationId, reason, expectedVersion }) => {
  const cohort = await cohortOf(tx, applicationId);
  const { application } = await own(tx, applicationId);
  await tx.once();
  tx.expect(application, expectedVersion);
  const { reference, state: from, personId } = application;
  if (!mayWithdraw(from)) {
    throw new Refused([invalid(["applicationId"], `applicationId cannot be withdrawn: its state is ${from}.`)]);
  }
  const held = holdsPlace(application);
  await takeBack(tx, application);
  const facts = { reference, from, to: ApplicationState.WITHDRAWN };
  // That there was a draft stays its writer's.
  const kind = application.submittedAt === null ? "DraftWithdrawn" : "ApplicationWithdrawn";
  tx.append(kind, application, { personId }, facts, reason ?? null);
  if (held) await offerNext(tx, cohort);
  return application.id;
};
