import { Accreditation } from "../../src/accreditation/accreditation.entity";
import { sweep } from "../../src/retention/sweep";
import { done } from "../support/change";
import { daysAgo } from "../support/story.beginning";
import { Tandem } from "../support/tandem";

/** An accreditation of the demo becomes due, is decided on and put right, and lapses in the end: nobody sees more or less by it. */
export const renewed = async (tandem: Tandem, lead: string): Promise<void> => {
  const { db, log } = tandem;
  const { manager } = db.source;
  const [known] = await db.rows(
    "SELECT id FROM accreditation WHERE assessmentId IS NULL AND personId <> ? ORDER BY id",
    [lead],
  );
  const accreditationId = known?.id as string;
  const days = (due: number, lapse: number) =>
    manager.update(
      Accreditation,
      { id: accreditationId },
      {
        ...{ accreditedOn: daysAgo(1_200), restoredOn: null, withdrawnOn: null, conditionsUntil: null },
        ...{ yearFrom: daysAgo(due + 365), reviewDueOn: daysAgo(due), lapsesOn: daysAgo(lapse) },
      },
    );
  const swept = () => sweep({ db, log, retention: { personDays: null, accessDays: null } }, new Date());
  const act = async (mutation: string, more: Record<string, unknown> = {}) => {
    const [now] = await db.rows("SELECT version FROM accreditation WHERE id = ?", [accreditationId]);
    const input = { accreditationId, expectedVersion: now?.version, reason: "As agreed.", ...more };
    await done(tandem, lead, mutation, input);
  };
  await days(60, -31);
  await swept();
  const conditions = { conditions: "Attend two meetings.", conditionsUntil: daysAgo(-90) };
  await act("decideStatusReview", { outcome: "CONDITIONAL", ...conditions });
  await act("confirmConditionsMet");
  await act("withdrawAccreditation");
  await act("restoreAccreditation");
  await days(100, 5);
  await swept();
};
