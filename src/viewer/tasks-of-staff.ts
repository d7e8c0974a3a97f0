import { Assessment } from "../assessment/assessment.entity";
import { assessesAnew, mayOpenRound } from "../assessment/assessment.rules";
import { readiness } from "../assessment/readiness.rules";
import { readinessFacts } from "../assessment/readiness-facts";
import { roundsOf } from "../assessment/rounds";
import type { Context } from "../context";
import { visible } from "../graph/rows";
import { thingOf } from "../graph/thing";
import { londonDay } from "../time";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";

/** The assessments (alias `t`) that the viewer may see, with whom they are of. */
const ASSESSMENTS = `
  FROM assessment t JOIN trainee r ON r.id = t.traineeId JOIN person p ON p.id = r.personId
  JOIN cohort h ON h.id = r.cohortId`;

/** Whether an appeal of a trainee (alias `r`) is not decided yet: until then no round is opened, and none released. */
const APPEALED = "EXISTS (SELECT 1 FROM appeal x WHERE x.traineeId = r.id AND x.state = 'OPEN')";

/** What waits for an assessor: trainees who are ready, areas to judge, assessments to decide. */
export const tasksOfAssessor = async (ctx: Context): Promise<Waiting[]> => {
  const { db, now } = ctx;
  const me = ctx.personId as string;
  const seen = visible(ctx, thingOf(Assessment));
  const [trainees, assessments] = await Promise.all([
    // Assigned, not one's own, and free for another round.
    db.rows(
      `SELECT r.id, p.name, EXISTS (SELECT 1 FROM staff_assignment x
         WHERE x.traineeId = r.id AND x.personId = s.personId AND x.\`role\` = 'SUPERVISOR') AS supervised
       FROM staff_assignment s JOIN trainee r ON r.id = s.traineeId JOIN person p ON p.id = r.personId
       WHERE s.personId = ? AND s.\`role\` = 'ASSESSOR' AND s.endedOn IS NULL
         AND r.standing = 'ENROLLED' AND r.personId <> s.personId
         AND NOT EXISTS (SELECT 1 FROM pair_member m WHERE m.pairId = r.pairId AND m.personId = s.personId)
         AND NOT EXISTS (SELECT 1 FROM assessment a WHERE a.traineeId = r.id
           AND a.releasedAt IS NULL) AND NOT ${APPEALED}`,
      [me],
    ),
    db.rows(
      `SELECT t.id, t.openedAt, t.round, p.name,
         (SELECT MAX(j.at) FROM judgement j WHERE j.assessmentId = t.id) AS judgedAt,
         (SELECT GROUP_CONCAT(a.code) FROM competency_area a WHERE a.standardId = h.standardId AND NOT EXISTS
           (SELECT 1 FROM judgement j WHERE j.assessmentId = t.id AND j.areaId = a.id)) AS missing
       ${ASSESSMENTS} WHERE t.assessorId = ? AND t.decidedAt IS NULL AND ${seen.sql}`,
      [me, ...seen.values],
    ),
  ]);
  const ids = trainees.map(({ id }) => id as string);
  const [facts, rounds] = await Promise.all([readinessFacts(db.rows, ids, londonDay(now)), roundsOf(db.rows, ids)]);
  return [
    ...assessments.map(({ id, name, round, openedAt, judgedAt, missing }) => {
      const areas = (missing as string | null)?.split(",").sort().join(", ");
      return {
        kind: areas ? TaskKind.JUDGE_AREAS : TaskKind.DECIDE_ASSESSMENT,
        text: areas
          ? `Judge ${areas} of ${name}, round ${round}.`
          : `Decide on ${name}, round ${round}: every area is judged.`,
        since: (areas ? openedAt : judgedAt) as string,
        aboutId: id as string,
      };
    }),
    ...trainees.flatMap(({ id, name, supervised }) => {
      const found = facts.get(id as string);
      if (!found || !readiness(found).met) return [];
      if (supervised && !found.standard.assessorMayHaveSupervised) return [];
      const theirs = rounds.get(id as string) ?? [];
      if (!mayOpenRound(theirs).met || !assessesAnew(theirs, me).met) return [];
      const text = `Open the assessment of ${name}, who is ready.`;
      return [{ kind: TaskKind.OPEN_ASSESSMENT, text, since: null, aboutId: id as string }];
    }),
  ];
};

/**
 * What waits for a supervisor: past days that they run and whose attendance nobody has recorded, or not of somebody whom
 * they supervise and who had a place.
 */
export const tasksOfSupervisor = async ({ db, personId, now }: Context): Promise<Waiting[]> => {
  const days = await db.rows(
    `SELECT s.id, s.date FROM supervision_session s
     WHERE (s.supervisorId = ? OR s.id IN (SELECT f.sessionId FROM supervision_facilitator f WHERE f.personId = ?))
     AND s.kind = 'GROUP' AND s.cancelledAt IS NULL AND s.date < ?
     AND (NOT EXISTS (SELECT 1 FROM supervision_attendance a WHERE a.sessionId = s.id)
       OR EXISTS (SELECT 1 FROM booking b JOIN staff_assignment x ON x.traineeId = b.traineeId AND x.personId = ?
           AND x.\`role\` = 'SUPERVISOR' AND x.endedOn IS NULL
         WHERE b.sessionId = s.id AND b.state = 'PLACE' AND NOT EXISTS
           (SELECT 1 FROM supervision_attendance a WHERE a.sessionId = s.id AND a.traineeId = b.traineeId)))`,
    [personId, personId, londonDay(now), personId],
  );
  return days.map(({ id, date }) => ({
    kind: TaskKind.RECORD_ATTENDANCE,
    text: `Record who was at group supervision on ${date}.`,
    since: `${date} 00:00:00.000`,
    aboutId: id as string,
  }));
};

/** What waits for a programme lead: reports to quality assure, decisions to release, who asked for a call or to be erased. */
export const tasksOfLead = async (ctx: Context): Promise<Waiting[]> => {
  const seen = visible(ctx, thingOf(Assessment));
  const [drafts, decided, leaving, asking] = await Promise.all([
    ctx.db.rows(
      `SELECT c.id, c.reference, c.qualityPassed, (SELECT MAX(e.at) FROM entry e WHERE e.subjectId = c.id
         AND e.kind IN ('CommissionAdvanced', 'QualityAssured')) AS since
       FROM commission c WHERE c.stage = 'DRAFT_REPORT' AND c.pausedOn IS NULL
         AND c.pairId NOT IN (SELECT pairId FROM pair_member WHERE personId = ?)
         AND c.id NOT IN (SELECT f.commissionId FROM former_pair f JOIN pair_member m ON m.pairId = f.pairId
           WHERE m.personId = ?)`,
      [ctx.personId, ctx.personId],
    ),
    ctx.db.rows(
      `SELECT t.id, t.round, t.decidedAt, p.name ${ASSESSMENTS}
       WHERE t.decidedAt IS NOT NULL AND t.releasedAt IS NULL AND NOT ${APPEALED} AND ${seen.sql}`,
      seen.values,
    ),
    ctx.db.rows("SELECT id, name, erasureRequestedAt FROM person WHERE erasureRequestedAt IS NOT NULL AND id <> ?", [
      ctx.personId,
    ]),
    ctx.db.rows(
      `SELECT e.id, e.askedAt, p.name FROM enquiry e JOIN person p ON p.id = e.personId
       WHERE e.closedAt IS NULL AND e.callAt IS NULL AND e.personId <> ?`,
      [ctx.personId],
    ),
  ]);
  return [
    ...leaving.map(({ id, name, erasureRequestedAt }) => ({
      kind: TaskKind.ERASE_PERSON,
      text: `Erase what is held about ${name}, who asked for it.`,
      since: erasureRequestedAt as string,
      aboutId: id as string,
    })),
    ...asking.map(({ id, name, askedAt }) => ({
      kind: TaskKind.ARRANGE_CALL,
      text: `Arrange a time to speak to ${name}.`,
      since: askedAt as string,
      aboutId: id as string,
    })),
    ...decided.map(({ id, round, decidedAt, name }) => ({
      kind: TaskKind.RELEASE_ASSESSMENT,
      text: `Release the decision on ${name}, round ${round}.`,
      since: decidedAt as string,
      aboutId: id as string,
    })),
    ...drafts.map(({ id, reference, qualityPassed, since }) => ({
      kind: TaskKind.RECORD_QUALITY_ASSURANCE,
      text:
        qualityPassed === null
          ? `Record quality assurance of ${reference}.`
          : `Look at ${reference} again: it did not pass quality assurance.`,
      since: since as string | null,
      aboutId: id as string,
    })),
  ];
};
