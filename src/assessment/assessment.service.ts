import { accredit, announce } from "../accreditation/accredit";
import { nothingAppealed } from "../appeal/appeal.rules";
import { openAppeals } from "../appeal/open-appeal";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { absent, invalid, Refused, refuseUnless } from "../mutation/refused";
import { areaMeant } from "../programme/areas";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { TraineeStanding } from "../trainee/trainee-standing";
import { Assessment } from "./assessment.entity";
import {
  DecideAssessmentInput,
  OpenAssessmentInput,
  RecordJudgementInput,
  ReleaseAssessmentInput,
} from "./assessment.inputs";
import { assessesAnew, decision, mayOpenRound, newest } from "./assessment.rules";
import { AssessmentOutcome } from "./assessment-outcome";
import { assessorFor, hasSupervised, refuseTheirOwn } from "./assessor";
import { maySuperviseAndAssess } from "./assessor.rules";
import { atWork } from "./at-work";
import { Judgement, JudgementEvidence } from "./judgement.entity";
import { readiness } from "./readiness.rules";
import { withReadiness } from "./readiness-changes";
import { readinessFacts } from "./readiness-facts";
import { isOpen, mayRelease } from "./round.rules";
import { asRound } from "./rounds";
import { fix, restsOn, tellTakenIn } from "./snapshot";

/** R14: begins a round of assessment, by the very rules that the trainee reads as `readiness`. */
export const open: UseCase<OpenAssessmentInput> = async (tx, { traineeId, assessorId: named }) => {
  const trainee = await tx.find(Trainee, traineeId, "traineeId");
  await refuseTheirOwn(tx, trainee, tx.ctx.personId as string);
  const assessorId = await assessorFor(tx, trainee, named ?? null);
  await refuseTheirOwn(tx, trainee, assessorId);
  await tx.once();

  if (trainee.standing === TraineeStanding.WITHDRAWN) {
    throw new Refused([invalid(["traineeId"], "traineeId has left the programme.")]);
  }
  const facts = (await readinessFacts(tx.rows, [trainee.id], londonDay(tx.ctx.now))).get(trainee.id);
  if (!facts) throw new Error(`Trainee ${trainee.id} has no cohort.`);
  const assessorSupervised = await hasSupervised(tx, trainee, assessorId);
  const earlier = await tx.manager.findBy(Assessment, { traineeId: trainee.id });
  const rounds = earlier.map(asRound);
  const { commission } = facts;
  refuseUnless(
    maySuperviseAndAssess(assessorSupervised, facts.standard.assessorMayHaveSupervised),
    nothingAppealed(await openAppeals(tx.rows, trainee.id)),
    mayOpenRound(rounds),
    assessesAnew(rounds, assessorId),
    readiness(facts),
  );

  const round = Math.max(0, ...rounds.map((one) => one.round)) + 1;
  const assessment = await tx.add(Assessment, {
    id: newId("asm"),
    traineeId: trainee.id,
    commissionId: commission?.id as string,
    assessorId,
    round,
    openedAt: tx.ctx.now,
    outcome: null,
    summary: null,
    decidedAt: null,
    releasedAt: null,
    setAsideAt: null,
    assessorSupervised,
    version: 1,
  });
  const said = { round, assessorId, assessorSupervised, commission: commission?.reference };
  const fixed = await fix(tx, assessment);
  tx.append("AssessmentOpened", assessment, { traineeId: trainee.id }, { ...said, evidenceIds: fixed.named });
  for (const evidenceIds of fixed.unnamed) tellTakenIn(tx, assessment, evidenceIds);
  return assessment.id;
};

/** R37, R40: one area is judged, or judged anew: nothing that was said is taken away. */
export const judge: UseCase<RecordJudgementInput> = async (tx, input) => {
  const { assessment, areas, judged } = await atWork(tx, input.assessmentId);
  tx.expect(assessment, input.expectedVersion);
  const area = areaMeant(areas, input.areaId);
  if (!area) throw absent("areaId");
  const evidenceIds = await restsOn(tx, assessment, input.evidenceIds ?? []);
  refuseUnless(isOpen(assessment));

  const { traineeId, round } = assessment;
  const { rating, strengths, areasToWorkOn } = input;
  const before = newest(judged).get(area.code)?.rating ?? null;
  const judgement = await tx.add(Judgement, {
    id: newId("jdg"),
    assessmentId: assessment.id,
    traineeId,
    areaId: area.id,
    rating,
    strengths,
    areasToWorkOn,
    judgedById: assessment.assessorId,
    at: tx.ctx.now,
  });
  await tx.addAll(
    JudgementEvidence,
    evidenceIds.map((evidenceId) => ({ judgementId: judgement.id, evidenceId })),
  );
  await tx.change(Assessment, assessment, {});
  const rests = evidenceIds.length > 0 ? { evidenceIds } : {};
  const said = { assessmentId: assessment.id, round, area: area.code, rating: { from: before, to: rating }, ...rests };
  tx.append("JudgementRecorded", judgement, { traineeId }, said);
  return judgement.id;
};

/** R39: the overall judgement (E13, E14). A positive one accredits at once (E15); nobody new hears of it until release. */
export const decide: UseCase<DecideAssessmentInput> = async (
  tx,
  { assessmentId, expectedVersion, outcome, summary },
) => {
  const { assessment, trainee, areas, judged } = await atWork(tx, assessmentId);
  tx.expect(assessment, expectedVersion);
  refuseUnless(isOpen(assessment));
  const [standard] = await tx.rows(
    "SELECT s.everyAreaMet FROM standard s JOIN cohort c ON c.standardId = s.id WHERE c.id = ?",
    [trainee.cohortId],
  );
  const codes = areas.map(({ code }) => code);
  refuseUnless(decision(outcome, codes, judged, Boolean(standard?.everyAreaMet)));

  await tx.change(Assessment, assessment, { outcome, summary, decidedAt: tx.ctx.now });
  const ratings = Object.fromEntries([...newest(judged)].map(([area, { rating }]) => [area, rating]));
  const { round, traineeId } = assessment;
  tx.append("AssessmentDecided", assessment, { traineeId }, { round, outcome, summary, ratings });
  if (outcome === AssessmentOutcome.ACCREDIT) await accredit(tx, assessment, trainee);
  return assessment.id;
};

/** The trainee is told: from here on they, and with them others, see what was decided and what it created. */
export const release: UseCase<ReleaseAssessmentInput> = async (tx, { assessmentId, expectedVersion }) => {
  const assessment = await tx.find(Assessment, assessmentId, "assessmentId");
  await tx.once();
  tx.expect(assessment, expectedVersion);
  // Locked, so that no appeal is made against an earlier round meanwhile.
  await tx.find(Trainee, assessment.traineeId, "assessmentId");
  refuseUnless(mayRelease(assessment), nothingAppealed(await openAppeals(tx.rows, assessment.traineeId)));

  const { traineeId, round, outcome } = assessment;
  return withReadiness(tx, [traineeId], async () => {
    await tx.change(Assessment, assessment, { releasedAt: tx.ctx.now });
    tx.append("AssessmentReleased", assessment, { traineeId }, { round, outcome });
    if (outcome === AssessmentOutcome.ACCREDIT) {
      const trainee = await tx.manager.findOneByOrFail(Trainee, { id: traineeId });
      const { standing: before } = trainee;
      await tx.change(Trainee, trainee, { standing: TraineeStanding.ACCREDITED });
      await announce(tx, assessment, trainee, before);
    }
    return assessment.id;
  });
};
