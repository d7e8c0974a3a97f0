import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { Auth, Config, ConfigError } from "../config";
import { privateFolder } from "../database/private-file";

/** What the server seals with, and what it knows tokens by. */
export interface Secrets {
  readonly secret: string;
  readonly auth: Auth;
}

/** The demo's own, as its file holds them. */
interface Kept {
  readonly secret: string;
  readonly authSecret: string;
}

/** The environment's secrets; where it has none, the demo's: made at the first start, the same ones at the next. */
export const secretsOf = (config: Pick<Config, "database" | "secret" | "auth" | "demo">): Secrets => {
  const { secret, auth } = config;
  if (secret !== null && auth !== null) return { secret, auth };
  const demo = demoSecrets(config, secret === null);
  return { secret: secret ?? demo.secret, auth: auth ?? { kind: "secret", secret: demo.authSecret } };
};

const demoSecrets = ({ database, demo }: Pick<Config, "database" | "demo">, sealing: boolean): Kept => {
  if (database.kind === "memory") return fresh();
  if (database.kind === "sqlite") return keptBeside(database.path, sealing);
  if (!demo) throw new ConfigError(["SECRET and an AUTH_SECRET are needed with a MySQL database."]);
  // A server's database has nothing beside it: a demo's secrets are kept where an embedded one would be.
  const { hostname, port, pathname } = new URL(database.url);
  const file = `data/${hostname}-${port || 3306}-${pathname.slice(1)}.secrets.json`;
  return read(file) ?? keep(file, fresh());
};

const fresh = (): Kept => ({
  secret: randomBytes(32).toString("base64url"),
  authSecret: randomBytes(32).toString("base64url"),
});

const keptBeside = (databasePath: string, sealing: boolean): Kept => {
  const file = `${databasePath}.secrets.json`;
  const known = read(file);
  if (known) return known;
  // A new SECRET would make every entry of the log that is there look forged.
  if (sealing && (statSync(databasePath, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    throw new ConfigError([
      `SECRET is needed: ${databasePath} holds data sealed with another one, and ${file} is not there. ` +
        "Put that file back or set SECRET; to begin anew, remove the database.",
    ]);
  }
  return keep(file, fresh());
};

/** Writes the whole file or none; where another process was first, its secrets hold. */
const keep = (file: string, made: Kept): Kept => {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  privateFolder(file);
  try {
    writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: "wx", flush: true });
    // Unlike a rename, a link never replaces what is there.
    linkSync(draft, file);
    return made;
  } catch (error) {
    const winner = (error as NodeJS.ErrnoException).code === "EEXIST" ? read(file) : null;
    if (winner) return winner;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

const read = (file: string): Kept | null => {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const kept = parsed(text);
  if (!kept) {
    throw new ConfigError([
      `SECRET and AUTH_SECRET cannot be read from ${file}: JSON with secret and authSecret is expected. ` +
        "Restore that file or set both variables.",
    ]);
  }
  return kept;
};

const parsed = (text: string): Kept | null => {
  try {
    const { secret, authSecret } = JSON.parse(text) as Partial<Kept>;
    const whole = [secret, authSecret].every((value) => typeof value === "string" && Buffer.byteLength(value) >= 32);
    return whole ? ({ secret, authSecret } as Kept) : null;
  } catch {
    return null; // neither JSON nor an object
  }
};
