import { nextStage } from "../commission/commission.rules";
import type { CommissionStage } from "../commission/commission-stage";
import type { Context } from "../context";
import type { Row } from "../database/database";
import { everySource } from "../evidence/evidence.rules";
import type { EvidenceSource } from "../evidence/evidence-source";
import { money } from "../graph/scalars";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";

/** The last offer for each of the pair that may still be accepted (as `rateMayBeAgreed` says): the one to answer. */
export const OPEN_OFFERS = `
  SELECT o.*, c.reference, c.pairId FROM (
    SELECT r.*, ROW_NUMBER() OVER (PARTITION BY r.commissionId, r.personId ORDER BY r.offeredAt DESC, r.id DESC) AS nth,
      MAX(r.acceptedAt) OVER (PARTITION BY r.commissionId, r.personId) AS agreedAt
    FROM rate_offer r) o
  JOIN commission c ON c.id = o.commissionId JOIN pair_member n ON n.pairId = c.pairId AND n.personId = o.personId
  WHERE o.nth = 1 AND o.acceptedAt IS NULL AND o.withdrawnAt IS NULL
    AND (c.stage = 'NEGOTIATING' OR (o.agreedAt IS NULL AND c.stage NOT IN ('DECLINED', 'ABANDONED', 'CLOSED')))`;

/** When a commission last moved. */
export const LAST_MOVED =
  "(SELECT MAX(e.at) FROM entry e WHERE e.subjectId = c.id AND e.kind IN ('CommissionGranted', 'CommissionAdvanced', 'CommissionResumed', 'QualityAssured'))";

export const rateOf = ({ amountMinor, currency }: Row): string =>
  money(Number(amountMinor), currency as string).formatted;

/** What waits for somebody as one of a pair: rates to answer, reviews to bring on, evidence to give. */
export const tasksOfPair = async ({ db, personId }: Context): Promise<Waiting[]> => {
  const me = personId as string;
  const [offers, reviews, trainees] = await Promise.all([
    db.rows(`SELECT * FROM (${OPEN_OFFERS}) x WHERE x.personId = ? AND x.offeredBy = 'BOARD' ORDER BY x.offeredAt`, [
      me,
    ]),
    db.rows(
      `SELECT c.id, c.reference, c.stage, ${LAST_MOVED} AS since FROM commission c
       JOIN pair p ON p.id = c.pairId AND p.dissolvedOn IS NULL JOIN pair_member m ON m.pairId = p.id
       WHERE m.personId = ? AND c.pausedOn IS NULL
         AND c.stage IN ('COMMISSIONED', 'SCOPING', 'DATA_COLLECTION', 'ANALYSIS', 'FINDINGS')`,
      [me],
    ),
    db.rows(
      `SELECT t.id, s.sources AS needed, MIN(c.commissionedOn) AS since,
         (SELECT GROUP_CONCAT(DISTINCT e.source) FROM evidence_about b JOIN evidence e ON e.id = b.evidenceId
          WHERE b.traineeId = t.id AND e.state = 'SUBMITTED') AS sources
       FROM trainee t JOIN cohort h ON h.id = t.cohortId JOIN standard s ON s.id = h.standardId
       JOIN commission c ON c.pairId = t.pairId AND c.practice = 1 AND c.commissionedOn IS NOT NULL AND c.stage <> 'ABANDONED'
       WHERE t.personId = ? AND t.standing = 'ENROLLED' GROUP BY t.id, s.sources`,
      [me],
    ),
  ]);
  return [
    ...offers.map((offer) => ({
      kind: TaskKind.ANSWER_RATE,
      text: `Answer the board's offer of ${rateOf(offer)} a day for ${offer.reference}.`,
      since: offer.offeredAt as string,
      aboutId: offer.id as string,
    })),
    ...reviews.map(({ id, reference, stage, since }) => ({
      kind: TaskKind.ADVANCE_COMMISSION,
      text: `Take ${reference} on to ${words(nextStage(stage as CommissionStage) as string)} when you are there.`,
      since: since as string | null,
      aboutId: id as string,
    })),
    ...trainees.flatMap(({ id, needed, sources, since }) => {
      const there = ((sources as string | null) ?? "").split(",") as EvidenceSource[];
      const { next } = everySource(
        Number(needed),
        there.map((source) => ({ id: "", title: "", source })),
      );
      const waiting = { kind: TaskKind.SUBMIT_EVIDENCE, since: `${since} 00:00:00.000`, aboutId: id as string };
      return next ? [{ ...waiting, text: next }] : [];
    }),
  ];
};

const words = (stage: string): string => stage.toLowerCase().replaceAll("_", " ");
