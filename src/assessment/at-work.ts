import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { areasOf } from "../programme/areas";
import { Trainee } from "../trainee/trainee.entity";
import { Assessment } from "./assessment.entity";
import { AreaJudgement } from "./assessment.rules";
import { refuseTheirOwn } from "./assessor";
import { Judgement } from "./judgement.entity";

/** The assessment that its assessor is at work on, its trainee, and what was judged so far. */
export const atWork = async (tx: Transaction, assessmentId: string) => {
  const assessment = await tx.find(Assessment, assessmentId, "assessmentId");
  if (assessment.assessorId !== tx.ctx.personId) throw forbidden();
  const trainee = await tx.manager.findOneByOrFail(Trainee, { id: assessment.traineeId });
  await refuseTheirOwn(tx, trainee, assessment.assessorId);
  await tx.once();
  const areas = await areasOf(tx, trainee.id);
  const codes = new Map(areas.map(({ id, code }) => [id, code]));
  const judgements = await tx.manager.find(Judgement, {
    where: { assessmentId: assessment.id },
    order: { at: "ASC", id: "ASC" },
  });
  const judged: AreaJudgement[] = judgements.map((one) => ({ ...one, area: codes.get(one.areaId) ?? one.areaId }));
  return { assessment, trainee, areas, judged };
};
