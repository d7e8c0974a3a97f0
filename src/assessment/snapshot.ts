import { Evidence } from "../evidence/evidence.entity";
import { EvidenceState } from "../evidence/evidence-state";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, refuseUnless, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Assessment, AssessmentEvidence } from "./assessment.entity";
import { TakeInEvidenceInput } from "./assessment.inputs";
import { atWork } from "./at-work";
import { isOpen } from "./round.rules";

/** So many ids fit into the facts of one entry, with room to spare. */
const IDS_AN_ENTRY = 1_500;

/**
 * R32, R33: fixes what an assessment is judged on: what stands submitted at this moment. Items never change, so their
 * ids are all there is to keep. Answers with those that the opening's own entry names, and the rest in parts.
 */
export const fix = async (
  tx: Transaction,
  { id: assessmentId, traineeId }: Assessment,
): Promise<{ named: string[]; unnamed: string[][] }> => {
  const standing = await tx.rows(
    `SELECT e.id FROM evidence e JOIN evidence_about b ON b.evidenceId = e.id
     WHERE b.traineeId = ? AND e.state = 'SUBMITTED' ORDER BY e.id`,
    [traineeId],
  );
  const ids = standing.map(({ id }) => id as string);
  await tx.addAll(
    AssessmentEvidence,
    ids.map((evidenceId) => ({ assessmentId, evidenceId })),
  );
  const parts = Array.from({ length: Math.ceil(ids.length / IDS_AN_ENTRY) }, (_, part) =>
    ids.slice(part * IDS_AN_ENTRY, (part + 1) * IDS_AN_ENTRY),
  );
  return { named: parts[0] ?? [], unnamed: parts.slice(1) };
};

export const tellTakenIn = (tx: Transaction, assessment: Assessment, evidenceIds: readonly string[]): void => {
  const { traineeId, round } = assessment;
  tx.append("EvidenceTakenIn", assessment, { traineeId }, { round, evidenceIds });
};

/** The assessor takes in what arrived since the opening, before the decision: each item is named, so that it was read. */
export const takeIn: UseCase<TakeInEvidenceInput> = async (tx, { assessmentId, expectedVersion, evidenceIds }) => {
  const { assessment } = await atWork(tx, assessmentId);
  tx.expect(assessment, expectedVersion);
  const items = await itemsNamed(tx, evidenceIds);
  refuseUnless(isOpen(assessment));
  const ids = items.map(({ id }) => id);
  refuse([...(await unfit(tx, assessment, items)), twice(items)]);
  await tx.addAll(
    AssessmentEvidence,
    ids.map((evidenceId) => ({ assessmentId: assessment.id, evidenceId })),
  );
  await tx.change(Assessment, assessment, {});
  tellTakenIn(tx, assessment, ids);
  return assessment.id;
};

/** R32: the evidence that a judgement rests on: each an item that the assessment is judged on, and none twice. */
export const restsOn = async (
  tx: Transaction,
  { id: assessmentId }: Assessment,
  evidenceIds: readonly string[],
): Promise<string[]> => {
  const items = await itemsNamed(tx, evidenceIds);
  const judged = await tx.rows("SELECT evidenceId FROM assessment_evidence WHERE assessmentId = ?", [assessmentId]);
  const among = new Set(judged.map(({ evidenceId }) => evidenceId));
  refuse([
    ...items.map(
      ({ id }, index) =>
        !among.has(id) &&
        invalid(["evidenceIds", String(index)], "evidenceIds must name evidence that the assessment is judged on."),
    ),
    twice(items),
  ]);
  return items.map(({ id }) => id);
};

const itemsNamed = async (tx: Transaction, evidenceIds: readonly string[]): Promise<Evidence[]> => {
  const items: Evidence[] = [];
  for (const [index, id] of evidenceIds.entries()) {
    items.push(await tx.find(Evidence, id, "evidenceIds", String(index)));
  }
  return items;
};

const twice = (items: readonly Evidence[]): UserError | false =>
  new Set(items.map(({ id }) => id)).size < items.length &&
  invalid(["evidenceIds"], "evidenceIds names an item twice.");

/** What is wrong with taking these in: each must count, be about who is assessed, and not be there already. */
const unfit = async (
  tx: Transaction,
  { id, traineeId }: Assessment,
  items: readonly Evidence[],
): Promise<UserError[]> => {
  const about = await tx.rows("SELECT evidenceId FROM evidence_about WHERE traineeId = ?", [traineeId]);
  const judged = await tx.rows("SELECT evidenceId FROM assessment_evidence WHERE assessmentId = ?", [id]);
  const among = (rows: typeof about, item: Evidence) => rows.some(({ evidenceId }) => evidenceId === item.id);
  return items.flatMap((item, index) => {
    const fault = (said: string) => [invalid(["evidenceIds", String(index)], `evidenceIds ${said}`)];
    if (!among(about, item)) return fault("must name evidence about who is assessed.");
    if (among(judged, item)) return fault("names what it is judged on already.");
    return item.state === EvidenceState.SUBMITTED ? [] : fault(`must name what counts: this is ${item.state}.`);
  });
};
