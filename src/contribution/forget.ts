import { UseCase } from "../mutation/answer";
import { invalid, refuse } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { conducted } from "../pair/conducted";
import { eraseEntries } from "../personal/erase";
import { IN_WORDS } from "../personal/erasure-reason";
import { ERASED, NAMELESS } from "../personal/holds";
import { Contribution, ContributionPart } from "./contribution.entity";
import { Contributor } from "./contributor.entity";
import { ForgetContributorInput } from "./contributor.inputs";

/** Who a contributor is, and what they wrote, is held no longer. Their item of evidence still counts. */
export const forgetContributor: UseCase<ForgetContributorInput> = async (tx, input) => {
  const contributor = await tx.find(Contributor, input.contributorId, "contributorId");
  if (await conducted(tx.rows, contributor.commissionId, tx.ctx.personId)) {
    throw forbidden("Another programme lead does it: they were asked about your review.");
  }
  await tx.once();
  tx.expect(contributor, input.expectedVersion);
  refuse([
    contributor.forgottenAt !== null && invalid(["contributorId"], "contributorId is of somebody who was forgotten."),
  ]);
  await forget(tx, contributor, IN_WORDS[input.reason]);
  return contributor.id;
};

/** Empties what is personal of a contributor, and says so; why a link was taken back goes with it. */
export const forget = async (tx: Transaction, contributor: Contributor, reason: string): Promise<void> => {
  const empty = { name: NAMELESS, email: ERASED, message: null, linkHash: null };
  await tx.change(Contributor, contributor, { ...empty, forgottenAt: tx.ctx.now });
  const contribution = await tx.manager.findOneBy(Contribution, { contributorId: contributor.id });
  if (contribution) {
    await tx.manager.update(Contribution, { id: contribution.id }, { howKnown: ERASED });
    await tx.manager.update(ContributionPart, { contributionId: contribution.id }, { text: ERASED });
  }
  const entries = await tx.rows(
    "SELECT id FROM entry WHERE subjectId = ? AND reason IS NOT NULL AND salt IS NOT NULL ORDER BY position",
    [contributor.id],
  );
  const entryIds = entries.map(({ id }) => id as string);
  await eraseEntries(tx, entryIds);
  const { commissionId } = contributor;
  tx.append("ContributorForgotten", contributor, { commissionId }, { entryIds }, reason);
};
