import { Row } from "../database/database";
import { Transaction } from "../mutation/transact";

/** An area of competency, as a service looks it up. */
export interface Area {
  readonly id: string;
  readonly code: string;
}

/** The areas of the Standard that a trainee's cohort is pinned to, by code. */
export const areasOf = async (tx: Transaction, traineeId: string): Promise<Area[]> => {
  const rows: Row[] = await tx.rows(
    `SELECT a.id, a.code FROM competency_area a JOIN cohort c ON c.standardId = a.standardId
     JOIN trainee t ON t.cohortId = c.id WHERE t.id = ? ORDER BY a.code`,
    [traineeId],
  );
  return rows as unknown as Area[];
};

/** The area meant by an id or a short code. */
export const areaMeant = (areas: readonly Area[], idOrCode: string): Area | undefined =>
  areas.find(({ id, code }) => id === idOrCode || code === idOrCode);
