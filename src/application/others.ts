import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { Application } from "./application.entity";

/** An application that is not the viewer's own, locked: nobody has a say in whether they themselves are given a place. */
export const others = async (tx: Transaction, applicationId: string): Promise<Application> => {
  const application = await tx.find(Application, applicationId, "applicationId");
  if (application.personId === tx.ctx.personId) {
    throw forbidden("Nobody scores or decides on their own application: another programme lead does.");
  }
  return application;
};
