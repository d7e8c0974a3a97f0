import { addressOf, createApp } from "../app";
import { openDatabase } from "../database/open";
import { secretsOf } from "../identity/secrets";
import { tokenVerifier } from "../identity/tokens";
import { openLog } from "../log/log";
import { Logger } from "../operator/logger";
import { makeSchema } from "../schema";
import { openStorage, storageAddress } from "../storage/open";
import { Clock, SYSTEM } from "../time";
import { loadDemo } from "./load";
import { personasOf } from "./personas";

/** A server whose days somebody turns over. */
export interface Years {
  readonly base: string;
  /** From here on it is noon of this day, for everybody. */
  on(day: string): void;
}

/** A server of the tour's own in this process, on a temporary database, with the demo in it and a clock that can be put forward. */
export const ownServer = async (): Promise<Years & { stop: () => Promise<void> }> => {
  let ahead = 0;
  const clock: Clock = { ...SYSTEM, now: () => new Date(Date.now() + ahead) };
  const config = {
    host: "127.0.0.1",
    publicUrl: null,
    corsOrigins: [],
    trustProxy: [],
    rateLimit: true,
    metricsToken: null,
    introspection: true,
  };
  const database = { kind: "memory" } as const;
  const { secret, auth } = secretsOf({ database, secret: null, auth: null, demo: true });
  if (auth.kind !== "secret") throw new Error("The tour signs its own tokens.");
  const { db, close } = await openDatabase(database);
  await db.source.runMigrations({ transaction: "each" });
  const log = await openLog(db, secret);
  await loadDemo({ schema: makeSchema(), db, log });
  const logger = new Logger("warn");
  const app = await createApp({
    ...{ db, secret, logger, config, clock, demo: true },
    storage: openStorage(storageAddress(null, database), db),
    verifier: tokenVerifier(auth, () => undefined),
    playground: { personas: await personasOf(db, auth.secret), tabs: [] },
  });
  await app.server.listen({ host: config.host, port: 0 });
  return {
    base: addressOf(app.server, config.host),
    on: (day) => {
      ahead = Date.parse(`${day}T12:00:00Z`) - Date.now();
    },
    stop: async () => {
      await app.close();
      await close();
    },
  };
};
