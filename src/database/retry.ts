/** Deadlock found; lock wait timed out. The server has rolled the transaction back, or it must be. */
const AGAIN = new Set([1213, 1205]);

interface Told {
  readonly errno?: number;
  readonly code?: string;
}

const toldBy = (error: unknown, name: keyof Told): unknown =>
  (error as Told)[name] ?? (error as { driverError?: Told }).driverError?.[name];

/** On an embedded database: another process, such as one that writes a letter, has written since this one read. */
const OVERTAKEN = "SQLITE_BUSY_SNAPSHOT";

const isToRepeat = (error: unknown): boolean =>
  AGAIN.has(toldBy(error, "errno") as number) || toldBy(error, "code") === OVERTAKEN;

/** Whether a unique index refused a row. */
export const isDuplicate = (error: unknown): boolean =>
  toldBy(error, "errno") === 1062 || /UNIQUE constraint failed/.test((error as Error).message);

/** Repeats a whole transaction that a deadlock or another process ended, at most five times. */
export const retryingDeadlocks = async <T>(transaction: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt >= 5 || !isToRepeat(error)) throw error;
    }
  }
};
