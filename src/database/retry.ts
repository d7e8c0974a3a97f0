/** Deadlock found; lock wait timed out. The server has rolled the transaction back, or it must be. */
const AGAIN = new Set([1213, 1205]);

const errnoOf = (error: unknown): unknown =>
  (error as { errno?: number }).errno ?? (error as { driverError?: { errno?: number } }).driverError?.errno;

/** Whether a unique index refused a row. */
export const isDuplicate = (error: unknown): boolean =>
  errnoOf(error) === 1062 || /UNIQUE constraint failed/.test((error as Error).message);

/** Repeats a whole transaction that a deadlock ended, at most five times. */
export const retryingDeadlocks = async <T>(transaction: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt >= 5 || !AGAIN.has(errnoOf(error) as number)) throw error;
    }
  }
};
