import { Accreditation } from "../accreditation/accreditation.entity";
import { notReleased } from "../accreditation/for-decision";
import { Commission } from "../commission/commission.entity";
import { refuseOwnReview } from "../commission/own-review";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, refuseUnless, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { refuseErased } from "../person/erased";
import { Person } from "../person/person.entity";
import {
  AnswerFidelityConcernInput,
  CloseFidelityConcernInput,
  RaiseFidelityConcernInput,
  ReopenFidelityConcernInput,
} from "./fidelity.inputs";
import { isOpen, Work, worksAsReviewer } from "./fidelity.rules";
import { FidelityConcern } from "./fidelity-concern.entity";
import { worksOf } from "./work";

/** R42: a programme lead raises a concern about how a reviewer worked on a review. */
export const raise: UseCase<RaiseFidelityConcernInput> = async (tx, input) => {
  const accreditation = await tx.find(Accreditation, input.accreditationId, "accreditationId");
  const commission = await tx.find(Commission, input.commissionId, "commissionId");
  const { id: accreditationId, personId } = accreditation;
  refuseOwn(tx, personId);
  // Locked, whichever of their accreditations is named: of two who raise one at the same moment the second finds the first.
  const person = await tx.find(Person, personId, "accreditationId");
  await refuseOwnReview(tx, commission.id);
  await tx.once();
  refuseErased(person, "accreditationId");

  const { id: commissionId, reference } = commission;
  refuse([
    await notReleased(tx, accreditation), // a concern would tell a trainee of it
    ...(await openAlready(tx, { personId, commissionId }, "commissionId")),
  ]);
  const works = (await worksOf(tx.rows, [accreditationId])).get(accreditationId) ?? [];
  const none: Work = {
    ...commission,
    commissionId,
    ...{ name: person.name, accreditedOn: accreditation.accreditedOn, parts: [] },
  };
  refuseUnless(worksAsReviewer(works.find((work) => work.commissionId === commissionId) ?? none));

  const concern = await tx.add(FidelityConcern, {
    id: newId("fid"),
    ...{ accreditationId, personId, commissionId, concern: input.concern },
    ...{ raisedAt: tx.ctx.now, raisedById: tx.ctx.personId as string, answer: null, answeredAt: null },
    ...{ outcome: null, closedAt: null, closedById: null, closingReason: null, version: 1 },
  });
  const facts = { reference, commissionId, accreditationId, concern: input.concern };
  tx.append("FidelityConcernRaised", concern, { personId }, facts);
  return concern.id;
};

/** R42: the reviewer answers, and puts the answer right while the concern is open. */
export const answer: UseCase<AnswerFidelityConcernInput> = async (tx, input) => {
  const concern = await tx.find(FidelityConcern, input.fidelityConcernId, "fidelityConcernId");
  const { id, personId, answer: from, answeredAt } = concern;
  if (personId !== tx.ctx.personId) throw forbidden("Whose work it is about answers it.");
  await tx.once();
  tx.expect(concern, input.expectedVersion);
  refuseUnless(isOpen(concern));
  const { answer: to, reason = null } = input;
  refuse([
    from === to && invalid(["answer"], "answer is what was answered already."),
    from !== null && from !== to && !reason && invalid(["reason"], "reason must say why the answer is another now."),
  ]);
  await tx.change(FidelityConcern, concern, { answer: to, answeredAt: answeredAt ?? tx.ctx.now });
  const facts = { reference: await referenceOf(tx, concern), from, to };
  tx.append("FidelityConcernAnswered", concern, { personId }, facts, reason);
  return id;
};

/** R42: a programme lead closes it, and tells the reviewer why. */
export const close: UseCase<CloseFidelityConcernInput> = async (tx, input) => {
  const concern = await found(tx, input.fidelityConcernId);
  await tx.once();
  tx.expect(concern, input.expectedVersion);
  refuseUnless(isOpen(concern));
  const { id, personId } = concern;
  const { outcome, reason: closingReason } = input;
  const closedById = tx.ctx.personId as string;
  await tx.change(FidelityConcern, concern, { outcome, closedAt: tx.ctx.now, closedById, closingReason });
  const facts = { reference: await referenceOf(tx, concern), outcome, closingReason };
  tx.append("FidelityConcernClosed", concern, { personId }, facts, closingReason);
  return id;
};

/** R42: a programme lead looks at it again: it was closed too soon, or otherwise than it should have been. */
export const reopen: UseCase<ReopenFidelityConcernInput> = async (tx, input) => {
  const concern = await found(tx, input.fidelityConcernId);
  const { id, personId, outcome, closedAt, closingReason } = concern;
  // As who raises one does: of two that would be open at once one is refused, and no review is decided meanwhile.
  await tx.find(Accreditation, concern.accreditationId, "fidelityConcernId");
  const person = await tx.find(Person, personId, "fidelityConcernId");
  await tx.once();
  refuseErased(person, "fidelityConcernId");
  tx.expect(concern, input.expectedVersion);
  refuse(
    closedAt === null
      ? [invalid(["fidelityConcernId"], "fidelityConcernId is of a concern that is open.")]
      : await openAlready(tx, concern, "fidelityConcernId"),
  );
  await tx.change(FidelityConcern, concern, { outcome: null, closedAt: null, closedById: null, closingReason: null });
  const facts = {
    reference: await referenceOf(tx, concern),
    outcome: { from: outcome, to: null },
    closedAt: { from: (closedAt as Date).toISOString(), to: null },
    closingReason: { from: closingReason, to: null },
  };
  tx.append("FidelityConcernReopened", concern, { personId }, facts, input.reason);
  return id;
};

/** Nobody raises, closes or reopens a concern about their own work, nor about a partner's on a review of both. */
const refuseOwn = ({ ctx }: Transaction, personId: string): void => {
  if (personId === ctx.personId) throw forbidden("It is about your own work: another programme lead does it.");
};

const found = async (tx: Transaction, fidelityConcernId: string): Promise<FidelityConcern> => {
  const concern = await tx.find(FidelityConcern, fidelityConcernId, "fidelityConcernId");
  // The reviewer whose work it is about sees it as well.
  if (!tx.ctx.scope.lead) throw forbidden();
  refuseOwn(tx, concern.personId);
  await refuseOwnReview(tx, concern.commissionId);
  return concern;
};

/** What the concern is about, as people call it: it is told to who may have left the review. */
const referenceOf = async ({ manager }: Transaction, { commissionId }: FidelityConcern): Promise<string> =>
  (await manager.findOneByOrFail(Commission, { id: commissionId })).reference;

/** One concern at a time about somebody's work on a review. */
const openAlready = async (
  { rows }: Transaction,
  { personId, commissionId }: Pick<FidelityConcern, "personId" | "commissionId">,
  path: string,
): Promise<UserError[]> => {
  const open = await rows(
    "SELECT id FROM fidelity_concern WHERE personId = ? AND commissionId = ? AND closedAt IS NULL",
    [personId, commissionId],
  );
  return open.length === 0
    ? []
    : [invalid([path], `${path} is of a review on which a concern about their work is open already.`)];
};
