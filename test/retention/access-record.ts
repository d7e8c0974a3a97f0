import type { Database } from "../../src/database/database";
import { stored } from "../../src/time";

/** Records of who opened what in a database, for as long as the work takes: each an id and a moment. */
export const withAccessRecords = async <T>(
  db: Database,
  personId: string,
  records: Readonly<Record<string, Date>>,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    for (const [id, at] of Object.entries(records)) {
      await db.source.query(
        "INSERT INTO access (id, at, personId, subjectType, subjectId) VALUES (?, ?, ?, 'Assessment', 'a')",
        [id, stored(at), personId],
      );
    }
    return await work();
  } finally {
    await db.source.query("DELETE FROM access");
  }
};
