import { newId } from "../id";
import { differences } from "../log/differences";
import { UseCase } from "../mutation/answer";
import { invalid, Refused } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { marks } from "../scope/condition";
import { Application } from "./application.entity";
import { CriterionScore } from "./criterion-score.entity";
import { others } from "./others";
import { Scoring, scoringOf } from "./scoring";
import { CriterionScoreInput, ScoreApplicationInput } from "./selection.inputs";
import { faultsOfScores, Named, notUndecided } from "./selection.rules";

/** R52, R56: one person scores an application by every criterion, or scores it anew. The applicant is not told. */
export const score: UseCase<ScoreApplicationInput> = async (tx, input) => {
  const application = await others(tx, input.applicationId);
  await tx.once();
  tx.expect(application, input.expectedVersion);
  const [cohort] = await tx.rows("SELECT programmeId FROM cohort WHERE id = ?", [application.cohortId]);
  const programmeId = cohort?.programmeId as string;
  const { criteria } = (await scoringOf(tx.rows, [application.id])).get(application.id) as Scoring;
  const named = await namedIn(tx, input.scores, programmeId);
  const before = await tx.manager.findBy(CriterionScore, {
    applicationId: application.id,
    scorerId: tx.ctx.personId as string,
  });
  const corrects = before.some((one) =>
    input.scores.some((said) => said.criterionId === one.criterionId && said.score !== one.score),
  );
  const unexplained = corrects && input.reason == null;
  const faults = [
    ...notUndecided(application),
    ...faultsOfScores(named, criteria),
    ...(unexplained ? [invalid(["reason"], "reason must say why: you scored otherwise before.")] : []),
  ];
  if (faults.length > 0) throw new Refused(faults);

  let written = false;
  for (const said of input.scores) {
    const known = before.find(({ criterionId }) => criterionId === said.criterionId) ?? null;
    if (await write(tx, application, said, known, input.reason ?? null)) written = true;
  }
  if (!written) throw new Refused([invalid(["scores"], "scores say nothing other than you said before.")]);
  return application.id;
};

/** What each criterion that is named really is. */
const namedIn = async (
  tx: Transaction,
  scores: readonly CriterionScoreInput[],
  programmeId: string,
): Promise<Named[]> => {
  const ids = scores.map(({ criterionId }) => criterionId);
  const rows = await tx.rows(`SELECT id, section, programmeId FROM programme_item WHERE id IN (${marks(ids)})`, ids);
  return ids.map((criterionId) => {
    const row = rows.find(({ id }) => id === criterionId);
    const found = row && {
      criterion: row.section === "SELECTION_CRITERIA",
      ofProgramme: row.programmeId === programmeId,
    };
    return { criterionId, found: found ?? null };
  });
};

/** Writes one score and tells of it, unless it stands there already; one of an earlier writing is said again. */
const write = async (
  tx: Transaction,
  { id: applicationId, reference, personId, submittedAt }: Application,
  { criterionId, score: to, comment: said }: CriterionScoreInput,
  known: CriterionScore | null,
  reason: string | null,
): Promise<boolean> => {
  const scorerId = tx.ctx.personId as string;
  const now = { score: to, comment: said ?? null, scoredAt: tx.ctx.now };
  if (!known) {
    const added = await tx.add(CriterionScore, { id: newId("csc"), applicationId, criterionId, scorerId, ...now });
    const facts = { reference, criterionId, from: null, to, comment: now.comment };
    tx.append("CriterionScored", added, { personId }, facts, reason);
    return true;
  }
  const changed = differences(known, { comment: now.comment });
  const past = submittedAt !== null && known.scoredAt < submittedAt;
  if (known.score === to && !changed.comment && !past) return false;
  const facts = { reference, criterionId, from: known.score, to, ...changed };
  await tx.manager.update(CriterionScore, { id: known.id }, now);
  tx.append("CriterionScored", known, { personId }, facts, reason);
  return true;
};
