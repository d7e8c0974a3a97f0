import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseAddress } from "../config.values";
import type { Database } from "../database/database";
import type { StorageAddress } from "./address";
import { bucketStorage } from "./bucket";
import { folderStorage } from "./folder";
import { Storage } from "./storage";

/** Where documents lie unless told: beside the data, and with a temporary database no longer than that. */
export const storageAddress = (given: StorageAddress | null, database: DatabaseAddress): StorageAddress => {
  if (given) return given;
  return { kind: "folder", path: database.kind === "memory" ? temporaryFolder() : "data/documents" };
};

const temporaryFolder = (): string => {
  const path = mkdtempSync(join(tmpdir(), "tandem-documents-"));
  process.once("exit", () => rmSync(path, { recursive: true, force: true }));
  return path;
};

/**
 * The storage of one database. Its files lie under a name of their own, the Log's first entry's: of two databases that
 * are given the same folder or bucket, neither takes the other's files for what nobody needs any more.
 */
export const openStorage = (address: StorageAddress, db: Database): Storage => {
  let known: Storage | null = null;
  const storage = async (): Promise<Storage> => {
    if (known) return known;
    const [first] = await db.rows("SELECT id FROM entry WHERE position = 1");
    if (!first) return NOTHING; // nobody has been there to bring a file
    const owner = first.id as string;
    known = address.kind === "folder" ? folderStorage(join(address.path, owner)) : bucketStorage(address, owner);
    return known;
  };
  return {
    put: async (...file) => (await storage()).put(...file),
    get: async (name) => (await storage()).get(name),
    remove: async (name) => (await storage()).remove(name),
    list: async function* () {
      yield* (await storage()).list();
    },
  };
};

const NOTHING: Storage = {
  put: async () => {
    throw new Error("A file has come before anybody was there.");
  },
  get: async () => null,
  remove: async () => undefined,
  list: async function* () {},
};
