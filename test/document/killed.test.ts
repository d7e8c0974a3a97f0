import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openSqlite } from "../../src/database/sqlite";
import { Log, openLog } from "../../src/log/log";
import { verifyLog } from "../../src/log/verify";
import { bucketStorage } from "../../src/storage/bucket";
import { folder, serve } from "../support/process";
import { S3, startS3 } from "../support/s3";
import { announced, pdfOf, put, seenBy, sha256 } from "../support/sending";
import { Story, story } from "../support/story";
import { AUTH_SECRET, doorsOf, SECRET, Served } from "../support/tandem";

const AT_ONCE = 200;
const BYTES = 150_000;

/** A server in a process of its own on a story that was told before, and how to start it again. */
const served = async (storageUrl: string, name: string) => {
  const path = join(folder, `${name}.db`);
  const env = {
    DATABASE_URL: `sqlite:${path}`,
    STORAGE_URL: storageUrl,
    SECRET,
    AUTH_SECRET,
    DEMO: "off",
    RATE_LIMIT: "off",
  };
  const made = await openSqlite(path);
  await made.source.runMigrations({ transaction: "each" });
  const told: Story = await story({ db: made, log: await openLog(made, SECRET) });
  const pairs = [];
  for (let count = 0; count < AT_ONCE / 10; count += 1) {
    pairs.push((await told.commissioned(told.adaAndBen, told.board)).id);
  }
  const [first] = await made.rows("SELECT id FROM entry WHERE position = 1");
  await made.close();
  return { path, told, reviews: pairs, owner: first?.id as string, start: () => serve(env) };
};

/** Names and contents of what lies in the storage. */
type Lying = () => Promise<Map<string, Buffer>>;

/**
 * Two hundred files come and go at once when the process is killed. After it has started again, every file that somebody
 * was told is stored is there, whole; every row that says so has its file, and there is no file and no half file else.
 */
const killedInTheMiddle = async (storageUrl: string, name: string, lyingOf: (owner: string) => Lying) => {
  const { path, told, reviews, owner, start } = await served(storageUrl, name);
  const lying = lyingOf(owner);
  const ada = told.ada.personId;
  const first = await start();
  const at = (base: string): Served => ({ ...doorsOf(`${base}/graphql`), url: `${base}/graphql` }) as never;
  const files = Array.from({ length: AT_ONCE }, (_, index) => pdfOf(BYTES, index));
  const before = await announcedAll(at(first.base), ada, reviews, files.slice(0, AT_ONCE / 2));
  const half = before.length / 2;
  for (const { upload, file } of before.slice(0, half)) expect((await put(upload, file.bytes)).status).toBe(204);
  const acknowledged = new Set(before.slice(0, half).map(({ id }) => id));
  const addresses = await Promise.all(
    before
      .slice(0, half)
      .map(async ({ id, file }) => ({ url: (await seenBy(at(first.base), ada, id)).download, file })),
  );

  let came = 0;
  const uploads = before.slice(half).map(async ({ id, upload, file }) => {
    const { status } = await put(upload, file.bytes);
    expect(status).toBe(204);
    acknowledged.add(id);
    came += 1;
  });
  const downloads = Array.from({ length: AT_ONCE - uploads.length }, async (_, index) => {
    const { url, file } = addresses[index % addresses.length] as (typeof addresses)[number];
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(sha256(bytes)).toBe(sha256(file.bytes));
  });
  const all = Promise.allSettled([...uploads, ...downloads]);
  while (came < 5) await new Promise((resolve) => setTimeout(resolve, 1));
  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  const settled = await all;
  expect(settled.filter(({ status }) => status === "rejected").length).toBeGreaterThan(0); // it was in the middle

  const second = await start();
  const stored = await at(second.base).as(told.lead.id).ask("{ cursor }"); // it serves
  expect(stored.errors).toBeUndefined();
  await second.stop();

  const db = await openSqlite(path);
  const rows = await db.rows("SELECT id, storedAs, sha256 FROM document WHERE state = 'STORED'");
  const awaited = await db.rows("SELECT id FROM document WHERE state <> 'STORED' AND storedAs IS NOT NULL");
  const log: Log = await openLog(db, SECRET);
  const entries = await db.rows("SELECT subjectId FROM entry WHERE kind = 'ReportStored'");
  const { fault } = await verifyLog(db, SECRET);
  await db.close();
  const there = await lying();
  expect([...there.keys()].sort()).toEqual(rows.map(({ storedAs }) => storedAs as string).sort());
  for (const { storedAs, sha256: hash } of rows) expect(sha256(there.get(storedAs as string) as Buffer)).toBe(hash);
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([...acknowledged]));
  expect(entries.map(({ subjectId }) => subjectId).sort()).toEqual(rows.map(({ id }) => id).sort());
  expect([awaited, fault, log !== null]).toEqual([[], null, true]);
};

/** Announces files of many reviews: each has room for ten. */
const announcedAll = async (
  tandem: Served,
  by: string,
  reviews: readonly string[],
  files: ReturnType<typeof pdfOf>[],
) => {
  const made = [];
  for (const [index, file] of files.entries()) {
    const commissionId = reviews[Math.floor(index / 10)] as string;
    made.push({ ...(await announced(tandem, by, { commissionId }, file)), file });
  }
  return made as { id: string; upload: string; file: ReturnType<typeof pdfOf> }[];
};

test("R34: killed with two hundred files under way, nothing is half there and nothing that was told is lost: a folder", async () => {
  const path = join(folder, "documents");
  await killedInTheMiddle(`file:${path}`, "folder", (owner) => async () => {
    const names = readdirSync(join(path, owner));
    return new Map(names.map((name) => [name, readFileSync(join(path, owner, name))]));
  });
}, 120_000);

test("R34: killed with two hundred files under way, nothing is half there and nothing that was told is lost: a bucket", async () => {
  const s3: S3 = await startS3();
  try {
    await killedInTheMiddle(s3.url, "bucket", (owner) => async () => {
      const storage = bucketStorage(s3.address, owner);
      const found = new Map<string, Buffer>();
      for await (const name of storage.list()) {
        const parts: Buffer[] = [];
        for await (const part of (await storage.get(name)) ?? []) parts.push(part as Buffer);
        found.set(name, Buffer.concat(parts));
      }
      return found;
    });
  } finally {
    await s3.stop();
  }
}, 120_000);

test("the hash of the test's files is the one that Tandem works out", () => {
  const { bytes } = pdfOf(10);
  expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
});
