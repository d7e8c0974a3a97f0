import { People } from "./people";
import { words } from "./reviews";
import { Stage } from "./stage";

/** A concern about somebody's work on a review, raised by a lead. */
export const raised = async (
  { act, db }: Stage,
  lead: string,
  personId: string,
  commissionId: string,
): Promise<string> => {
  const [accreditation] = await db.rows("SELECT id FROM accreditation WHERE personId = ?", [personId]);
  const concern = { accreditationId: accreditation?.id, commissionId, concern: words("A concern") };
  return (await act(lead, "raiseFidelityConcern", concern)).id;
};

/** What somebody says of a concern, or does with it. */
export const said = async (
  { act, version }: Stage,
  by: string,
  mutation: string,
  fidelityConcernId: string,
  more: Record<string, unknown>,
): Promise<void> => {
  const expectedVersion = await version("fidelity_concern", fidelityConcernId);
  await act(by, mutation, { fidelityConcernId, expectedVersion, ...more });
};

/** Everything that becomes of a concern: it ends closed. */
export const inTurn = async (stage: Stage, lead: string, about: string, concern: string): Promise<void> => {
  await said(stage, about, "answerFidelityConcern", concern, { answer: words("An answer") });
  await said(stage, about, "answerFidelityConcern", concern, { answer: words("Another"), reason: words("Why") });
  for (const outcome of ["UPHELD", "PUT_RIGHT"]) {
    await said(stage, lead, "closeFidelityConcern", concern, { outcome, reason: words("Why it is closed") });
    if (outcome === "UPHELD") await said(stage, lead, "reopenFidelityConcern", concern, { reason: words("Why anew") });
  }
};

/** Of two reviewers: one concern that was closed, and one that is open, of which one is a lead's. */
export const concerns = async (
  stage: Stage,
  { Lee, Lena, Rex, Lorna }: People,
  { theirs, fourths }: { readonly theirs: string; readonly fourths: string },
): Promise<void> => {
  stage.on(13);
  await inTurn(stage, Lena, Rex, await raised(stage, Lee, Rex, theirs));
  stage.on(12);
  await inTurn(stage, Lee, Lorna, await raised(stage, Lena, Lorna, fourths));
  stage.on(11);
  await raised(stage, Lena, Rex, theirs);
  await said(stage, Lorna, "answerFidelityConcern", await raised(stage, Lee, Lorna, fourths), {
    answer: words("An answer"),
  });
};
