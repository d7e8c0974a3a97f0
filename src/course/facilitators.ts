import { forUpdate } from "../database/database";
import { visible } from "../graph/rows";
import { thingOf } from "../graph/thing";
import { Transaction } from "../mutation/transact";
import { Person } from "../person/person.entity";
import { marks, padded } from "../scope/condition";
import { Named, named } from "./named";

/** R31: a day is run by programme leads or supervisors. Who runs it already may have been something else since. */
export const facilitatorsAmong = async (
  tx: Transaction,
  before: readonly string[],
  ids: readonly string[] | null,
): Promise<Named> => {
  if (ids === null) return { before, after: before, faults: [] };
  const seen = visible(tx.ctx, thingOf(Person));
  const among = padded(["-", ...ids]);
  // Locked: who loses the role at the same moment loses it before or after.
  const found = await tx.rows(
    `SELECT t.id, t.erasedAt, (SELECT COUNT(*) FROM person_role r WHERE r.personId = t.id
       AND r.\`role\` IN ('PROGRAMME_LEAD', 'SUPERVISOR')) AS roles
     FROM person t WHERE t.id IN (${marks(among)}) AND ${seen.sql} ORDER BY t.id${forUpdate(tx.ctx.db.kind)}`,
    [...among, ...seen.values],
  );
  return named(before, ids, "facilitatorIds", found, (person) => {
    if (before.includes(person.id as string)) return null;
    if (person.erasedAt !== null) return "facilitatorIds names somebody who was erased.";
    return Number(person.roles) > 0 ? null : "facilitatorIds must name programme leads or supervisors.";
  });
};
