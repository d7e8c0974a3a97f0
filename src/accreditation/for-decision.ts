import { withReadiness } from "../assessment/readiness-changes";
import { differences } from "../log/differences";
import { invalid, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { refuseErased } from "../person/erased";
import { Person } from "../person/person.entity";
import { Accreditation } from "./accreditation.entity";
import { AccreditationInput } from "./accreditation.inputs";
import { Days } from "./days.rules";
import { RELEASED } from "./seen";

/**
 * An accreditation, locked, for a programme lead to decide on. Nobody decides on their own, nor on that of somebody who was
 * erased. The person is locked as well: a concern about their work on another of their accreditations counts here too.
 */
export const forDecision = async (
  tx: Transaction,
  { accreditationId, expectedVersion }: AccreditationInput,
): Promise<Accreditation> => {
  const accreditation = await tx.find(Accreditation, accreditationId, "accreditationId");
  if (accreditation.personId === tx.ctx.personId) {
    throw forbidden("This is your own accreditation: another programme lead decides on it.");
  }
  await tx.once();
  refuseErased(await tx.find(Person, accreditation.personId, "accreditationId"), "accreditationId");
  tx.expect(accreditation, expectedVersion);
  return accreditation;
};

/** Nothing is decided on an accreditation before the assessment that led to it is released. */
export const notReleased = async (tx: Transaction, { id }: Accreditation): Promise<UserError | false> => {
  const released = await tx.rows(`SELECT t.id FROM accreditation t WHERE t.id = ? AND ${RELEASED}`, [id]);
  return (
    released.length === 0 &&
    invalid(
      ["accreditationId"],
      "accreditationId is of an accreditation that is not released yet: release the assessment first.",
    )
  );
};

/** Whom an entry about an accreditation concerns. */
export const concerned = ({ personId, traineeId }: Accreditation) =>
  traineeId === null ? { personId } : { personId, traineeId };

/**
 * Gives an accreditation other days and tells those who know the person that it did. `work` tells the person and the leads
 * why, with the same days. Readiness may change with it: a pair stands on what its members were on the day it was formed.
 */
export const changeDays = async <T>(
  tx: Transaction,
  accreditation: Accreditation,
  to: Partial<Days>,
  told: Partial<Pick<Accreditation, "lapseToldFor">>,
  work: (facts: { reference: string }) => Promise<T>,
): Promise<T> => {
  const paired = await tx.rows(
    "SELECT id FROM trainee WHERE pairId IN (SELECT pairId FROM pair_member WHERE personId = ?)",
    [accreditation.personId],
  );
  const traineeIds = paired.map(({ id }) => id as string);
  return withReadiness(tx, traineeIds, async () => {
    const facts = { reference: accreditation.reference, ...differences<Days, Partial<Days>>(accreditation, to) };
    await tx.change(Accreditation, accreditation, { ...to, ...told });
    const result = await work(facts);
    tx.append("AccreditationChanged", accreditation, concerned(accreditation), facts);
    return result;
  });
};
