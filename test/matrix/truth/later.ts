import { Row, Truth } from "./truth";

/** The reviews that a reviewer has, or had, a part in as such, counted anew: newest first. */
export const laterReviews = (truth: Truth, { personId, accreditedOn }: Row): object[] => {
  const parts = truth.where("PairMember", "personId", personId).flatMap(({ pairId, traineeId, joinedOn }) => {
    const left = truth.row(pairId).dissolvedOn ?? null;
    const now = truth.where("Commission", "pairId", pairId).map((commission) => ({ commission, left: null }));
    const before = truth.where("former_pair", "pairId", pairId).map(({ commissionId }) => ({
      ...{ commission: truth.row(commissionId), left },
    }));
    return [...now, ...before].map((part) => ({ ...part, traineeId, joinedOn }));
  });
  const worked = parts.filter(({ commission, left, traineeId, joinedOn }) => {
    const granted = commission.commissionedOn ?? null;
    if (granted === null || (left !== null && left < granted)) return false;
    if (traineeId === null) return true;
    const since = [granted, joinedOn ?? ""].sort().at(-1) as string;
    return !Number(commission.practice) && String(accreditedOn) <= since;
  });
  const commissions = [...new Set(worked.map(({ commission }) => commission))];
  return commissions
    .toSorted((a, b) => (`${a.proposedAt} ${a.id}` < `${b.proposedAt} ${b.id}` ? 1 : -1))
    .map(({ id }) => {
      const raised = truth.where("FidelityConcern", "commissionId", id).filter((row) => row.personId === personId);
      return {
        ...{ commission: { id }, concerns: raised.length },
        open: raised.filter(({ closedAt }) => closedAt === null).length,
      };
    });
};
