import { Transaction } from "../mutation/transact";

/** The first course day of a cohort, as YYYY-MM-DD. */
export const courseBegins = async (tx: Transaction, { id }: { id: string }): Promise<string> =>
  String((await tx.rows("SELECT MIN(date) AS date FROM course_day WHERE cohortId = ?", [id]))[0]?.date);
