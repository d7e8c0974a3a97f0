import { Database } from "./database";

/** Brings what was overwritten into the embedded database's own file, so that its old form does not stay beside it. */
export const overwritten = async (db: Database): Promise<void> => {
  if (db.kind === "sqlite") await db.inTurn(() => db.source.query("PRAGMA wal_checkpoint(TRUNCATE)"));
};
