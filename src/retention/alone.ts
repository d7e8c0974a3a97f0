import { Database } from "../database/database";

/** Of one database: names of locks are the whole server's. */
const NAME = "CONCAT('tandem sweep ', LEFT(SHA2(DATABASE(), 256), 40))";

/** Does work that only one instance does at a time; null where another one is at it. A lock ends with its connection. */
export const alone = async <T>(db: Database, work: () => Promise<T>): Promise<T | null> => {
  if (db.kind === "sqlite") return work(); // its file belongs to one process
  const runner = db.source.createQueryRunner();
  try {
    const [lock] = await runner.query(`SELECT GET_LOCK(${NAME}, 0) AS mine`);
    if (Number(lock.mine) !== 1) return null;
    try {
      return await work();
    } finally {
      await runner.query(`SELECT RELEASE_LOCK(${NAME})`);
    }
  } finally {
    await runner.release();
  }
};
