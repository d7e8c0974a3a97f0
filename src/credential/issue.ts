import { randomUUID } from "node:crypto";
import { Accreditation } from "../accreditation/accreditation.entity";
import { Assessment } from "../assessment/assessment.entity";
import { newId } from "../id";
import { Transaction } from "../mutation/transact";
import { Person } from "../person/person.entity";
import { londonDay } from "../time";
import { awardBy, standardOf } from "./award";
import { Credential } from "./credential.entity";
import { urnOf } from "./names";
import { Award, openBadge } from "./open-badge";
import { signed } from "./signature";
import { signingKey } from "./signing-keys";
import { drawnIndex } from "./status-entry";

/** The credential that stands for an accreditation; null where there is none. */
export const currentCredential = (tx: Transaction, { id }: Pick<Accreditation, "id">): Promise<Credential | null> =>
  tx.manager.findOneBy(Credential, { currentOf: id });

/** Whether an accreditation has been made known: see `RELEASED`. */
export const isReleased = async (tx: Transaction, { assessmentId }: Accreditation): Promise<boolean> =>
  assessmentId === null || (await tx.manager.findOneByOrFail(Assessment, { id: assessmentId })).releasedAt !== null;

/** So many draws find a place in a list that is not full to the last hundredth. */
const MOST_DRAWS = 1_000;

/**
 * A place in the status list that no credential has. Where another instance draws the same at the same moment, the unique
 * index ends the later of the two transactions, which is repeated and draws anew.
 */
const freeIndex = async (tx: Transaction): Promise<number> => {
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const statusIndex = drawnIndex();
    if (!(await tx.manager.existsBy(Credential, { statusIndex }))) return statusIndex;
  }
  throw new Error("The status list is full: there is no place in it for another credential.");
};

/**
 * Makes the credential of an accreditation and signs it, in the transaction that gives the accreditation: there is never
 * the one without the other. Its holder hears of it when they hear of the accreditation.
 */
export const signCredential = async (tx: Transaction, accreditation: Accreditation): Promise<void> => {
  const { id: accreditationId, personId, traineeId, assessmentId, reference, accreditedOn } = accreditation;
  const { publicUrl: base, log, now } = tx.ctx;
  if (base === undefined) throw new Error("Nothing is served here: a credential has no address to be signed under.");
  const award = (await awardBy(tx.rows, await standardOf(tx.rows, accreditation), londonDay(now))) as Award;
  const { name } = await tx.manager.findOneByOrFail(Person, { id: personId });
  const [id, statusIndex] = [newId("crd"), await freeIndex(tx)];
  const said = {
    award,
    id: urnOf(id),
    holderId: `urn:uuid:${randomUUID()}`,
    name,
    reference,
    accreditedOn,
    statusIndex,
  };
  const jwt = await signed(openBadge(said, base, now), { key: await signingKey(tx), sealed: log.sealed, base });
  const credential = await tx.add(Credential, {
    ...{ id, accreditationId, currentOf: accreditationId, personId, traineeId, assessmentId },
    ...{ statusIndex, jwt, issuedAt: now, revokedOn: null },
  });
  if (await isReleased(tx, accreditation)) return tell(tx, credential);
  tx.append("CredentialSigned", credential, { traineeId }, { accreditationId, assessmentId });
};

const tell = (tx: Transaction, credential: Credential): void => {
  const { accreditationId, traineeId, personId } = credential;
  tx.append("CredentialIssued", credential, { traineeId, personId }, { accreditationId });
};

/** The same, once the accreditation is released: its holder is told. */
export const tellIssued = async (tx: Transaction, accreditation: Accreditation): Promise<void> => {
  const credential = await currentCredential(tx, accreditation);
  if (credential) tell(tx, credential);
};

/**
 * Revokes the credential of an accreditation for good, where there is one, and signs another: when what it says is no
 * longer so, or when the accreditation was withdrawn and is restored.
 */
export const renewCredential = async (tx: Transaction, accreditation: Accreditation, reason: string): Promise<void> => {
  const former = await currentCredential(tx, accreditation);
  if (!former) return;
  const { id, accreditationId, traineeId, personId } = former;
  const revokedOn = londonDay(tx.ctx.now);
  await tx.manager.update(Credential, { id }, { currentOf: null, revokedOn });
  tx.append("CredentialRevoked", former, { traineeId, personId }, { accreditationId, revokedOn }, reason);
  // Where nothing is served a lead issues the other one later.
  if (tx.ctx.publicUrl !== undefined) await signCredential(tx, accreditation);
};
