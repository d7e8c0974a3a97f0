import { In, Not } from "typeorm";
import { Commission } from "../commission/commission.entity";
import { differences } from "../log/differences";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { conducted } from "../pair/conducted";
import { londonDay } from "../time";
import { reviewGoesOn, untilFaults } from "./contribution.rules";
import { Contributor, ContributorAbout } from "./contributor.entity";
import { IssueContributionLinkInput, RevokeContributionLinkInput } from "./contributor.inputs";
import { hashOf } from "./link";
import { reviewOf } from "./review";
import { STILL_OF_THE_PAIR } from "./still-of-the-pair";

/**
 * R35: a link for one contributor, for a supervisor or programme lead to send: whoever conducts the review, or did, never
 * has it, or they could write what they are judged by. A new link ends the one before it, and is about nobody who has left the
 * review: one that was sent before still is.
 */
export const issue = async (tx: Transaction, input: IssueContributionLinkInput, token: string): Promise<string> => {
  const { contributor, commission } = await theirs(tx, input.contributorId);
  await tx.once();
  tx.expect(contributor, input.expectedVersion);
  const today = londonDay(tx.ctx.now);
  const until = input.until ?? contributor.until;
  const staying = await stillOfThePair(tx, contributor);
  const nobody =
    staying.length === 0 && invalid(["contributorId"], "contributorId is about nobody of the pair any more.");
  refuse([notHere(contributor), given(contributor), nobody, ...untilFaults(until, today)]);
  refuseUnless(reviewGoesOn(await reviewOf(tx, commission)));
  const about = await aboutOnly(tx, contributor, staying);

  const to = { until, revokedAt: null };
  const facts = differences<Contributor, typeof to>(contributor, to);
  const issued = { linkHash: hashOf(token), linkIssuedAt: tx.ctx.now, linkIssuedById: tx.ctx.personId as string };
  await tx.change(Contributor, contributor, { ...to, ...issued });
  tx.append("ContributionLinkIssued", contributor, { commissionId: commission.id }, { ...facts, ...about });
  return contributor.id;
};

/** Who has left is not asked about any more: what changes by that, if anything. */
const aboutOnly = async (tx: Transaction, { id: contributorId }: Contributor, staying: readonly string[]) => {
  const before = await tx.manager.find(ContributorAbout, { where: { contributorId }, order: { traineeId: "ASC" } });
  if (before.length === staying.length) return {};
  await tx.manager.delete(ContributorAbout, { contributorId, traineeId: Not(In(staying)) });
  return { traineeIds: { from: before.map(({ traineeId }) => traineeId), to: [...staying] } };
};

const stillOfThePair = async (tx: Transaction, { id, commissionId }: Contributor): Promise<string[]> => {
  const found = await tx.rows(
    `SELECT a.traineeId FROM contributor_about a JOIN commission c ON c.id = ?
     WHERE a.contributorId = ? AND ${STILL_OF_THE_PAIR}`,
    [commissionId, id],
  );
  return found.map(({ traineeId }) => traineeId as string);
};

/** A link is taken back, before it was used: whoever has it finds nothing there. */
export const revoke: UseCase<RevokeContributionLinkInput> = async (tx, { contributorId, reason, expectedVersion }) => {
  const { contributor, commission } = await theirs(tx, contributorId);
  await tx.once();
  tx.expect(contributor, expectedVersion);
  refuse([
    notHere(contributor),
    given(contributor),
    contributor.linkHash === null && invalid(["contributorId"], "contributorId has no link."),
  ]);
  await tx.change(Contributor, contributor, { linkHash: null, revokedAt: tx.ctx.now });
  tx.append("ContributionLinkRevoked", contributor, { commissionId: commission.id }, {}, reason);
  return contributor.id;
};

/** A contributor whose link is the viewer's to give: they supervise one of the trainees asked about, or lead. */
const theirs = async (tx: Transaction, id: string): Promise<{ contributor: Contributor; commission: Commission }> => {
  const contributor = await tx.find(Contributor, id, "contributorId");
  const commission = await tx.manager.findOneByOrFail(Commission, { id: contributor.commissionId });
  const { personId, scope } = tx.ctx;
  const supervised = await tx.rows(
    `SELECT s.id FROM staff_assignment s JOIN contributor_about a ON a.traineeId = s.traineeId
     WHERE a.contributorId = ? AND s.personId = ? AND s.\`role\` = 'SUPERVISOR' AND s.endedOn IS NULL`,
    [contributor.id, personId],
  );
  const may = scope.lead || (scope.supervisor && supervised.length > 0);
  if (!may || (await conducted(tx.rows, commission.id, personId))) throw forbidden();
  return { contributor, commission };
};

const notHere = ({ forgottenAt }: Contributor) =>
  forgottenAt !== null && invalid(["contributorId"], "contributorId is of somebody who was forgotten.");
const given = ({ givenAt }: Contributor) =>
  givenAt !== null && invalid(["contributorId"], "contributorId has given their input already.");
