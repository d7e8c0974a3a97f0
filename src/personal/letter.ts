import { openedByLetter } from "../access/by-letter";
import type { Context } from "../context";
import type { Database } from "../database/database";
import { Log } from "../log/log";
import { emailKeyOf } from "../person/new-person";
import { loadScopes } from "../scope/load";
import { PUBLIC, Scope } from "../scope/scope";
import { heldAbout } from "./held";
import { WITHHELD } from "./personal-data.type";

/**
 * All that is held about the person with this address, for one who asks by letter; null where there is none. Nobody
 * signs in for it, so what it opens is recorded as opened by them, by letter.
 */
export const letterTo = async (db: Database, log: Log, email: string, now: Date): Promise<object | null> => {
  const [person] = await db.rows("SELECT id FROM person WHERE emailKey = ?", [emailKeyOf(email)]);
  if (!person) return null;
  const personId = person.id as string;
  const scope = (await loadScopes(db, [personId])).get(personId) ?? (await themselves(db, personId));
  const ctx: Context = { db, log, personId, scope, now, opened: new Set(), loaders: new Map() };
  const held: Record<string, object[]> = {};
  for (let after: string | null | undefined; after !== null; ) {
    const part = await heldAbout(ctx, after ?? null);
    for (const [name, rows] of Object.entries(part.held)) held[name] = [...(held[name] ?? []), ...rows];
    after = part.next;
  }
  await openedByLetter(db, personId, ctx.opened, now);
  return { held, withheld: WITHHELD };
};

/** Who may no longer sign in sees nothing any more, but is told of themselves. */
const themselves = async (db: Database, personId: string): Promise<Scope> => {
  const trainees = await db.rows("SELECT id FROM trainee WHERE personId = ? ORDER BY id", [personId]);
  const traineeId = trainees.map(({ id }) => id as string);
  return { ...PUBLIC, personId, ids: { self: { personId: [personId], traineeId } } };
};
