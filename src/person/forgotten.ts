import { Entity, PrimaryColumn } from "typeorm";
import { Transaction } from "../mutation/transact";
import { Holds } from "../personal/holds";
import { Person } from "./person.entity";

/**
 * By what name a provider knew somebody who was erased, so that a token of theirs that still counts does not make them
 * known anew. Only a digest under a key, which tells nobody who it was.
 */
@Entity("forgotten_identity")
@Holds({ secret: ["digest"] })
export class ForgottenIdentity {
  @PrimaryColumn("varchar", { length: 64 })
  digest!: string;
}

/** Keeps in mind that this person was erased, if a provider knew them. */
export const forget = async (tx: Transaction, { issuer, subject }: Person): Promise<void> => {
  if (issuer === null || subject === null || (await isForgotten(tx, { issuer, subject }))) return;
  await tx.manager.insert(ForgottenIdentity, { digest: tx.ctx.log.fingerprint(issuer, subject) });
};

/** Whether whom a provider calls so was erased. */
export const isForgotten = (
  { manager, ctx }: Transaction,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<boolean> => manager.existsBy(ForgottenIdentity, { digest: ctx.log.fingerprint(issuer, subject) });
