import type { Context } from "../context";
import { marks, padded } from "../scope/condition";
import { worksAsReviewer } from "./fidelity.rules";
import { worksOf } from "./work";

/** So many reviews of a reviewer are told of, the newest. */
export const MOST_LATER_REVIEWS = 50;

/** R42, R44: for each of these accreditations the reviews worked on as a reviewer, the newest first, and what was found. */
export const laterReviewsOf = async ({ db }: Context, accreditations: readonly { id: string }[]) => {
  const ids = padded([...new Set(accreditations.map(({ id }) => id))]);
  const [works, concerns] = await Promise.all([
    worksOf(db.rows, ids),
    db.rows(
      `SELECT a.id, f.commissionId, f.closedAt FROM accreditation a JOIN fidelity_concern f ON f.personId = a.personId
       WHERE a.id IN (${marks(ids)})`,
      ids,
    ),
  ]);
  return accreditations.map(({ id }) => {
    const later = (works.get(id) ?? []).filter((work) => worksAsReviewer(work).met);
    return later.slice(0, MOST_LATER_REVIEWS).map(({ commissionId }) => {
      const raised = concerns.filter((concern) => concern.id === id && concern.commissionId === commissionId);
      return {
        ...{ commissionId, concerns: raised.length },
        open: raised.filter(({ closedAt }) => closedAt === null).length,
      };
    });
  });
};
