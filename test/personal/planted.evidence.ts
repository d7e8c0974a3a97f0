import { DraftAbout, EvidenceDraft } from "../../src/evidence/draft.entity";
import { DraftState } from "../../src/evidence/draft-state";
import { EvidenceSource } from "../../src/evidence/evidence-source";
import { newId } from "../../src/id";
import { Transaction } from "../../src/mutation/transact";

/** A draft of evidence about somebody, by whoever writes it; its words, and what the Log says of it, are the given ones. */
export const drafted = async (
  tx: Transaction,
  writtenById: string,
  traineeId: string,
  commissionId: string,
  word: (at: string) => string,
): Promise<void> => {
  const draft = await tx.add(EvidenceDraft, {
    ...{
      id: newId("evr"),
      writtenById,
      commissionId,
      source: EvidenceSource.OTHERS,
      title: word("evidence_draft.title"),
    },
    ...{ text: word("evidence_draft.text"), selfRating: null, replacesId: null, state: DraftState.OPEN },
    ...{ evidenceId: null, begunAt: tx.ctx.now, version: 1 },
  });
  await tx.add(DraftAbout, { draftId: draft.id, traineeId });
  tx.append("EvidenceDrafted", draft, { personId: writtenById }, { title: word("EvidenceDrafted") });
};
