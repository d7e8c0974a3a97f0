import { ConfigError, readConfig } from "../config";
import { mustExist, openDatabase } from "../database/open";
import { emailKeyOf } from "../person/new-person";
import { secretsOf } from "./secrets";
import { mintToken, parseTtl } from "./tokens";

const USAGE = "Usage: npm run token -- <email> [--ttl 1h]";

/** Prints one token for a person, and nothing else. It reads beside a running server. */
const run = async ([email, flag, ttl = "1h", ...more]: string[]): Promise<void> => {
  if (!email || (flag !== undefined && flag !== "--ttl") || more.length > 0) throw new ConfigError([USAGE]);
  const seconds = parseTtl(ttl);
  const config = readConfig(process.env);
  mustExist(config.database);
  const { auth } = secretsOf(config);
  if (auth.kind !== "secret") throw new ConfigError(["Tokens come from your OIDC provider: none are minted here."]);
  const { db, close } = await openDatabase(config.database, { beside: true });
  try {
    const [person] = await db.rows("SELECT id FROM person WHERE emailKey = ? AND disabledAt IS NULL", [
      emailKeyOf(email),
    ]);
    if (!person) throw new ConfigError([`Nobody who may sign in has the e-mail address ${email}.`]);
    process.stdout.write(`${await mintToken({ personId: person.id as string, secret: auth.secret, ttl: seconds })}\n`);
  } finally {
    await close();
  }
};

run(process.argv.slice(2)).catch((error) => {
  const faults = error instanceof ConfigError ? error.faults : [(error as Error).message];
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exit(1);
});
