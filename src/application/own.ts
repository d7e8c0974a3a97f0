import { invalid, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { Cohort } from "../programme/cohort.entity";
import { Application } from "./application.entity";
import { ApplicationState } from "./application-state";

/** An application of the viewer's own, locked, and its cohort. Who may see another's may not act for them. */
export const own = async (tx: Transaction, applicationId: string) => {
  const application = await tx.find(Application, applicationId, "applicationId");
  if (application.personId !== tx.ctx.personId) throw forbidden("An application is its writer's alone to change.");
  const cohort = await tx.manager.findOneByOrFail(Cohort, { id: application.cohortId });
  return { application, cohort };
};

/** What is wrong with changing an application that is no draft: what was submitted stays as it was read. */
export const notDraft = ({ state }: Application): UserError[] =>
  state === ApplicationState.DRAFT
    ? []
    : [invalid(["applicationId"], `applicationId is no draft: its state is ${state}.`)];
