import { ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../src/database/database";
import type { Log } from "../../src/log/log";
import { AUTH_SECRET, doorsOf, SECRET, Served } from "./tandem";

const SERVER = join(__dirname, "../../src/server.js");

/** Server processes on one database: two, or the one that a SQLite file may have. */
export interface Instances {
  readonly all: readonly Served[];
  /** Where changes are made, and where they must have their effect: the same one where there is only one. */
  readonly here: Served;
  readonly there: Served;
  stop(): Promise<void>;
}

/** Starts them as `npm start` does, each a process of its own. From then on only they write to the database. */
export const startInstances = async (db: Database, log: Log): Promise<Instances> => {
  const { database, url } = db.source.options as { database: string; url?: string };
  const started = await Promise.all(
    Array.from({ length: db.kind === "sqlite" ? 1 : 2 }, () => start(url ?? `sqlite:${database}`)),
  );
  const instances = started.map(({ url: address }) => ({ db, log, url: address, ...doorsOf(address) }));
  return {
    all: instances,
    here: instances[0] as Served,
    there: instances.at(-1) as Served,
    stop: async () => {
      for (const { shut } of instances) await shut();
      for (const { child } of started) child.kill("SIGTERM");
      await Promise.all(started.map(({ gone }) => gone));
    },
  };
};

const start = async (databaseUrl: string): Promise<{ child: ChildProcess; url: string; gone: Promise<unknown> }> => {
  const child = spawn(process.execPath, [SERVER], {
    env: {
      PATH: process.env.PATH,
      HOME: tmpdir(),
      PORT: "0",
      DATABASE_URL: databaseUrl,
      SECRET,
      AUTH_SECRET,
      DEMO: "off",
      RATE_LIMIT: "off",
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  const gone = once(child, "exit");
  const said = await Promise.race([once(child.stdout, "data"), gone.then(() => ["The server ended."])]);
  const [, url] = /^Tandem is ready at (\S+)\n$/.exec(String(said[0])) ?? [];
  if (!url) throw new Error(String(said[0]));
  return { child, url, gone };
};
