import { toIso } from "../graph/scalars";
import { breath } from "../hub/breath";
import { Rows } from "../personal/holds";
import { openParts } from "../personal/open-parts";
import { marks, padded } from "../scope/condition";

/** Who is still there, and has no role, seat, place on a cohort, application or enquiry any more. */
const WITHOUT_PART = `
  SELECT p.id FROM person p WHERE p.erasedAt IS NULL
  AND NOT EXISTS (SELECT 1 FROM person_role r WHERE r.personId = p.id)
  AND NOT EXISTS (SELECT 1 FROM seat s WHERE s.personId = p.id AND s.endedOn IS NULL)
  AND NOT EXISTS (SELECT 1 FROM trainee t WHERE t.personId = p.id AND t.standing = 'ENROLLED')
  AND NOT EXISTS (SELECT 1 FROM application a
    WHERE a.personId = p.id AND a.state IN ('SUBMITTED', 'WAITING', 'OFFERED', 'CONFIRMED'))
  AND NOT EXISTS (SELECT 1 FROM enquiry e WHERE e.personId = p.id AND e.closedAt IS NULL)`;

/** When what somebody was part of came, or comes, to its end: the Log tells of it under a board, a trainee or a pair. */
const LAST_DAY = `
  SELECT MAX(x.day) AS day FROM (
    SELECT endedOn AS day FROM seat WHERE personId = ?
    UNION ALL SELECT endedOn FROM staff_assignment WHERE personId = ?
    UNION ALL SELECT d.date FROM course_day d JOIN course_day_facilitator f ON f.courseDayId = d.id WHERE f.personId = ?
    UNION ALL SELECT p.dissolvedOn FROM pair p JOIN pair_member m ON m.pairId = p.id WHERE m.personId = ?
    UNION ALL SELECT CASE WHEN withdrawnOn < lapsesOn THEN withdrawnOn ELSE lapsesOn END
      FROM accreditation WHERE personId = ?) x`;

/** The people who had no part in the programme since a moment: the Log has nothing newer by or about them. */
export const uninvolvedSince = async (rows: Rows, moment: Date): Promise<string[]> => {
  const found: string[] = [];
  for (const { id } of await rows(`${WITHOUT_PART} ORDER BY p.id`)) {
    await breath();
    if (await uninvolved(rows, id as string, moment)) found.push(id as string);
  }
  return found;
};

/** Whether somebody is there, had no part since then, and has nothing open. */
export const uninvolved = async (rows: Rows, personId: string, moment: Date): Promise<boolean> => {
  if ((await rows(`${WITHOUT_PART} AND p.id = ?`, [personId])).length === 0) return false;
  const trainees = await rows("SELECT id FROM trainee WHERE personId = ?", [personId]);
  const ids = padded(["-", ...trainees.map(({ id }) => id as string)]);
  const [last] = await rows(
    `SELECT MAX(x.at) AS at FROM (
       SELECT at FROM entry WHERE actorId = ? UNION ALL SELECT at FROM entry WHERE personId = ?
       UNION ALL SELECT at FROM entry WHERE traineeId IN (${marks(ids)})) x`,
    [personId, personId, ...ids],
  );
  if (last?.at != null && new Date(toIso(last.at)) > moment) return false;
  const [ended] = await rows(LAST_DAY, Array(5).fill(personId));
  if (ended?.day != null && new Date(`${ended.day}T23:59:59.999Z`) > moment) return false;
  return (await openParts(rows, personId)).length === 0;
};
