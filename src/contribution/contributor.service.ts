import { Commission } from "../commission/commission.entity";
import { areasNamed } from "../evidence/submission";
import { visible } from "../graph/rows";
import { thingOf } from "../graph/thing";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, refuseUnless, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { emailKeyOf } from "../person/new-person";
import { Person } from "../person/person.entity";
import { daysAfter, londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { MOST_NAMED, reviewGoesOn, USUAL_DAYS, untilFaults } from "./contribution.rules";
import { Contributor, ContributorAbout, ContributorArea } from "./contributor.entity";
import { NameContributorInput } from "./contributor.inputs";
import { isOfPair, reviewOf } from "./review";

/** R35: one of a pair names somebody who takes part in their review, to be asked about one of its trainees or both. */
export const name: UseCase<NameContributorInput> = async (tx, input) => {
  const commission = await tx.find(Commission, input.commissionId, "commissionId");
  if (!(await isOfPair(tx, commission))) throw forbidden();
  const trainees: Trainee[] = [];
  for (const [index, id] of input.traineeIds.entries()) {
    trainees.push(await tx.find(Trainee, id, "traineeIds", String(index)));
  }
  await tx.once();

  const { areas, faults } = await areasNamed(tx, commission, trainees, input.areaIds);
  const today = londonDay(tx.ctx.now);
  const until = input.until ?? daysAfter(today, USUAL_DAYS);
  refuse([
    ...laterReview(commission),
    ...faults,
    ...untilFaults(until, today),
    ...(await addressFaults(tx, commission, input.email)),
  ]);
  refuseUnless(reviewGoesOn(await reviewOf(tx, commission)));

  const { involvement } = input;
  const contributor = await tx.add(Contributor, {
    id: newId("cbr"),
    ...{ commissionId: commission.id, askedById: tx.ctx.personId as string, askedAt: tx.ctx.now },
    ...{ name: input.name, email: input.email, involvement, message: input.message ?? null, until },
    ...{ linkHash: null, linkIssuedAt: null, linkIssuedById: null, revokedAt: null, givenAt: null, forgottenAt: null },
    version: 1,
  });
  const contributorId = contributor.id;
  for (const { id: traineeId } of trainees) await tx.add(ContributorAbout, { contributorId, traineeId });
  for (const { id: areaId } of areas) await tx.add(ContributorArea, { contributorId, areaId });
  // Not who it is: that is held in one place, from where it can be taken.
  const facts = { reference: commission.reference, involvement, until };
  const traineeIds = trainees.map(({ id }) => id).sort();
  const codes = areas.map(({ code }) => code).sort();
  tx.append("ContributorNamed", contributor, { commissionId: commission.id }, { ...facts, traineeIds, areas: codes });
  return contributorId;
};

/** R35: others are asked about trainees, for their assessment; nobody is assessed on a later review. */
const laterReview = ({ practice }: Commission): UserError[] =>
  practice ? [] : [invalid(["commissionId"], "commissionId is of no practice review: nobody is assessed on it.")];

/** Nobody of the pair is asked, and nobody twice. Of the partner's address only who may see it is told. */
const addressFaults = async (tx: Transaction, { id, pairId }: Commission, email: string): Promise<UserError[]> => {
  const key = emailKeyOf(email);
  const seen = visible(tx.ctx, thingOf(Person), "contact");
  const own = await tx.rows(
    `SELECT t.id FROM person t JOIN pair_member m ON m.personId = t.id
     WHERE m.pairId = ? AND t.emailKey = ? AND (t.id = ? OR ${seen.sql})`,
    [pairId, key, tx.ctx.personId, ...seen.values],
  );
  const named = await tx.rows("SELECT email FROM contributor WHERE commissionId = ?", [id]);
  return [
    ...(own.length > 0 ? [invalid(["email"], "email is of your pair: others are asked for their input.")] : []),
    ...(named.some((one) => emailKeyOf(one.email as string) === key)
      ? [invalid(["email"], "email is of somebody who is named already for this review.")]
      : []),
    ...(named.length >= MOST_NAMED
      ? [invalid(["commissionId"], `commissionId is of a review for which ${MOST_NAMED} people are named already.`)]
      : []),
  ];
};
