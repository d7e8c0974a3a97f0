import { Reason } from "../rules/outcome";
import { Rows } from "./holds";

const OPEN = `
  SELECT 'seat' AS what, b.id, b.name AS called FROM seat s JOIN board b ON b.id = s.boardId
    WHERE s.personId = $ AND s.endedOn IS NULL
  UNION ALL SELECT 'commission', c.id, c.reference FROM pair_member m
    JOIN pair p ON p.id = m.pairId AND p.dissolvedOn IS NULL
    JOIN commission c ON c.pairId = p.id AND c.stage NOT IN ('CLOSED', 'DECLINED', 'ABANDONED') WHERE m.personId = $
  UNION ALL SELECT 'assessment', a.id, r.reference FROM assessment a JOIN trainee r ON r.id = a.traineeId
    WHERE r.personId = $ AND a.releasedAt IS NULL
  UNION ALL SELECT 'assessing', a.id, r.reference FROM assessment a JOIN trainee r ON r.id = a.traineeId
    WHERE a.assessorId = $ AND a.decidedAt IS NULL
  UNION ALL SELECT 'appeal', x.id, r.reference FROM appeal x JOIN trainee r ON r.id = x.traineeId
    WHERE r.personId = $ AND x.state = 'OPEN'
  UNION ALL SELECT 'appealing', x.id, r.reference FROM appeal x JOIN trainee r ON r.id = x.traineeId
    WHERE x.assessorId = $ AND x.state = 'OPEN'
  UNION ALL SELECT 'call', e.id, p.name FROM enquiry e JOIN person p ON p.id = e.personId
    WHERE e.withId = $ AND e.closedAt IS NULL
  UNION ALL SELECT 'concern', f.id, c.reference FROM fidelity_concern f JOIN commission c ON c.id = f.commissionId
    WHERE f.personId = $ AND f.closedAt IS NULL
  UNION ALL SELECT 'staff', r.id, r.reference FROM staff_assignment x JOIN trainee r ON r.id = x.traineeId
    JOIN person_role o ON o.personId = x.personId AND o.role = x.role
    WHERE x.personId = $ AND x.endedOn IS NULL AND r.standing = 'ENROLLED'`;

const SAID: Record<string, (called: unknown) => string> = {
  seat: (board) => `They speak for ${board}.`,
  commission: (reference) => `The review ${reference} of their pair goes on.`,
  assessment: (reference) => `Their assessment as ${reference} is not released.`,
  assessing: (reference) => `They have not decided the assessment of ${reference}.`,
  appeal: (reference) => `Their appeal as ${reference} is not decided.`,
  appealing: (reference) => `They have not decided the appeal of ${reference}.`,
  call: (name) => `A call with them is arranged for ${name}.`,
  concern: (reference) => `A concern about their work on ${reference} is open.`,
  staff: (reference) => `They are assigned to ${reference}.`,
};

/** What of somebody's is open: others wait for it, so it is ended before they are erased. */
export const openParts = async (rows: Rows, personId: string): Promise<Reason[]> => {
  const found = await rows(OPEN.replaceAll("$", "?"), Array(9).fill(personId));
  return found.map(({ what, id, called }) => ({ id: id as string, text: SAID[what as string]?.(called) as string }));
};
