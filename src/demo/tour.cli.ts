import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { tour } from "./tour";

/** A server of the tour's own, on a temporary database and a free port. */
const ownServer = async (): Promise<{ base: string; stop: () => Promise<void> }> => {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, HOST: "127.0.0.1", PORT: "0", DATABASE_URL: "sqlite::memory:", LOG_LEVEL: "warn" };
  const server = spawn(process.execPath, [join(__dirname, "../server.js")], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const [, base] = /^Tandem is ready at (.*)\/graphql$/.exec(line) ?? [];
    if (!base) continue;
    const stop = async () => {
      server.kill("SIGTERM");
      await once(server, "exit");
    };
    return { base, stop };
  }
  throw new Error("The server did not start.");
};

const run = async ([url]: string[]): Promise<void> => {
  const { base, stop } = url
    ? { base: url.replace(/\/(graphql)?$/, ""), stop: async () => undefined }
    : await ownServer();
  try {
    const { accreditation, feed, log, boardSaw } = await tour(base, (line) => process.stdout.write(`${line}\n`));
    const whole = feed.length === log.length && feed.every((id, index) => id === log[index]);
    process.stdout.write(
      `\nAsha is accredited: ${accreditation}. The assessor's feed showed ${feed.length} entries, each once and in order: ${whole}. The board saw ${boardSaw.join(", ")}.\n`,
    );
    if (!whole) process.exitCode = 1;
  } finally {
    await stop();
  }
};

run(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 1;
});
