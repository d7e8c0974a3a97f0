import { done } from "../support/change";
import { Tandem } from "../support/tandem";

/** A concern about how a reviewer of the demo worked on a review is raised, answered, closed and taken up again. */
export const concerned = async (tandem: Tandem, lead: string): Promise<void> => {
  const [work] = await tandem.db.rows(
    `SELECT a.id AS accreditationId, a.personId, c.id AS commissionId FROM accreditation a
     JOIN pair_member m ON m.personId = a.personId AND m.traineeId IS NULL JOIN commission c ON c.pairId = m.pairId
     WHERE c.commissionedOn IS NOT NULL AND a.personId <> ? ORDER BY a.id, c.id`,
    [lead],
  );
  const { personId, ...worked } = work as { personId: string; accreditationId: string; commissionId: string };
  const thing = "fidelityConcern { id version }";
  const raised = await done(tandem, lead, "raiseFidelityConcern", { ...worked, concern: "Nobody was asked." }, thing);
  const { id: fidelityConcernId } = raised.fidelityConcern;
  const act = (by: string, mutation: string, expectedVersion: number, more: object) =>
    done(tandem, by, mutation, { fidelityConcernId, expectedVersion, ...more });
  await act(personId, "answerFidelityConcern", 1, { answer: "All were asked." });
  await act(lead, "closeFidelityConcern", 2, { outcome: "UNFOUNDED", reason: "All were asked." });
  await act(lead, "reopenFidelityConcern", 3, { reason: "One was not." });
};
