import "reflect-metadata";
import { randomBytes } from "node:crypto";
import { isEmail } from "class-validator";
import { Config, ConfigError, readConfig } from "./config";
import { makeSigningKey } from "./credential/signing-keys";
import type { Database } from "./database/database";
import { mustExist, openDatabase } from "./database/open";
import { secretsOf } from "./identity/secrets";
import { readHead, writtenHead } from "./log/head";
import { openLog } from "./log/log";
import { verifyLog } from "./log/verify";
import { createFirstLead } from "./person/first-lead";
import { letterTo } from "./personal/letter";
import { sweep } from "./retention/sweep";

const USAGE = [
  "Usage: npm run admin -- create-lead <email> <name>   the first programme lead of a real database",
  "       npm run admin -- verify-log [--head <head>]   whether every entry of the Log is as it was written; with a head",
  "                                                     noted earlier, also whether it was cut or written anew since",
  "       npm run admin -- export <email>               all that is held about a person, as they may see it",
  "       npm run admin -- sweep                        removes what is kept no longer: what a server does every day",
  "       npm run admin -- new-signing-key              credentials are signed with a new key from now on; those that are",
  "                                                     signed stay good",
  "       npm run admin -- restored                     after a restore: old cursors are told that their Log is no more",
];

type Command = (config: Config, words: string[]) => Promise<string>;

const withDatabase = async (
  config: Config,
  beside: boolean,
  work: (db: Database) => Promise<string>,
): Promise<string> => {
  const { db, close } = await openDatabase(config.database, { beside });
  try {
    return await work(db);
  } finally {
    await close();
  }
};

const createLead: Command = async (config, [email, ...name]) => {
  if (!email || name.length === 0) throw new ConfigError(USAGE);
  if (!isEmail(email)) throw new ConfigError([`${email} is not an e-mail address.`]);
  const { secret } = secretsOf(config);
  return withDatabase(config, false, async (db) => {
    await db.source.runMigrations({ transaction: "each" });
    await createFirstLead(db, await openLog(db, secret), { name: name.join(" "), email }, new Date());
    const done = `${name.join(" ")} is the programme lead.`;
    if (config.auth?.kind !== "jwks") return done;
    return `${done} Your identity provider signs them in, once it has verified that ${email} is theirs.`;
  });
};

const restored: Command = async (config) =>
  withDatabase(config, false, async (db) => {
    await db.source.query("UPDATE log_head SET logId = ? WHERE id = 1", [randomBytes(6).toString("hex")]);
    return "The Log has a new id: clients read anew.";
  });

const verify: Command = async (config, [flag, text, ...more]) => {
  if ((flag !== undefined && (flag !== "--head" || text === undefined)) || more.length > 0)
    throw new ConfigError(USAGE);
  const noted = text === undefined ? null : readHead(text);
  if (text !== undefined && !noted) {
    throw new ConfigError([
      "--head: this is no head of a Log: a number, a colon and 64 digits, as verify-log prints it.",
    ]);
  }
  mustExist(config.database);
  const { secret } = secretsOf(config);
  return withDatabase(config, true, async (db) => {
    const { entries, fault, head } = await verifyLog(db, secret, noted);
    if (fault) throw new ConfigError([fault]);
    const found = `All ${entries} entries of the Log are as they were written.`;
    return head ? `${found}\nTo find later whether it was cut, note down its head: ${writtenHead(head)}` : found;
  });
};

const exported: Command = async (config, [email]) => {
  if (!email?.includes("@")) throw new ConfigError(USAGE);
  mustExist(config.database);
  const { secret } = secretsOf(config);
  // Not beside a server of an embedded database: the letter is recorded, and nobody else writes there.
  return withDatabase(config, false, async (db) => {
    const letter = await letterTo(db, await openLog(db, secret), email, new Date());
    if (!letter) throw new ConfigError(["Nobody here has this address."]);
    return JSON.stringify(letter, null, 2);
  });
};

const swept: Command = async (config) => {
  const { secret } = secretsOf(config);
  return withDatabase(config, false, async (db) => {
    const done = await sweep({ db, log: await openLog(db, secret), retention: config.retention }, new Date());
    if (!done) throw new ConfigError(["A server is sweeping at this moment."]);
    return `${done.people} people erased; ${done.accessRecords} access records and ${done.keys} keys of requests removed; ${done.overdue} commissions told to be overdue, ${done.reviewsDue} yearly reviews to be due and ${done.lapsed} accreditations to have lapsed.`;
  });
};

const newSigningKey: Command = async (config) => {
  mustExist(config.database);
  const { secret } = secretsOf(config);
  return withDatabase(config, false, async (db) => {
    const { sealed } = await openLog(db, secret);
    const { number } = await db.inTurn(() => makeSigningKey(db.source.manager, sealed, new Date()));
    return `Credentials are signed with key ${number} from now on. The earlier keys stay published, and what they signed stays good.`;
  });
};

const COMMANDS: Record<string, Command> = {
  "create-lead": createLead,
  export: exported,
  "new-signing-key": newSigningKey,
  restored,
  sweep: swept,
  "verify-log": verify,
};

const run = async ([name, ...words]: string[]): Promise<void> => {
  const command = COMMANDS[name ?? ""];
  if (!command) throw new ConfigError(USAGE);
  process.stdout.write(`${await command(readConfig(process.env), words)}\n`);
};

run(process.argv.slice(2)).catch((error) => {
  const faults = error instanceof ConfigError ? error.faults : [(error as Error).message];
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exit(1);
});
