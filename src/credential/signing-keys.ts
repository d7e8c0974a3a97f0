import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import type { JWK } from "jose";
import type { EntityManager } from "typeorm";
import { ConfigError } from "../config";
import type { Database } from "../database/database";
import { isDuplicate } from "../database/retry";
import { newId } from "../id";
import type { Sealed } from "../identity/sealed";
import type { Log } from "../log/log";
import type { Transaction } from "../mutation/transact";
import type { Rows } from "../personal/holds";
import { addressesUnder } from "./addresses";
import { SigningKey } from "./signing-key.entity";

/** What Open Badges 3.0 demands of every issuer, and the only algorithm that all its verifiers know. */
export const ALGORITHM = "RS256";
const RSA_BITS = 2_048;

/** A pair of keys, as its table holds it. */
type Stored = Pick<SigningKey, "id" | "number" | "publicKey" | "privateKey">;

/** Every pair of keys there is, the newest first. */
export const signingKeys = async (rows: Rows): Promise<Stored[]> =>
  (await rows("SELECT id, number, publicKey, privateKey FROM signing_key ORDER BY number DESC")) as unknown as Stored[];

/** Makes the next pair of keys, which signs from now on. Where another instance was quicker, its own is the next. */
export const makeSigningKey = async (manager: EntityManager, sealed: Sealed, now: Date): Promise<Stored> => {
  const rows: Rows = (sql, values = []) => manager.query(sql, [...values]);
  const [newest] = await signingKeys(rows);
  const { publicKey, privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: RSA_BITS });
  const id = newId("sgk");
  const made = {
    id,
    number: Number(newest?.number ?? 0) + 1,
    publicKey: JSON.stringify(publicKey.export({ format: "jwk" })),
    privateKey: sealed.close(privateKey.export({ type: "pkcs8", format: "pem" }) as string, id),
    madeAt: now,
  };
  try {
    await manager.insert(SigningKey, made);
    return made;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return (await signingKeys(rows))[0] as Stored;
  }
};

/** The key that signs now, in a transaction: made when it is first needed, from then on the same for every instance. */
export const signingKey = async ({ manager, rows, ctx }: Transaction): Promise<Stored> =>
  (await signingKeys(rows))[0] ?? makeSigningKey(manager, ctx.log.sealed, ctx.now);

/**
 * The same where nothing is changed. A server asks at its start: that there is a key from the first day on tells nobody
 * when the first accreditation was decided.
 */
export const readySigningKey = async (db: Database, { sealed }: Pick<Log, "sealed">, now: Date): Promise<Stored> => {
  const [newest] = await signingKeys(db.rows);
  return newest ?? db.inTurn(() => makeSigningKey(db.source.manager, sealed, now));
};

/** The private half of a key. Throws in words for whoever keeps the server where it was sealed under another SECRET. */
export const opened = ({ id, privateKey }: Pick<Stored, "id" | "privateKey">, sealed: Sealed): string => {
  const pem = sealed.open(privateKey, id);
  if (pem !== null) return pem;
  throw new ConfigError([
    "SECRET is not the one that the key for signing credentials is sealed with: set the former SECRET again or, where " +
      "it is lost, run `npm run admin -- new-signing-key`. Credentials that are signed already stay good either way.",
  ]);
};

/** The public half, as it is published: a verifier finds it by the address that a signature names. */
export const published = ({ id, publicKey }: Pick<Stored, "id" | "publicKey">, base: string): JWK => ({
  ...(JSON.parse(publicKey) as JWK),
  kid: addressesUnder(base).key(id),
  alg: ALGORITHM,
  use: "sig",
});
