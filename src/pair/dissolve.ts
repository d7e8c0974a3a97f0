import { recourse } from "../appeal/recourse";
import { Recourse } from "../appeal/recourse.rules";
import { FINAL, UNAPPEALED } from "../assessment/final";
import { withReadiness } from "../assessment/readiness-changes";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { conditionFor, holds } from "../scope/condition";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { Pair, PairMember } from "./pair.entity";
import { DissolvePairInput } from "./pair.inputs";
import { PairReview, pairMayEnd } from "./pair.rules";

/** A pair ends between its reviews, and its trainees are free to be paired anew. What the two did stays on record. */
export const dissolve: UseCase<DissolvePairInput> = async (tx, { pairId, reason, expectedVersion }) => {
  const pair = await tx.find(Pair, pairId, "pairId");
  await tx.once();
  tx.expect(pair, expectedVersion);
  if (pair.dissolvedOn !== null) throw new Refused([invalid(["pairId"], "pairId is of a pair that has ended.")]);
  refuseUnless(pairMayEnd(await reviewsOf(tx, pair)));

  const members = await tx.manager.findBy(PairMember, { pairId: pair.id });
  const traineeIds = members.map(({ traineeId }) => traineeId).filter((id) => id !== null);
  return withReadiness(tx, traineeIds, () => end(tx, pair, traineeIds, reason));
};

const end = async (tx: Transaction, pair: Pair, traineeIds: readonly string[], reason: string): Promise<string> => {
  const dissolvedOn = londonDay(tx.ctx.now);
  await tx.change(Pair, pair, { dissolvedOn });
  const facts = { reference: pair.reference, dissolvedOn };
  // Two who are accredited, where its trainee left after the practice review: it is told of the pair alone.
  if (traineeIds.length === 0) tx.append("PairDissolved", pair, { pairId: pair.id }, facts, reason);
  for (const traineeId of traineeIds) {
    const trainee = await tx.manager.findOneByOrFail(Trainee, { id: traineeId });
    if (trainee.pairId === pair.id) await tx.change(Trainee, trainee, { pairId: null });
    tx.append("PairDissolved", pair, { pairId: pair.id, traineeId }, facts, reason);
  }
  return pair.id;
};

/**
 * The pair's reviews; of its practice reviews, who has no final decision yet, and who may still come to another by an
 * appeal. A decision not released is none: it would show. To a lead who does not read the judgements, a partner's or
 * their own, nobody's decision shows either: whoever may appeal is still to be judged.
 */
const reviewsOf = async (tx: Transaction, { id }: Pair): Promise<PairReview[]> => {
  const reviews = await tx.rows(
    "SELECT id, reference, stage, practice FROM commission WHERE pairId = ? ORDER BY proposedAt, id",
    [id],
  );
  const enrolled = await tx.rows(
    `SELECT t.id, t.standing, p.name, NOT EXISTS (SELECT 1 FROM assessment a
       WHERE a.traineeId = t.id AND ${FINAL} AND ${UNAPPEALED}) AS undecided
     FROM trainee t JOIN person p ON p.id = t.personId
     WHERE t.pairId = ? AND t.standing = 'ENROLLED' ORDER BY t.sortName, t.id`,
    [id],
  );
  const toBeJudged: string[] = [];
  const appealable: Recourse[] = [];
  for (const { undecided, name, ...trainee } of enrolled) {
    const open = await recourse(tx, trainee as never, name as string);
    const told = holds(conditionFor(tx.ctx.scope, "judgements"), { traineeId: trainee.id as string });
    if (Number(undecided) === 1 || (open && !told)) toBeJudged.push(name as string);
    else if (open) appealable.push(open);
  }
  const nobody = { toBeJudged: [], recourse: [] };
  return reviews.map((review) => ({
    ...review,
    ...(review.practice ? { toBeJudged, recourse: appealable } : nobody),
  })) as never;
};
