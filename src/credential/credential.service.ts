import { Accreditation } from "../accreditation/accreditation.entity";
import { holdsOn } from "../accreditation/accreditation.rules";
import { UseCase } from "../mutation/answer";
import { refuse } from "../mutation/refused";
import { londonDay } from "../time";
import { Credential } from "./credential.entity";
import { IssueCredentialInput, ReplaceCredentialInput } from "./credential.inputs";
import { mayIssue, mayReplace } from "./credential.rules";
import { currentCredential, renewCredential, signCredential } from "./issue";

/** A lead issues the credential of an accreditation that was given before there were any. */
export const issue: UseCase<IssueCredentialInput> = async (tx, { accreditationId }) => {
  const accreditation = await tx.find(Accreditation, accreditationId, "accreditationId");
  await tx.once();
  const current = await currentCredential(tx, accreditation);
  refuse(mayIssue(holdsOn(accreditation, londonDay(tx.ctx.now)), current?.id ?? null));
  await signCredential(tx, accreditation);
  return accreditation.id;
};

/** A lead has another one signed in the place of one that is no longer right: the holder's name, or the server's address. */
export const replace: UseCase<ReplaceCredentialInput> = async (tx, { credentialId, reason }) => {
  const credential = await tx.find(Credential, credentialId, "credentialId");
  await tx.once();
  const accreditation = await tx.manager.findOneByOrFail(Accreditation, { id: credential.accreditationId });
  refuse(mayReplace(holdsOn(accreditation, londonDay(tx.ctx.now)), credential.revokedOn));
  await renewCredential(tx, accreditation, reason);
  return accreditation.id;
};
