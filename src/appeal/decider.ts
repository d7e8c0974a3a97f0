import { Assessment } from "../assessment/assessment.entity";
import { hasSupervised, refuseTheirOwn } from "../assessment/assessor";
import { maySuperviseAndAssess } from "../assessment/assessor.rules";
import { refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Trainee } from "../trainee/trainee.entity";
import { hadNoPart } from "./appeal.rules";

/**
 * R32 (E20): refuses whoever may not decide an appeal of this trainee's: the trainee, whoever works or worked with them,
 * whoever assessed them and, where the Standard says so, whoever supervised them. Asked when the appeal is given to
 * somebody, and again when they decide it.
 */
export const refuseUnfitToDecide = async (tx: Transaction, trainee: Trainee, personId: string): Promise<void> => {
  await refuseTheirOwn(tx, trainee, personId);
  const rounds = await tx.manager.find(Assessment, {
    where: { traineeId: trainee.id, assessorId: personId },
    order: { round: "ASC" },
  });
  const [standard] = await tx.rows(
    "SELECT s.assessorMayHaveSupervised AS may FROM standard s JOIN cohort c ON c.standardId = s.id WHERE c.id = ?",
    [trainee.cohortId],
  );
  const supervised = await hasSupervised(tx, trainee, personId);
  refuseUnless(hadNoPart(rounds), maySuperviseAndAssess(supervised, Boolean(standard?.may)));
};
