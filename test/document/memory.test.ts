import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openSqlite } from "../../src/database/sqlite";
import { openLog } from "../../src/log/log";
import { folder, serve } from "../support/process";
import { announced, pdfOf, put } from "../support/sending";
import { story } from "../support/story";
import { AUTH_SECRET, doorsOf, SECRET, Served } from "../support/tandem";

const AT_ONCE = 20;
const MIB = 1024 * 1024;

/** What a process has in memory, as its system tells: what is its own, in bytes. */
const memoryOf = (pid: number): number => {
  if (!existsSync("/proc")) return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)])) * 1024;
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib) * 1024;
};

/** Sends a file piece by piece, a little at a time, so that all are under way together. */
const sentSlowly = async (url: string, bytes: Buffer): Promise<number> => {
  const call = request(url, { method: "PUT", headers: { "content-length": bytes.length } });
  const answered = new Promise<number>((resolve, reject) =>
    call.on("response", (answer) => resolve(answer.resume().statusCode as number)).on("error", reject),
  );
  for (let from = 0; from < bytes.length; from += MIB) {
    if (!call.write(bytes.subarray(from, from + MIB))) await new Promise((resolve) => call.once("drain", resolve));
  }
  call.end();
  return answered;
};

test("R34: twenty files of 25 MiB that come at once take less than 50 MB of memory above idle", async () => {
  const path = join(folder, "memory.db");
  const db = await openSqlite(path);
  await db.source.runMigrations({ transaction: "each" });
  const told = await story({ db, log: await openLog(db, SECRET) });
  const reviews: string[] = [];
  for (let count = 0; count < 3; count += 1) reviews.push((await told.commissioned(told.adaAndBen, told.board)).id);
  await db.close();
  const storage = `file:${join(folder, "memory-documents")}`;
  const env = {
    DATABASE_URL: `sqlite:${path}`,
    STORAGE_URL: storage,
    SECRET,
    AUTH_SECRET,
    DEMO: "off",
    RATE_LIMIT: "off",
  };
  const { child, base, stop } = await serve(env);
  const tandem = { ...doorsOf(`${base}/graphql`), url: `${base}/graphql` } as unknown as Served;
  const pid = child.pid as number;
  const file = pdfOf(25 * MIB);
  const belongs = (index: number) => ({ commissionId: reviews[Math.floor(index / 8)] as string });
  const uploads: string[] = [];
  for (let index = 0; index <= AT_ONCE; index += 1) {
    uploads.push((await announced(tandem, told.ada.personId, belongs(index), file)).upload);
  }
  // Idle is a server that has taken a file before: its code is loaded and its buffers are there.
  expect((await put(uploads.pop() as string, file.bytes)).status).toBe(204);
  await sleep(1_000);
  const idle = memoryOf(pid);

  let most = idle;
  let samples = 0;
  const sampling = setInterval(() => {
    most = Math.max(most, memoryOf(pid));
    samples += 1;
  }, 10);
  const statuses = await Promise.all(uploads.map((url) => sentSlowly(url, file.bytes)));
  clearInterval(sampling);
  process.stderr.write(
    `memory: ${Math.round(idle / 1e6)} MB idle, ${Math.round((most - idle) / 1e6)} MB more, ${samples} samples\n`,
  );
  await stop();
  expect(statuses).toEqual(Array(AT_ONCE).fill(204));
  expect(samples).toBeGreaterThan(20);
  expect((most - idle) / 1e6).toBeLessThan(50);
}, 120_000);
