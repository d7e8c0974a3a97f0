import { Application } from "../application/application.entity";
import { ApplicationState } from "../application/application-state";
import { forUpdate } from "../database/database";
import { invalid, Refused } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Cohort } from "../programme/cohort.entity";
import { refuseWithoutPlace } from "../programme/places";
import { Trainee } from "./trainee.entity";

/** What is to be done first, where an application of the person's is not at its end. */
const FIRST: Partial<Record<ApplicationState, string>> = {
  [ApplicationState.SUBMITTED]: "They have applied for a place on this cohort: decide on the application first.",
  [ApplicationState.OFFERED]: "They are offered a place on this cohort: they confirm it first.",
  [ApplicationState.WAITING]: "They are on this cohort's waiting list: they are offered a place first, and confirm it.",
};

/**
 * The place that a person may take on a cohort: one they confirmed, which is counted already, or else (null) one that
 * nobody holds (E3). The cohort must have been found in this transaction.
 */
export const placeFor = async (
  tx: Transaction,
  personId: string,
  cohort: Cohort,
  path: string,
): Promise<Application | null> => {
  const application = await submitted(tx, personId, cohort);
  if (application?.state === ApplicationState.CONFIRMED) return application;
  const first = application && FIRST[application.state];
  if (first) throw new Refused([invalid([path], first)]);
  await refuseWithoutPlace(tx, cohort);
  return null;
};

/** What was not submitted is the applicant's alone: a lead must not learn of it here. */
const submitted = async (tx: Transaction, personId: string, { id: cohortId }: Cohort): Promise<Application | null> => {
  const [row] = await tx.rows(
    `SELECT id FROM application WHERE cohortId = ? AND personId = ? AND submittedAt IS NOT NULL${forUpdate(tx.ctx.db.kind)}`,
    [cohortId, personId],
  );
  return row ? tx.manager.findOneByOrFail(Application, { id: row.id as string }) : null;
};

/** Who applied has become a trainee: from here on it is the trainee who holds the place. */
export const takeUp = async (tx: Transaction, application: Application | null, { id }: Trainee): Promise<void> => {
  if (!application) return;
  const { state: from, reference, personId } = application;
  const to = ApplicationState.ENROLLED;
  await tx.change(Application, application, { state: to, traineeId: id });
  tx.append("PlaceTakenUp", application, { personId }, { reference, from, to, traineeId: id });
};
