import { EntityNotFoundError, FindOptionsWhere, IsNull } from "typeorm";
import type { Context } from "../context";
import type { Database, Row } from "../database/database";
import { isDuplicate } from "../database/retry";
import { Log } from "../log/log";
import { Refused } from "../mutation/refused";
import { transact } from "../mutation/transact";
import { PUBLIC } from "../scope/scope";
import { isForgotten } from "./forgotten";
import { emailKeyOf, newPerson } from "./new-person";
import { Person } from "./person.entity";

/** Whom an identity provider speaks of. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | null;
  /** Theirs for certain: an address that is not verified is none. */
  readonly email: string | null;
}

/** How often somebody else may come first: a lead who invites them, or a request of their own at the same moment. */
const MOST_ATTEMPTS = 5;

/**
 * Makes sure that a subject whom nobody here knows yet speaks for somebody: for the person invited under their verified
 * address, if nobody has come by it, or for a new person without any part in the programme. Somebody who may no longer
 * sign in stays unknown: they do not come back as another. Nor does who was erased, unless they are invited again.
 */
export const firstSignIn = async (
  { db, log }: { db: Database; log: Log },
  identity: Identity,
  now = new Date(),
): Promise<void> => {
  const { issuer, subject, email } = identity;
  const arriving = (personId: string): Context => ({
    ...{ db, log, personId, scope: PUBLIC, now },
    ...{ opened: new Set(), loaders: new Map() },
  });
  for (let attempt = 1; ; attempt += 1) {
    const known = await db.rows("SELECT id FROM person WHERE issuer = ? AND subject = ?", [issuer, subject]);
    if (known.length > 0) return;
    const holder = email === null ? null : await holderOf(db, email);
    if (holder?.disabledAt) return;
    try {
      if (holder && holder.subject === null) return await link(arriving(holder.id as string), identity, holder);
      // Of somebody who has come by another subject the address stays: one address, one person.
      return await provision(arriving, identity, holder ? null : email);
    } catch (error) {
      if (error instanceof Forgotten) return;
      if (attempt >= MOST_ATTEMPTS || !isOvertaken(error)) throw error;
    }
  }
};

const holderOf = async (db: Database, email: string): Promise<Row | null> => {
  const [row] = await db.rows("SELECT id, emailKey, disabledAt, subject FROM person WHERE emailKey = ?", [
    emailKeyOf(email),
  ]);
  return row ?? null;
};

const isOvertaken = (error: unknown): boolean =>
  isDuplicate(error) || error instanceof Refused || error instanceof EntityNotFoundError;

const link = async (ctx: Context, { issuer, subject, email }: Identity, { id, emailKey }: Row): Promise<void> => {
  await transact(ctx, null, async (tx) => {
    const still = { id, emailKey, subject: IsNull(), disabledAt: IsNull() } as FindOptionsWhere<Person>;
    const person = await tx.manager.findOneByOrFail(Person, still);
    await tx.change(Person, person, { issuer, subject });
    tx.append("PersonLinked", person, { personId: person.id }, { email, from: null, to: { issuer, subject } });
    return person.id;
  });
};

/** Thrown to leave the transaction of somebody who was erased, and whom nobody has invited since. */
class Forgotten extends Error {}

const NAMELESS = "Name not given";

const provision = async (
  arriving: (personId: string) => Context,
  { issuer, subject, name }: Identity,
  email: string | null,
): Promise<void> => {
  const values = newPerson({ name: name ?? NAMELESS, email, issuer, subject });
  await transact(arriving(values.id), null, async (tx) => {
    if (await isForgotten(tx, { issuer, subject })) throw new Forgotten();
    const person = await tx.add(Person, values);
    tx.append("PersonProvisioned", person, { personId: person.id }, { name: person.name, email, issuer, subject });
    return person.id;
  });
};
