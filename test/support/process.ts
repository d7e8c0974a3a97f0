import { ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const DIST = join(__dirname, "../../src");
/** Where this test file's processes keep their files; gone when it ends. */
export const folder = mkdtempSync(join(tmpdir(), "tandem-start-"));
const running: ChildProcess[] = [];

afterAll(async () => {
  for (const child of running) if (child.exitCode === null) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A process of its own, as `npm start` and the commands have it. */
export const launch = (script: string, env: Record<string, string>, ...words: string[]) => {
  const child = spawn(process.execPath, [join(DIST, script), ...words], {
    env: { PATH: process.env.PATH, HOME: folder, PORT: "0", LOG_LEVEL: "silent", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => {
    said.out += text;
  });
  child.stderr.on("data", (text) => {
    said.err += text;
  });
  return { child, said };
};

/** Runs to its end. */
export const run = async (script: string, env: Record<string, string>, ...words: string[]): Promise<Ran> => {
  const { child, said } = launch(script, env, ...words);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...said };
};

/** Starts a server and waits until it says that it is ready. */
export const serve = async (env: Record<string, string>) => {
  const { child, said } = launch("server.js", env);
  while (!said.out.includes("\n")) {
    if (child.exitCode !== null) throw new Error(said.err);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const stop = async () => {
    child.kill("SIGTERM");
    const [code] = (await once(child, "exit")) as [number | null];
    return code;
  };
  return { child, base: /http:\S+(?=\/graphql)/.exec(said.out)?.[0] as string, said, stop };
};
