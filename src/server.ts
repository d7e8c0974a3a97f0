import "reflect-metadata";
import { App, addressOf, createApp } from "./app";
import { Config, ConfigError, readConfig } from "./config";
import { opened, readySigningKey } from "./credential/signing-keys";
import { openDatabase } from "./database/open";
import { clearHalfDemo, demoOf } from "./demo/demo";
import { personasOf } from "./demo/personas";
import { tabsOf } from "./demo/tabs";
import { tidyHourly } from "./document/tidy";
import { secretsOf } from "./identity/secrets";
import { tokenVerifier } from "./identity/tokens";
import { openLog } from "./log/log";
import { takeOverConsole } from "./operator/console";
import { Logger } from "./operator/logger";
import { toldInALine } from "./operator/told";
import { sweepDaily } from "./retention/daily";
import { makeSchema } from "./schema";
import { openStorage, storageAddress } from "./storage/open";
import { reachedFromBeyond } from "./transport/local";

/** How long a stop may take before what is left is cut off. */
const PATIENCE_MS = 15_000;

/** Migrates, loads the demo where it should, and listens. Answers how to stop. */
const serve = async (config: Config, logger: Logger): Promise<() => Promise<void>> => {
  const { secret, auth } = secretsOf(config);
  const { db, close } = await openDatabase(config.database);
  let app: App | undefined;
  let stopSweeping: () => Promise<void> = async () => undefined;
  const stop = async () => {
    await app?.close();
    await stopSweeping();
    await close();
  };
  try {
    await db.source.runMigrations({ transaction: "each" });
    await clearHalfDemo(db);
    const log = await openLog(db, secret);
    opened(await readySigningKey(db, log, new Date()), log.sealed);
    const served = config.publicUrl === null ? {} : { publicUrl: config.publicUrl };
    const demo = await demoOf(config, { schema: makeSchema(), db, log, ...served });
    const reachable = demo && reachedFromBeyond(config);
    if (reachable) logger.warn({}, "this demo can be reached from beyond this machine: it hands out no tokens");
    const personas = demo && !reachable && auth.kind === "secret" ? await personasOf(db, auth.secret) : [];
    const tabs = await tabsOf(db, log);
    const playground = { playground: { personas, tabs: demo ? tabs : tabs.slice(0, 1) } };
    app = await createApp({
      db,
      storage: openStorage(storageAddress(config.storage, config.database), db),
      secret,
      verifier: tokenVerifier(auth, (error) => logger.warn({ err: error }, "the identity provider's keys are away")),
      logger,
      config,
      demo,
      ...(config.playground ? playground : {}),
    });
    // What a crash left is told from what is under way: one server owns an embedded database, and serves nobody yet.
    await app.room.documents.tidy({ unserved: config.database.kind !== "mysql" });
    await app.server.listen({ host: config.host, port: config.port });
    const { documents } = app.room;
    const stopTidying = tidyHourly(documents);
    const stopDaily = sweepDaily({ db, log: app.room.log, logger, retention: config.retention, documents });
    stopSweeping = async () => void (await Promise.all([stopTidying(), stopDaily()]));
    process.stdout.write(`Tandem is ready at ${config.publicUrl ?? addressOf(app.server, config.host)}/graphql\n`);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
};

/** What a person who starts the server can mend, in plain sentences; null for a fault of ours. */
const faultsOf = (error: unknown, port: number): readonly string[] | null => {
  if (error instanceof ConfigError) return error.faults;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return [`PORT ${port} is taken: stop what uses it or set another; PORT=0 picks a free one.`];
  if (code === "EACCES") return [`PORT ${port} may not be used by this user: set another.`];
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return ["HOST is no address of this machine: set another."];
  return null;
};

const start = async (): Promise<void> => {
  let port = 0;
  try {
    const config = readConfig(process.env);
    port = config.port;
    const logger = new Logger(config.logLevel);
    takeOverConsole(logger);
    process.on("uncaughtException", (error) => {
      logger.fatal({ err: error }, "the server ends: something went wrong that nothing caught");
      process.exit(1);
    });
    const stop = await serve(config, logger);
    const end = async (signal: string) => {
      logger.info({ signal }, "stopping");
      setTimeout(() => process.exit(1), PATIENCE_MS).unref();
      await stop();
      process.exit(0);
    };
    for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, end);
  } catch (error) {
    const faults = faultsOf(error, port) ?? [`The start failed: ${toldInALine(error)}.`];
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    process.exit(1);
  }
};

start();
