import { openAppeals } from "../appeal/open-appeal";
import { offerNext } from "../application/waiting-list";
import { withReadiness } from "../assessment/readiness-changes";
import { courseBegins } from "../course/begins";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, refuseUnless, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { refuseErased } from "../person/erased";
import { Person } from "../person/person.entity";
import { Cohort } from "../programme/cohort.entity";
import { conditionFor, holds } from "../scope/condition";
import { giveUpBookings } from "../supervision/waiting-list";
import { londonDay } from "../time";
import { assignmentsOf, endAssignments } from "./assignments";
import { placeFor, takeUp } from "./holding-a-place";
import { Trainee } from "./trainee.entity";
import { DeferTraineeInput, ReturnTraineeInput, WithdrawTraineeInput } from "./trainee.inputs";
import { nothingUnderWay, UnderWay } from "./trainee.rules";
import { TraineeStanding } from "./trainee-standing";

/** R9: a trainee goes on with a later cohort. It is the same record: what they attended stays, and counts. */
export const defer: UseCase<DeferTraineeInput> = async (tx, { traineeId, cohortId, reason, expectedVersion }) => {
  const trainee = await traineeAlone(tx, traineeId);
  refuseTheirOwn(tx, trainee);
  const to = await tx.find(Cohort, cohortId, "cohortId");
  await tx.once();
  tx.expect(trainee, expectedVersion);
  const from = await tx.find(Cohort, trainee.cohortId, "traineeId");
  const begins = await courseBegins(tx, to);
  const same = to.id === from.id && invalid(["cohortId"], "cohortId is the cohort they are on.");
  refuse([
    notEnrolled(trainee),
    same || (await notLater(tx, from, to)),
    begins <= londonDay(tx.ctx.now) && invalid(["cohortId"], `cohortId has begun its course, on ${begins}.`),
  ]);
  refuseUnless(nothingUnderWay(await underWay(tx, trainee)));
  const application = await placeFor(tx, trainee.personId, to, "cohortId");

  return withReadiness(tx, [trainee.id], async () => {
    await tx.change(Trainee, trainee, { cohortId: to.id });
    tx.append("TraineeDeferred", trainee, { traineeId: trainee.id }, moved(trainee, from, to), reason);
    await takeUp(tx, application, trainee);
    await offerNext(tx, from);
    return trainee.id;
  });
};

/** A trainee leaves before accreditation: their place is free, and nobody is assigned to them any more. */
export const withdraw: UseCase<WithdrawTraineeInput> = async (tx, { traineeId, reason, expectedVersion }) => {
  const trainee = await traineeAlone(tx, traineeId);
  refuseTheirOwn(tx, trainee);
  await tx.once();
  tx.expect(trainee, expectedVersion);
  const cohort = await tx.find(Cohort, trainee.cohortId, "traineeId");
  refuse([notEnrolled(trainee)]);
  refuseUnless(nothingUnderWay(await underWay(tx, trainee)));

  const { reference, standing: from } = trainee;
  const to = TraineeStanding.WITHDRAWN;
  const assignments = await assignmentsOf(tx, trainee);
  await tx.change(Trainee, trainee, { standing: to });
  // Before the entry that says why: it is not theirs to read any more.
  await endAssignments(tx, trainee, assignments, reason);
  const facts = { reference, cohort: cohort.reference, standing: { from, to } };
  tx.append("TraineeWithdrawn", trainee, { traineeId: trainee.id }, facts, reason);
  await giveUpBookings(tx, trainee);
  await offerNext(tx, cohort);
  return trainee.id;
};

/** Who had left goes on: on the cohort they were on or a later one, while a place is left (E3). */
export const comeBack: UseCase<ReturnTraineeInput> = async (tx, { traineeId, cohortId, reason, expectedVersion }) => {
  const trainee = await tx.find(Trainee, traineeId, "traineeId");
  refuseTheirOwn(tx, trainee);
  const person = await tx.find(Person, trainee.personId, "traineeId");
  const to = await tx.find(Cohort, cohortId, "cohortId");
  await tx.once();
  tx.expect(trainee, expectedVersion);
  refuseErased(person, "traineeId");
  const from = await tx.manager.findOneByOrFail(Cohort, { id: trainee.cohortId });
  const { standing } = trainee;
  const elsewhere = await tx.manager.findOneBy(Trainee, { personId: person.id, standing: TraineeStanding.ENROLLED });
  refuse([
    standing !== TraineeStanding.WITHDRAWN && invalid(["traineeId"], "traineeId has not left the programme."),
    elsewhere !== null &&
      elsewhere.id !== trainee.id &&
      invalid(["traineeId"], `traineeId is of somebody who is a trainee as ${elsewhere.reference}.`),
    to.id !== from.id && (await notLater(tx, from, to)),
  ]);
  const application = await placeFor(tx, person.id, to, "cohortId");

  return withReadiness(tx, [trainee.id], async () => {
    await tx.change(Trainee, trainee, { cohortId: to.id, standing: TraineeStanding.ENROLLED });
    const facts = { ...moved(trainee, from, to), standing: { from: standing, to: trainee.standing } };
    tx.append("TraineeReturned", trainee, { traineeId: trainee.id }, facts, reason);
    await takeUp(tx, application, trainee);
    return trainee.id;
  });
};

/** A trainee, and with them their person: whoever pairs or enrols somebody locks the person, and waits for this or is waited for. */
const traineeAlone = async (tx: Transaction, traineeId: string): Promise<Trainee> => {
  const trainee = await tx.find(Trainee, traineeId, "traineeId");
  await tx.find(Person, trainee.personId, "traineeId");
  return trainee;
};

const moved = ({ reference }: Trainee, from: Cohort, to: Cohort) => ({
  reference,
  cohort: { from: from.reference, to: to.reference },
  cohortId: { from: from.id, to: to.id },
});

const notEnrolled = ({ standing }: Trainee): UserError | false => {
  if (standing === TraineeStanding.ENROLLED) return false;
  const left = standing === TraineeStanding.WITHDRAWN;
  return invalid(["traineeId"], left ? "traineeId has left the programme." : "traineeId is accredited already.");
};

const notLater = async (tx: Transaction, from: Cohort, to: Cohort): Promise<UserError | false> => {
  if (to.programmeId !== from.programmeId) return invalid(["cohortId"], "cohortId is of another programme.");
  const [was, is] = [await courseBegins(tx, from), await courseBegins(tx, to)];
  return (
    is <= was && invalid(["cohortId"], `cohortId is not a later cohort: its course begins on ${is}, not after ${was}.`)
  );
};

/** Whether there is an assessment of one's own, or of one's pair partner's, is not for one to hear from a refusal. */
const refuseTheirOwn = ({ ctx }: Transaction, { id: traineeId }: Trainee): void => {
  if (!holds(conditionFor(ctx.scope, "judgements"), { traineeId })) {
    throw forbidden("Nobody defers, withdraws or takes back themself, or their pair partner: another lead does.");
  }
};

const underWay = async (tx: Transaction, { id }: Trainee): Promise<UnderWay> => {
  const [pair] = await tx.rows(
    "SELECT p.id, p.reference FROM pair p JOIN trainee t ON t.pairId = p.id WHERE t.id = ? AND p.dissolvedOn IS NULL",
    [id],
  );
  const rounds = await tx.rows(
    "SELECT id, round, decidedAt FROM assessment WHERE traineeId = ? AND releasedAt IS NULL ORDER BY round",
    [id],
  );
  return {
    pair: (pair ?? null) as UnderWay["pair"],
    rounds: rounds.map(({ decidedAt, ...round }) => ({ ...round, decided: decidedAt !== null })) as never,
    appeals: await openAppeals(tx.rows, id),
  };
};
