import { Application } from "../application/application.entity";
import { inTime } from "../application/application.rules";
import { ApplicationState } from "../application/application-state";
import { notDraft, own } from "../application/own";
import { Commission } from "../commission/commission.entity";
import { CommissionStage } from "../commission/commission-stage";
import { goesOn } from "../commission/interruption.rules";
import { partiesFor } from "../commission/parties";
import { RateSide } from "../commission/rate-side";
import { forUpdate } from "../database/database";
import { EvidenceDraft } from "../evidence/draft.entity";
import { DraftState } from "../evidence/draft-state";
import { EvidenceAbout } from "../evidence/evidence.entity";
import { notOpen } from "../evidence/open-draft";
import { UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { RuleOutcome } from "../rules/outcome";
import { AudienceId } from "../scope/condition";
import { londonDay } from "../time";
import type { Document } from "./document.entity";
import type { RequestUploadInput } from "./document.inputs";
import { DocumentPurpose } from "./document-purpose";

const { CV, EVIDENCE, REPORT } = DocumentPurpose;

type Belongs = Pick<Document, "purpose" | "applicationId" | "evidenceDraftId" | "evidenceId" | "commissionId">;

/** What a document is to belong to, and what of that stands in the way. */
export interface Belonging extends Belongs {
  readonly path: "applicationId" | "evidenceDraftId" | "commissionId";
  readonly faults: readonly UserError[];
  readonly rules: readonly RuleOutcome[];
}

const NOTHING = { applicationId: null, evidenceDraftId: null, evidenceId: null, commissionId: null };

/**
 * Finds what a document is to belong to, locked, for those who may add one: a CV is brought by its applicant, a file of
 * evidence by whoever drafts the item, a report by either of the pair.
 */
export const belonging = async (tx: Transaction, input: RequestUploadInput): Promise<Belonging> => {
  if (input.applicationId != null) {
    const { application, cohort } = await own(tx, input.applicationId);
    return {
      ...NOTHING,
      ...{ purpose: CV, path: "applicationId", applicationId: application.id },
      ...{ faults: notDraft(application), rules: [inTime(cohort, londonDay(tx.ctx.now))] },
    };
  }
  if (input.evidenceDraftId != null) {
    // Nobody but its writer sees a draft.
    const draft = await tx.find(EvidenceDraft, input.evidenceDraftId, "evidenceDraftId");
    const path = "evidenceDraftId";
    return { ...NOTHING, purpose: EVIDENCE, path, evidenceDraftId: draft.id, faults: notOpen(draft), rules: [] };
  }
  const commission = await tx.find(Commission, input.commissionId as string, "commissionId");
  await partiesFor(tx, RateSide.MEMBER, commission);
  return {
    ...NOTHING,
    ...{ purpose: REPORT, path: "commissionId", commissionId: commission.id },
    ...{ faults: [], rules: [goesOn(commission.stage)] },
  };
};

/** Whose a document is: whom each entry about it is told to. */
export const audiencesOf = async (
  { manager }: Pick<Transaction, "manager">,
  { applicationId, evidenceDraftId, evidenceId, commissionId }: Belongs,
): Promise<Partial<Record<AudienceId, string>>[]> => {
  if (applicationId !== null) {
    const { personId } = await manager.findOneByOrFail(Application, { id: applicationId });
    return [{ personId }];
  }
  if (evidenceDraftId !== null) {
    const { writtenById } = await manager.findOneByOrFail(EvidenceDraft, { id: evidenceDraftId });
    return [{ personId: writtenById }];
  }
  if (evidenceId !== null) {
    const about = await manager.findBy(EvidenceAbout, { evidenceId });
    return about.map(({ traineeId }) => ({ traineeId }));
  }
  const { id, boardId } = await manager.findOneByOrFail(Commission, { id: commissionId as string });
  return [{ commissionId: id, boardId }];
};

/**
 * Whether files still come to what a document belongs to and are taken away from it by whoever brought them: to drafts
 * and to commissions that go on. It is locked: it is not submitted or over meanwhile.
 */
export const isOpen = async (
  { rows, ctx }: Transaction,
  { applicationId, evidenceDraftId, commissionId }: Belongs,
): Promise<boolean> => {
  const locked = async (table: string, column: string, id: string) => {
    const [row] = await rows(`SELECT ${column} AS stands FROM ${table} WHERE id = ?${forUpdate(ctx.db.kind)}`, [id]);
    return row?.stands;
  };
  if (applicationId !== null) return (await locked("application", "state", applicationId)) === ApplicationState.DRAFT;
  if (evidenceDraftId !== null) return (await locked("evidence_draft", "state", evidenceDraftId)) === DraftState.OPEN;
  if (commissionId === null) return false;
  return goesOn((await locked("commission", "stage", commissionId)) as CommissionStage).met;
};
