import { withReadiness } from "../assessment/readiness-changes";
import { Commission } from "../commission/commission.entity";
import { newId } from "../id";
import { Transaction } from "../mutation/transact";
import { Area } from "../programme/areas";
import { Trainee } from "../trainee/trainee.entity";
import { Evidence, EvidenceAbout, EvidenceArea } from "./evidence.entity";
import { EvidenceSource } from "./evidence-source";

/** What arrives as evidence: from which source, whom it is about and which areas it speaks to. */
export interface Arriving {
  readonly source: EvidenceSource;
  readonly title: string;
  readonly text: string;
  readonly commission: Commission;
  readonly areas: readonly Area[];
  readonly trainees: readonly Trainee[];
  /** Nobody who signs in, where it was written on a page. */
  readonly submittedById: string | null;
}

/** R33: an item comes to stand among the evidence of those it is about, and may complete E12. Each of them is told. */
export const arrive = (tx: Transaction, arriving: Arriving): Promise<string> => {
  const { source, title, text, commission, areas, trainees, submittedById } = arriving;
  const traineeIds = trainees.map(({ id }) => id);
  const facts = { source, title, areas: areas.map(({ code }) => code).sort(), commissionId: commission.id };
  return withReadiness(tx, traineeIds, async () => {
    const item = await tx.add(Evidence, {
      id: newId("evd"),
      ...{ source, title, text, submittedById },
      commissionId: commission.id,
      submittedAt: tx.ctx.now,
      version: 1,
    });
    for (const { id: areaId } of areas) await tx.add(EvidenceArea, { evidenceId: item.id, areaId });
    for (const traineeId of traineeIds) {
      await tx.add(EvidenceAbout, { evidenceId: item.id, traineeId });
      tx.append("EvidenceSubmitted", item, { traineeId }, facts);
    }
    return item.id;
  });
};
