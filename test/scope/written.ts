import { done } from "../support/change";
import { Served } from "../support/tandem";

/** A partner writes evidence about whoever is being assessed: returned, taken back, taken in, and drafted; one draft is left. */
export const written = async (tandem: Served): Promise<void> => {
  const [open] = await tandem.db.rows(
    "SELECT id, version, assessorId, traineeId, commissionId FROM assessment WHERE decidedAt IS NULL",
  );
  const { id: assessmentId, assessorId, traineeId, commissionId, version } = open as Record<string, string>;
  const [partner] = await tandem.db.rows(
    `SELECT m.personId FROM pair_member m JOIN commission c ON c.pairId = m.pairId
     WHERE c.id = ? AND COALESCE(m.traineeId, '') <> ?`,
    [commissionId as string, traineeId as string],
  );
  const by = partner?.personId as string;
  const area = { areaIds: ["C1"] };
  const said = { commissionId, source: "OTHERS", title: "A word", text: "In words.", traineeIds: [traineeId] };
  const submit = async () =>
    (await done(tandem, by, "submitEvidence", { ...said, ...area }, "evidence { id }")).evidence;
  const draft = async () => (await done(tandem, by, "draftEvidence", said, "draft { id }")).draft;

  const taken = { assessmentId, expectedVersion: Number(version), evidenceIds: [(await submit()).id] };
  await done(tandem, assessorId as string, "takeInEvidence", taken);
  const why = { expectedVersion: 1, reason: "It says too little." };
  await done(tandem, assessorId as string, "returnEvidence", { evidenceId: (await submit()).id, ...why });
  await done(tandem, by, "withdrawEvidence", { evidenceId: (await submit()).id, ...why });
  const { id: evidenceDraftId } = await draft();
  await done(tandem, by, "changeEvidenceDraft", { evidenceDraftId, expectedVersion: 1, ...area });
  await done(tandem, by, "submitEvidenceDraft", { evidenceDraftId, expectedVersion: 2 });
  await done(tandem, by, "draftEvidence", { ...said, ...area });
  await done(tandem, by, "discardEvidenceDraft", { evidenceDraftId: (await draft()).id, expectedVersion: 1 });
};
