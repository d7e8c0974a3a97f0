import type { Database } from "../database/database";
import { retryingDeadlocks } from "../database/retry";
import { typeNameOf } from "../graph/node";
import { newId } from "../id";
import { Access } from "./access.entity";
import { BATCH } from "./access-log";

/**
 * Records that somebody was told of these things by letter. Written at once, and not gathered as what a server answers:
 * a letter that cannot be recorded is not written.
 */
export const openedByLetter = async (
  db: Database,
  personId: string,
  subjectIds: ReadonlySet<string>,
  at: Date,
): Promise<void> => {
  const rows = [...subjectIds].map((subjectId) => ({
    ...{ id: newId("acs"), at, personId, byLetter: true },
    ...{ subjectType: typeNameOf({ id: subjectId }) as string, subjectId },
  }));
  for (let from = 0; from < rows.length; from += BATCH) {
    const some = rows.slice(from, from + BATCH);
    await db.inTurn(() => retryingDeadlocks(() => db.source.manager.insert(Access, some)));
  }
};
