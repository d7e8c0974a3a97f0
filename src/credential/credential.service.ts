import { Accreditation } from "../accreditation/accreditation.entity";
import { holdsOn } from "../accreditation/accreditation.rules";
import { UseCase } from "../mutation/answer";
import { refuse } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { refuseErased } from "../person/erased";
import { Person } from "../person/person.entity";
import { londonDay } from "../time";
import { Credential } from "./credential.entity";
import { IssueCredentialInput, ReplaceCredentialInput } from "./credential.inputs";
import { mayIssue, mayReplace } from "./credential.rules";
import { currentCredential, isReleased, renewCredential, signCredential } from "./issue";

const refuseOwn = ({ ctx }: Transaction, { personId }: Accreditation): void => {
  if (personId === ctx.personId) {
    throw forbidden("This is your own accreditation: another programme lead issues its credential.");
  }
};

/** Locks the person as well: whoever erases them meanwhile finds the credential, or is found. */
const refuseErasedHolder = async (tx: Transaction, { personId }: Accreditation, path: string): Promise<void> =>
  refuseErased(await tx.find(Person, personId, path), path);

/** A lead issues the credential of an accreditation that was given before there were any. */
export const issue: UseCase<IssueCredentialInput> = async (tx, { accreditationId }) => {
  const accreditation = await tx.find(Accreditation, accreditationId, "accreditationId");
  refuseOwn(tx, accreditation);
  await tx.once();
  await refuseErasedHolder(tx, accreditation, "accreditationId");
  const current = await currentCredential(tx, accreditation);
  refuse(mayIssue(holdsOn(accreditation, londonDay(tx.ctx.now)), current?.id ?? null));
  await signCredential(tx, accreditation);
  return accreditation.id;
};

/** A lead has another one signed in the place of one that is no longer right: the holder's name, or the server's address. */
export const replace: UseCase<ReplaceCredentialInput> = async (tx, { credentialId, reason }) => {
  const credential = await tx.find(Credential, credentialId, "credentialId");
  const accreditation = await tx.manager.findOneByOrFail(Accreditation, { id: credential.accreditationId });
  refuseOwn(tx, accreditation);
  await tx.once();
  await refuseErasedHolder(tx, accreditation, "credentialId");
  const released = await isReleased(tx, accreditation);
  refuse(mayReplace(released, holdsOn(accreditation, londonDay(tx.ctx.now)), credential.revokedOn));
  await renewCredential(tx, accreditation, reason);
  return accreditation.id;
};
