import { Commission } from "../commission/commission.entity";
import { CommissionStage } from "../commission/commission-stage";
import { isUnderWay } from "../commission/interruption.rules";
import { partiesOf } from "../commission/parties";
import { RateSide } from "../commission/rate-side";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { londonDay } from "../time";
import {
  AnswerInformationRequestInput,
  RequestInformationInput,
  WithdrawInformationRequestInput,
} from "./information.inputs";
import { isOpen } from "./information.rules";
import { InformationRequest } from "./information-request.entity";
import { InformationState } from "./information-state";

const { OPEN, ANSWERED, REFUSED, WITHDRAWN } = InformationState;

/** One of the pair asks the board, or somebody who speaks for the board asks the pair. */
export const request: UseCase<RequestInformationInput> = async (tx, { commissionId, request: asked, dueOn }) => {
  const commission = await tx.find(Commission, commissionId, "commissionId");
  const side = await sideOf(tx, commission);
  await tx.once();
  const { id, boardId, reference, stage } = commission;
  refuseUnless(isUnderWay(stage, CommissionStage.NEGOTIATING));
  refuse([dueOn < londonDay(tx.ctx.now) && invalid(["dueOn"], "dueOn is in the past.")]);
  const made = await tx.add(InformationRequest, {
    id: newId("inq"),
    commissionId: id,
    boardId,
    askedBy: side,
    askerId: tx.ctx.personId as string,
    request: asked,
    askedAt: tx.ctx.now,
    dueOn,
    state: OPEN,
    response: null,
    responderId: null,
    respondedAt: null,
    version: 1,
  });
  const facts = { reference, askedBy: side, request: asked, dueOn };
  tx.append("InformationRequested", made, { commissionId: id, boardId }, facts);
  return made.id;
};

/** The side that was asked answers in writing, or says in writing why it does not. */
export const answer: UseCase<AnswerInformationRequestInput> = async (tx, input) => {
  const { requested, commission, side } = await found(tx, input.informationRequestId);
  if (side === requested.askedBy) throw forbidden("The other side answers.");
  await tx.once();
  tx.expect(requested, input.expectedVersion);
  refuseUnless(isOpen(requested));
  const { id, boardId, commissionId, state: from } = requested;
  const { response } = input;
  const to = (input.given ?? true) ? ANSWERED : REFUSED;
  const responderId = tx.ctx.personId as string;
  await tx.change(InformationRequest, requested, { state: to, response, responderId, respondedAt: tx.ctx.now });
  const facts = { reference: commission.reference, from, to, response };
  tx.append("InformationAnswered", requested, { commissionId, boardId }, facts);
  return id;
};

/** The side that asked takes its request back. */
export const withdraw: UseCase<WithdrawInformationRequestInput> = async (tx, input) => {
  const { requested, commission, side } = await found(tx, input.informationRequestId);
  if (side !== requested.askedBy) throw forbidden("The side that asked takes its request back.");
  await tx.once();
  tx.expect(requested, input.expectedVersion);
  refuseUnless(isOpen(requested));
  const { id, boardId, commissionId, state: from } = requested;
  await tx.change(InformationRequest, requested, { state: WITHDRAWN });
  const facts = { reference: commission.reference, from, to: WITHDRAWN };
  tx.append("InformationRequestWithdrawn", requested, { commissionId, boardId }, facts, input.reason);
  return id;
};

const found = async (tx: Transaction, informationRequestId: string) => {
  const requested = await tx.find(InformationRequest, informationRequestId, "informationRequestId");
  const commission = await tx.find(Commission, requested.commissionId, "informationRequestId");
  return { requested, commission, side: await sideOf(tx, commission) };
};

/** The side of a commission on which the viewer stands: who stands on none has nothing to ask or to answer here. */
const sideOf = async (tx: Transaction, { pairId, boardId }: Commission): Promise<RateSide> => {
  const { viewer } = await partiesOf(tx, pairId, boardId);
  if (viewer === null) throw forbidden();
  return viewer;
};
