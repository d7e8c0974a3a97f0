import { In } from "typeorm";
import { Accreditation } from "../accreditation/accreditation.entity";
import { RELEASED } from "../accreditation/seen";
import { forUpdate } from "../database/database";
import { visible } from "../graph/rows";
import { thingOf } from "../graph/thing";
import { Transaction } from "../mutation/transact";
import { marks, padded } from "../scope/condition";

/** An accreditation, whether its holder knows of it yet, and whether they are there no more. */
export type Member = Accreditation & { readonly released: boolean; readonly erased: boolean };

/**
 * Those of these accreditations that the viewer sees, by id or number. Locked until commit: what counts for somebody is
 * not changed while their review is decided, nor by two meetings at once.
 */
export const membersNamed = async (tx: Transaction, names: readonly string[]): Promise<Member[]> => {
  if (names.length === 0) return [];
  const among = padded(names);
  const seen = visible(tx.ctx, thingOf(Accreditation));
  const rows = await tx.rows(
    `SELECT t.id, CASE WHEN ${RELEASED} THEN 1 ELSE 0 END AS released,
       (SELECT p.erasedAt FROM person p WHERE p.id = t.personId) AS erasedAt FROM accreditation t
     WHERE (t.id IN (${marks(among)}) OR t.reference IN (${marks(among)})) AND ${seen.sql}
     ORDER BY t.id${forUpdate(tx.ctx.db.kind)}`,
    [...among, ...among, ...seen.values],
  );
  const known = new Map(
    rows.map((row) => [row.id as string, { released: Number(row.released) === 1, erased: row.erasedAt !== null }]),
  );
  const found = await tx.manager.findBy(Accreditation, { id: In([...known.keys()]) });
  return found.map((accreditation) => Object.assign(accreditation, known.get(accreditation.id) as never));
};
