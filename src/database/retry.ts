/** Deadlock found; lock wait timed out. The server has rolled the transaction back, or it must be. */
const AGAIN = new Set([1213, 1205]);

const errnoOf = (error: unknown): unknown =>
  (error as { errno?: number }).errno ?? (error as { driverError?: { errno?: number } }).driverError?.errno;

/** Whether a unique index refused a row. */
export const isDuplicate = (error: unknown): boolean =>
  errnoOf(error) === 1062 || /UNIQUE constraint failed/.test((error as Error).message);

/**
 * Repeats a whole transaction that a deadlock ended, at most five times; and once one that a unique index ended:
 * somebody else wrote the same at the same moment, and whoever looks again sees it and can say so.
 */
export const retryingDeadlocks = async <T>(transaction: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      const again = AGAIN.has(errnoOf(error) as number) ? attempt < 5 : attempt < 2 && isDuplicate(error);
      if (!again) throw error;
    }
  }
};
