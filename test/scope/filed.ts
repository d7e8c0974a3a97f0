import { done } from "../support/change";
import { FILES, sent } from "../support/sending";
import { Tandem } from "../support/tandem";

/** Files of each purpose come, and are removed: a CV from a draft and, by a programme lead, once it was submitted. */
export const filed = async (tandem: Tandem, lead: string): Promise<void> => {
  const { db } = tandem;
  const removes = async (by: string, documentId: string, expectedVersion: number) =>
    done(tandem, by, "removeDocument", { documentId, reason: "It is another's.", expectedVersion });

  const [written] = await db.rows("SELECT id, writtenById, version FROM evidence_draft WHERE state = 'OPEN'");
  const [review] = await db.rows(
    "SELECT c.id, m.personId FROM commission c JOIN pair_member m ON m.pairId = c.pairId ORDER BY c.id, m.id",
  );
  const [draft] = await db.rows("SELECT id, personId FROM application WHERE state = 'DRAFT' ORDER BY id");
  await db.source.query(
    "UPDATE cohort SET opensOn = '2001-01-01', applyBy = '2999-01-01' WHERE id = (SELECT cohortId FROM application WHERE id = ?)",
    [draft?.id],
  );
  for (const [by, belongs] of [
    [written?.writtenById, { evidenceDraftId: written?.id }],
    [review?.personId, { commissionId: review?.id }],
    [draft?.personId, { applicationId: draft?.id }],
  ] as [string, Record<string, string>][]) {
    const { id, version } = await sent(tandem, by, belongs, FILES.PDF);
    await removes(by, id, version);
  }
  const by = written?.writtenById as string;
  const evidenceDraftId = written?.id as string;
  const handedIn = await sent(tandem, by, { evidenceDraftId }, FILES.PDF);
  await done(tandem, by, "submitEvidenceDraft", { evidenceDraftId, expectedVersion: written?.version });
  await removes(lead, handedIn.id, handedIn.version + 1);
  const late = await sent(tandem, draft?.personId as string, { applicationId: draft?.id as string }, FILES.PDF);
  // Complete or not: it is as if it had been submitted.
  await db.source.query("UPDATE application SET state = 'SUBMITTED', submittedAt = ? WHERE id = ?", [
    ...["2026-01-01 10:00:00.000", draft?.id],
  ]);
  await removes(lead, late.id, late.version);
};
