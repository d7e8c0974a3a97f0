import { In } from "typeorm";
import { withReadiness } from "../assessment/readiness-changes";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { Trainee } from "../trainee/trainee.entity";
import { decidedOn } from "./decided-on";
import { Evidence, EvidenceAbout } from "./evidence.entity";
import { ReturnEvidenceInput, WithdrawEvidenceInput } from "./evidence.inputs";
import { mayReturn } from "./evidence.rules";
import { EvidenceState } from "./evidence-state";

/**
 * R33: staff send an item back to who wrote it, with a reason. It counts no more (E12), and stays readable as it was;
 * another may take its place. The right to it comes from being assigned, never from an assessment: it tells of none.
 */
export const giveBack: UseCase<ReturnEvidenceInput> = async (tx, { evidenceId, expectedVersion, reason }) => {
  const { item, traineeIds } = await found(tx, evidenceId);
  if (item.submittedById === tx.ctx.personId || !mayReturn(tx.ctx.scope, traineeIds)) throw forbidden();
  await tx.once();
  tx.expect(item, expectedVersion);
  refuse([...notIn(item, [EvidenceState.SUBMITTED]), ...(await decidedOn(tx, item.id))]);
  return moved(tx, item, traineeIds, EvidenceState.RETURNED, reason);
};

/** Who wrote an item takes it back: submitted, or returned and not to be written anew. */
export const withdraw: UseCase<WithdrawEvidenceInput> = async (tx, { evidenceId, expectedVersion, reason }) => {
  const { item, traineeIds } = await found(tx, evidenceId);
  if (item.submittedById !== tx.ctx.personId)
    throw forbidden("An item of evidence is its writer's alone to take back.");
  await tx.once();
  tx.expect(item, expectedVersion);
  const [replaced] = await tx.rows("SELECT id FROM evidence WHERE replacesId = ?", [item.id]);
  refuse([
    ...notIn(item, [EvidenceState.SUBMITTED, EvidenceState.RETURNED]),
    replaced !== undefined && invalid(["evidenceId"], "evidenceId is replaced by another item: take that one back."),
    ...(await decidedOn(tx, item.id)),
  ]);
  return moved(tx, item, traineeIds, EvidenceState.WITHDRAWN, reason);
};

const found = async (tx: Transaction, evidenceId: string) => {
  const item = await tx.find(Evidence, evidenceId, "evidenceId");
  const about = await tx.manager.find(EvidenceAbout, {
    where: { evidenceId: item.id },
    order: { traineeId: "ASC" },
  });
  return { item, traineeIds: about.map(({ traineeId }) => traineeId) };
};

const notIn = ({ state }: Evidence, states: readonly EvidenceState[]): UserError[] =>
  states.includes(state) ? [] : [invalid(["evidenceId"], `evidenceId is ${state} already.`)];

/** The item is in another state: each whom it is about is told, and its writer. */
const moved = (
  tx: Transaction,
  item: Evidence,
  traineeIds: readonly string[],
  to: EvidenceState,
  reason: string,
): Promise<string> =>
  withReadiness(tx, traineeIds, async () => {
    const { source, title, commissionId, state: from } = item;
    const facts = { source, title, commissionId, from, to };
    await tx.change(Evidence, item, { state: to });
    const kind = to === EvidenceState.RETURNED ? "EvidenceReturned" : "EvidenceWithdrawn";
    for (const traineeId of traineeIds) tx.append(kind, item, { traineeId }, facts, reason);
    // What was written on a page comes back to nobody: no one signs in to replace it.
    const writer = item.submittedById;
    if (to === EvidenceState.RETURNED && writer !== null && !(await isAbout(tx, traineeIds, writer))) {
      tx.append("EvidenceReturnedToWriter", item, { personId: writer }, facts, reason);
    }
    return item.id;
  });

const isAbout = async (tx: Transaction, traineeIds: readonly string[], personId: string): Promise<boolean> =>
  tx.manager.existsBy(Trainee, { id: In([...traineeIds]), personId });
