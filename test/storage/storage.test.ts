import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { bucketStorage } from "../../src/storage/bucket";
import { folderStorage } from "../../src/storage/folder";
import { Storage } from "../../src/storage/storage";
import { S3, startS3 } from "../support/s3";

let s3: S3;
const folder = mkdtempSync(join(tmpdir(), "tandem-storage-"));
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true, force: true });
});

const known = (bytes: Buffer) => ({ size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
const put = (storage: Storage, name: string, bytes: Buffer) =>
  storage.put(name, Readable.from([bytes], { objectMode: false }), known(bytes));
const listed = async (storage: Storage): Promise<string[]> => {
  const names: string[] = [];
  for await (const name of storage.list()) names.push(name);
  return names.sort();
};
let count = 0;

describe.each<[string, () => Storage]>([
  ["a folder", () => folderStorage(join(folder, `files-${++count}`))],
  ["a bucket", () => bucketStorage(s3.address, `files-${++count}`)],
])("%s", (_, made) => {
  let storage: Storage;
  beforeEach(() => {
    storage = made();
  });

  test("gives back what was put, byte for byte, and lists it", async () => {
    const files = [Buffer.from("a"), randomBytes(3_000_000)];
    for (const [index, bytes] of files.entries()) await put(storage, `file-${index}`, bytes);
    for (const [index, bytes] of files.entries()) {
      expect((await buffer((await storage.get(`file-${index}`)) as Readable)).equals(bytes)).toBe(true);
    }
    expect(await listed(storage)).toEqual(["file-0", "file-1"]);
  });

  test("has nothing before anything was put, and nothing under another name", async () => {
    expect(await listed(storage)).toEqual([]);
    expect(await storage.get("file-0")).toBeNull();
  });

  test("removes what is there, and does not mind what is not", async () => {
    await put(storage, "file-0", Buffer.from("a"));
    for (let time = 0; time < 2; time += 1) await storage.remove("file-0");
    expect(await listed(storage)).toEqual([]);
    expect(await storage.get("file-0")).toBeNull();
  });

  test("a stream that fails at once leaves nothing, however long a file takes to be made", async () => {
    // Node's own, by which its streams make files: what a test file imports is another object.
    const fs = process.getBuiltinModule("node:fs");
    const { open } = fs;
    const slow = jest.spyOn(fs, "open");
    slow.mockImplementation(((...args: Parameters<typeof open>) => setTimeout(() => open(...args), 50)) as never);
    try {
      // biome-ignore lint/correctness/useYield: it fails before there is anything to give.
      const none = async function* (): AsyncGenerator<Buffer> {
        throw new Error("cut off");
      };
      const failing = Readable.from(none(), { objectMode: false });
      await expect(storage.put("file-0", failing, known(Buffer.from("a")))).rejects.toThrow("cut off");
      await new Promise((resolve) => setTimeout(resolve, 100)); // what comes late is there by now
      expect(await listed(storage)).toEqual([]);
    } finally {
      slow.mockRestore();
    }
  });

  test("a stream that fails leaves nothing to get", async () => {
    const bytes = randomBytes(1_000_000);
    const failing = Readable.from(
      (async function* () {
        yield bytes.subarray(0, 700_000);
        throw new Error("cut off");
      })(),
      { objectMode: false },
    );
    await expect(storage.put("file-0", failing, known(bytes))).rejects.toThrow("cut off");
    // As whoever puts does after a failure: a service may not clear up what it was cut off from.
    await storage.remove("file-0");
    expect(await storage.get("file-0")).toBeNull();
    expect(await listed(storage)).toEqual([]);
  });
});

test("files in a folder are this user's alone, and what is half written has another name", async () => {
  const path = join(folder, "private", "files");
  const storage = folderStorage(path);
  let half: string[] = [];
  const watching = Readable.from(
    (async function* () {
      yield Buffer.from("first");
      while (readdirSync(path).length === 0) await new Promise((resolve) => setImmediate(resolve));
      half = await listed(storage);
      yield Buffer.from("last");
    })(),
    { objectMode: false },
  );
  await storage.put("file-0", watching, { size: 9, sha256: "" });
  expect(half).toEqual(["file-0.part"]);
  expect(await listed(storage)).toEqual(["file-0"]);
  expect(statSync(join(path, "file-0")).mode & 0o077).toBe(0);
  expect(statSync(path).mode & 0o077).toBe(0);
});

test("a bucket that refuses, or is not there, is a fault that tells no secret", async () => {
  const wrong = [
    bucketStorage({ ...s3.address, key: "wrong" }, "files"),
    bucketStorage({ ...s3.address, bucket: "no-such-bucket" }, "files"),
    bucketStorage({ ...s3.address, endpoint: "http://127.0.0.1:9" }, "files"),
  ];
  for (const storage of wrong) {
    const fault = await put(storage, "file-0", Buffer.from("a")).catch(String);
    expect(fault).toMatch(/answered with 40[34]|ECONNREFUSED/);
    expect(fault).not.toMatch(/wrong|S3RVER/);
  }
});
