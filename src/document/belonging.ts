import { Application } from "../application/application.entity";
import { inTime } from "../application/application.rules";
import { ApplicationState } from "../application/application-state";
import { notDraft, own } from "../application/own";
import { Commission } from "../commission/commission.entity";
import { partiesFor } from "../commission/parties";
import { RateSide } from "../commission/rate-side";
import { forUpdate } from "../database/database";
import { Evidence, EvidenceAbout } from "../evidence/evidence.entity";
import { UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { RuleOutcome } from "../rules/outcome";
import { AudienceId } from "../scope/condition";
import { londonDay } from "../time";
import type { Document } from "./document.entity";
import type { RequestUploadInput } from "./document.inputs";
import { DocumentPurpose } from "./document-purpose";

const { CV, EVIDENCE, REPORT } = DocumentPurpose;

type Belongs = Pick<Document, "purpose" | "applicationId" | "evidenceId" | "commissionId">;

/** What a document is to belong to, and what of that stands in the way. */
export interface Belonging extends Belongs {
  readonly path: "applicationId" | "evidenceId" | "commissionId";
  readonly faults: readonly UserError[];
  readonly rules: readonly RuleOutcome[];
}

const NOTHING = { applicationId: null, evidenceId: null, commissionId: null, faults: [], rules: [] };

/**
 * Finds what a document is to belong to, locked, for those who may add one: a CV is brought by its applicant, a file of
 * evidence by whoever gave the item, a report by either of the pair.
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
  if (input.evidenceId != null) {
    const { id, submittedById } = await tx.find(Evidence, input.evidenceId, "evidenceId");
    if (submittedById !== tx.ctx.personId) throw forbidden("A file is added by whoever gave the item of evidence.");
    return { ...NOTHING, purpose: EVIDENCE, path: "evidenceId", evidenceId: id };
  }
  const commission = await tx.find(Commission, input.commissionId as string, "commissionId");
  await partiesFor(tx, RateSide.MEMBER, commission);
  return { ...NOTHING, purpose: REPORT, path: "commissionId", commissionId: commission.id };
};

/** Whose a document is: whom each entry about it is told to. */
export const audiencesOf = async (
  { manager }: Pick<Transaction, "manager">,
  { purpose, applicationId, evidenceId, commissionId }: Belongs,
): Promise<Partial<Record<AudienceId, string>>[]> => {
  if (purpose === CV) {
    const { personId } = await manager.findOneByOrFail(Application, { id: applicationId as string });
    return [{ personId }];
  }
  if (purpose === EVIDENCE) {
    const about = await manager.findBy(EvidenceAbout, { evidenceId: evidenceId as string });
    return about.map(({ traineeId }) => ({ traineeId }));
  }
  const { id, boardId } = await manager.findOneByOrFail(Commission, { id: commissionId as string });
  return [{ commissionId: id, boardId }];
};

/**
 * Of a CV: whose it is, and whether its application is still being written. The application is locked: it is not
 * submitted meanwhile. Null of any other document.
 */
export const applicationOf = async (
  { rows, ctx }: Transaction,
  { applicationId }: Pick<Document, "applicationId">,
): Promise<{ personId: string; draft: boolean } | null> => {
  if (applicationId === null) return null;
  const [application] = await rows(`SELECT personId, state FROM application WHERE id = ?${forUpdate(ctx.db.kind)}`, [
    applicationId,
  ]);
  return { personId: application?.personId as string, draft: application?.state === ApplicationState.DRAFT };
};
