import { join } from "node:path";
import type { Database } from "../../src/database/database";
import { addressesWith } from "../../src/document/addresses";
import { Documents } from "../../src/document/documents";
import { Logger } from "../../src/operator/logger";
import { openStorage } from "../../src/storage/open";
import { Storage } from "../../src/storage/storage";
import { runFolder } from "./run";

/** Where the documents of a test's database lie: in a folder of the run, and gone with it. */
export const storageFor = (db: Database): Storage =>
  openStorage({ kind: "folder", path: join(runFolder(), "documents") }, db);

/** What serves documents where there is no network: their addresses lead nowhere. */
export const documentsOf = (db: Database, secret: string): Documents =>
  new Documents(
    db,
    addressesWith(secret, () => "http://documents.example"),
    storageFor(db),
    new Logger("silent"),
  );
