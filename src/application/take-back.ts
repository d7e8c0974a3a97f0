import { Transaction } from "../mutation/transact";
import { Application } from "./application.entity";
import { ApplicationState } from "./application-state";

/** An application ends before its applicant is a trainee: whatever place it held, or waited for, it holds no more. */
export const takeBack = async (tx: Transaction, application: Application): Promise<void> => {
  await tx.change(Application, application, { state: ApplicationState.WITHDRAWN, waitingRank: null });
};
