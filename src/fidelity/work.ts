import type { Row } from "../database/database";
import { grouped } from "../graph/grouped";
import { Rows } from "../personal/holds";
import { marks, padded } from "../scope/condition";
import { Part, Work } from "./fidelity.rules";

const COLUMNS = `a.id AS accreditationId, a.accreditedOn, n.name, c.id AS commissionId, c.reference, c.practice,
  c.commissionedOn, c.proposedAt, m.traineeId, m.joinedOn`;
const HOLDER = "accreditation a JOIN person n ON n.id = a.personId JOIN pair_member m ON m.personId = a.personId";

const partsOf = (where: string) => `
  SELECT ${COLUMNS}, NULL AS leftOn FROM ${HOLDER} JOIN commission c ON c.pairId = m.pairId WHERE ${where}
  UNION ALL SELECT ${COLUMNS}, p.dissolvedOn FROM ${HOLDER} JOIN former_pair f ON f.pairId = m.pairId
    JOIN pair p ON p.id = f.pairId JOIN commission c ON c.id = f.commissionId WHERE ${where}`;

const asWork = ([first, ...more]: readonly Row[]): Work => {
  const { name, accreditedOn, commissionId, reference, practice, commissionedOn } = first as Row;
  const parts = [first as Row, ...more].map(({ traineeId, joinedOn, leftOn }) => ({ traineeId, joinedOn, leftOn }));
  return {
    ...({ name, accreditedOn, commissionId, reference, commissionedOn } as Omit<Work, "practice" | "parts">),
    practice: Boolean(practice),
    parts: parts as Part[],
  };
};

/** Every review that the holders of these accreditations have, or had, a part in, by accreditation, the newest first. */
export const worksOf = async (rows: Rows, accreditationIds: readonly string[]): Promise<Map<string, Work[]>> => {
  const ids = padded(accreditationIds);
  const found = await rows(
    `SELECT * FROM (${partsOf(`a.id IN (${marks(ids)})`)}) x ORDER BY x.proposedAt DESC, x.commissionId DESC`,
    [...ids, ...ids],
  );
  const byHolder = grouped(found, ({ accreditationId }) => accreditationId as string);
  return new Map(
    [...byHolder].map(([id, theirs]) => [
      id,
      [...grouped(theirs, ({ commissionId }) => commissionId).values()].map(asWork),
    ]),
  );
};
