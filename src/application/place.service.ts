import { UseCase } from "../mutation/answer";
import { invalid, refuse, UserError } from "../mutation/refused";
import { Person } from "../person/person.entity";
import { refuseWithoutPlace } from "../programme/places";
import { londonDay } from "../time";
import { Application } from "./application.entity";
import { ApplicationState } from "./application-state";
import { cohortOf } from "./cohort-of";
import { placeElsewhere, traineeAlready } from "./holding";
import { own } from "./own";
import { ConfirmPlaceInput, DeclinePlaceInput } from "./place.inputs";
import { faultsOfConfirming, faultsOfDeclining } from "./place.rules";
import { offerNext } from "./waiting-list";

/**
 * R9, R63 (E3): the applicant confirms the place offered and holds it, while one is left. Without one the offer stands
 * as it was, until its day: a refusal changes nothing, and a place that somebody gives back is theirs to confirm.
 */
export const confirm: UseCase<ConfirmPlaceInput> = async (tx, { applicationId, expectedVersion }) => {
  // Before the cohort, as enrolling does: of two places that somebody takes at once the second finds the first.
  await tx.find(Person, tx.ctx.personId as string, "applicationId");
  const cohort = await cohortOf(tx, applicationId);
  const { application } = await own(tx, applicationId);
  await tx.once();
  tx.expect(application, expectedVersion);
  const { reference, personId, state: from } = application;
  const held = {
    trainee: await traineeAlready(tx, personId),
    elsewhere: await placeElsewhere(tx, personId, cohort.id),
  };
  refuse(ofApplication(faultsOfConfirming({ ...application, ...held }, londonDay(tx.ctx.now))));
  await refuseWithoutPlace(tx, cohort);

  const to = ApplicationState.CONFIRMED;
  await tx.change(Application, application, { state: to, confirmedAt: tx.ctx.now });
  tx.append("PlaceConfirmed", application, { personId }, { reference, from, to });
  return application.id;
};

/** R9: the applicant gives the place offered or confirmed back; it is offered to the next. */
export const decline: UseCase<DeclinePlaceInput> = async (tx, { applicationId, reason, expectedVersion }) => {
  const cohort = await cohortOf(tx, applicationId);
  const { application } = await own(tx, applicationId);
  await tx.once();
  tx.expect(application, expectedVersion);
  const { reference, personId, state: from } = application;
  refuse(ofApplication(faultsOfDeclining(application)));

  const to = ApplicationState.DECLINED;
  await tx.change(Application, application, { state: to });
  tx.append("PlaceDeclined", application, { personId }, { reference, from, to }, reason ?? null);
  await offerNext(tx, cohort);
  return application.id;
};

const ofApplication = (faults: readonly string[]): UserError[] =>
  faults.map((fault) => invalid(["applicationId"], fault));
