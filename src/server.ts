import "reflect-metadata";
import pino from "pino";
import { createApp } from "./app";
import { ConfigError, readConfig } from "./config";
import { Opened, openDatabase } from "./database/open";
import { Secrets, secretsOf } from "./identity/secrets";
import { tokenVerifier } from "./identity/tokens";

/** One plain sentence a fault, and exit code 1. */
const give = (up: readonly string[]): never => {
  for (const fault of up) process.stderr.write(`${fault}\n`);
  process.exit(1);
};

const faultsOf = (error: unknown, port: number): readonly string[] | null => {
  if (error instanceof ConfigError) return error.faults;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return [`PORT ${port} is taken: stop what uses it or set another; PORT=0 picks a free one.`];
  if (code === "EACCES") return [`PORT ${port} may not be used by this user: set another.`];
  return null;
};

const start = async (): Promise<void> => {
  const config = readConfig(process.env);
  const logger = pino({ level: config.logLevel }, pino.destination(2));
  let opened: Opened | undefined;
  try {
    const secrets: Secrets = secretsOf(config);
    opened = await openDatabase(config.database);
    const { db } = opened;
    await db.source.runMigrations({ transaction: "each" });

    const verifier = tokenVerifier(secrets.auth);
    const app = await createApp({ db, secret: secrets.secret, verifier, logger, config, demo: false });
    await app.server.listen({ host: config.host, port: config.port });
    const { port } = app.server.server.address() as { port: number };
    const host = config.host.includes(":") ? `[${config.host}]` : config.host;
    process.stdout.write(`Tandem is ready at ${config.publicUrl ?? `http://${host}:${port}`}/graphql\n`);

    const stop = async (signal: string) => {
      logger.info({ signal }, "stopping");
      setTimeout(() => process.exit(1), 15_000).unref();
      await app.close();
      await opened?.close();
      process.exit(0);
    };
    for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, stop);
  } catch (error) {
    await opened?.close();
    const faults = faultsOf(error, config.port);
    if (faults) give(faults);
    throw error;
  }
};

start().catch((error) => {
  if (error instanceof ConfigError) give(error.faults);
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exit(1);
});
