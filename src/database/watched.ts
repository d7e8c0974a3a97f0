import { Database } from "./database";
import { DatabaseFault, databaseFault } from "./fault";

/** The same database, telling of each read and each transaction that it failed. */
export const watched = (db: Database, failed: (fault: DatabaseFault) => void): Database => {
  const watch = <T>(work: Promise<T>): Promise<T> => {
    work.catch((error) => {
      const fault = databaseFault(error);
      if (fault) failed(fault);
    });
    return work;
  };
  return {
    ...db,
    rows: (sql, values) => watch(db.rows(sql, values)),
    inTurn: (work) => watch(db.inTurn(work)),
  };
};
