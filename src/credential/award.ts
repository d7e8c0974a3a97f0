import type { Rows } from "../personal/holds";
import { Award } from "./open-badge";

/** What a credential is awarded for, by the id of a Standard; null where there is none. `day` tells who endorses it. */
export const awardBy = async (rows: Rows, standardId: string, day: string): Promise<Award | null> => {
  const [standard] = await rows("SELECT id, number, programmeId FROM standard WHERE id = ?", [standardId]);
  if (!standard) return null;
  const programme = await programmeBy(rows, standard.programmeId as string);
  const areas = await rows("SELECT code, name, description FROM competency_area WHERE standardId = ? ORDER BY code", [
    standardId,
  ]);
  const endorsements = await rows(
    `SELECT t.\`by\`, t.number FROM endorsement t WHERE t.programmeId = ?
     AND (t.since IS NULL OR t.since <= ?) AND (t.until IS NULL OR t.until > ?) ORDER BY t.\`by\`, t.id`,
    [standard.programmeId as string, day, day],
  );
  return programme && { programme, standard, areas, endorsements };
};

/** A programme, as it issues credentials; null where there is none. */
export const programmeBy = async (rows: Rows, id: string) =>
  (await rows("SELECT id, name, summary, contactEmail FROM programme WHERE id = ?", [id]))[0] ?? null;

/** Which Standard an accreditation was given by: the trainee's cohort's or, for one of before, the programme's newest. */
export const standardOf = async (
  rows: Rows,
  { traineeId, programmeId }: { traineeId: string | null; programmeId: string },
): Promise<string> => {
  const [found] =
    traineeId === null
      ? await rows("SELECT id FROM standard WHERE programmeId = ? ORDER BY number DESC LIMIT 1", [programmeId])
      : await rows("SELECT c.standardId AS id FROM trainee t JOIN cohort c ON c.id = t.cohortId WHERE t.id = ?", [
          traineeId,
        ]);
  return found?.id as string;
};
