import { recourse } from "../appeal/recourse";
import { leavesNothingOpen, Recourse } from "../appeal/recourse.rules";
import { FINAL, UNAPPEALED } from "../assessment/final";
import { withReadiness } from "../assessment/readiness-changes";
import { Commission } from "../commission/commission.entity";
import { trainingsOf } from "../course/training";
import { forUpdate } from "../database/database";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, refuseUnless, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { Person } from "../person/person.entity";
import { Role } from "../person/role";
import { RuleOutcome } from "../rules/outcome";
import { conditionFor, holds } from "../scope/condition";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { FormerPair } from "./former-pair.entity";
import { Pair, PairMember } from "./pair.entity";
import { ReplacePartnerInput } from "./pair.inputs";
import { accreditedOn, PossibleMember } from "./pair.rules";
import { possibleMembers } from "./possible-members";
import { carriesOver, hasBegun, mayComeLate, mayTakePart, pairMayGoOn, ReviewHandedOn } from "./succession.rules";
import { together } from "./together";

/**
 * R22: one of a pair leaves, another comes, and their reviews go on with the new pair, all at once: at no moment is a
 * review without two who conduct it. What carries over is said in `succession.rules.ts`.
 */
export const replace: UseCase<ReplacePartnerInput> = async (tx, input) => {
  const pair = await tx.find(Pair, input.pairId, "pairId");
  // Their persons too: whoever withdraws or pairs one of them waits for this or is waited for.
  const leaving = await tx.find(Person, input.leavingPersonId, "leavingPersonId");
  const joining = await tx.find(Person, input.joiningPersonId, "joiningPersonId");
  const members = await tx.manager.find(PairMember, { where: { pairId: pair.id }, order: { ordinal: "ASC" } });
  const leaver = members.find(({ personId }) => personId === leaving.id);
  refuseTheirOwn(tx, leaver?.traineeId ?? null);
  await tx.once();
  tx.expect(pair, input.expectedVersion);
  const stays = members.find(({ personId }) => personId !== leaving.id) as PairMember;
  refuse([
    pair.dissolvedOn !== null && invalid(["pairId"], "pairId is of a pair that has ended."),
    !leaver && invalid(["leavingPersonId"], "leavingPersonId is not of the pair."),
    ...(await unfit(tx, joining, members)),
  ]);

  const today = londonDay(tx.ctx.now);
  const theirs = await reviewsOf(tx, pair, stays);
  const reviews = theirs.filter(carriesOver);
  const comes = await newcomer(tx, joining.id);
  const place = (member: PairMember) => (member === stays ? { ...stays } : { ...comes, joinedOn: today });
  refuseUnless(
    pairMayGoOn(await asPossible(tx, members, stays, comes), today, theirs, members),
    mayTakePart(reviews, comes),
    leavesNothingOpen(await recourseOfMember(tx, leaver as PairMember)),
    ...(hasBegun(reviews) ? await courseFirst(tx, comes) : []),
  );

  const traineeIds = [...members, comes].flatMap(({ traineeId }) => traineeId ?? []);
  return withReadiness(tx, traineeIds, async () => {
    await leave(tx, pair, leaver as PairMember, leaving, input.reason);
    const next = await together(tx, members.map(place), today, pair);
    for (const { id } of reviews) await handOn(tx, id, pair, next, { from: leaving.id, to: joining.id });
    return next.id;
  });
};

/** Whether a trainee was decided on is not for them, or their pair partner, to hear from a refusal. */
const refuseTheirOwn = ({ ctx }: Transaction, traineeId: string | null): void => {
  if (traineeId !== null && !holds(conditionFor(ctx.scope, "judgements"), { traineeId })) {
    throw forbidden("Nobody replaces themself, or their pair partner, as a trainee: another lead does.");
  }
};

/** What speaks against somebody who is to come, whatever the pair's reviews. */
const unfit = async (
  tx: Transaction,
  { id: personId, erasedAt, disabledAt }: Person,
  members: readonly PairMember[],
): Promise<(UserError | false)[]> => {
  const path = ["joiningPersonId"];
  // Whoever is assigned to assess somebody keeps to that: a round that is open could be decided by nobody else.
  const trainees = members.flatMap(({ traineeId }) => traineeId ?? []);
  const assigned = await tx.rows(
    "SELECT traineeId FROM staff_assignment WHERE personId = ? AND `role` = ? AND endedOn IS NULL",
    [personId, Role.ASSESSOR],
  );
  return [
    members.some((member) => member.personId === personId) && invalid(path, "joiningPersonId is of the pair already."),
    erasedAt !== null && invalid(path, "joiningPersonId is of somebody who was erased."),
    erasedAt === null && disabledAt !== null && invalid(path, "joiningPersonId is of somebody who may not sign in."),
    assigned.some(({ traineeId }) => trainees.includes(traineeId as string)) &&
      invalid(path, "joiningPersonId is assigned to assess one of the pair: end that first."),
  ];
};

const newcomer = async (tx: Transaction, personId: string): Promise<PossibleMember> =>
  (await possibleMembers(tx, [personId]))[0] as PossibleMember;

/**
 * The two as E6 looks at them. Who stays is what they were when the pair was formed: that they are accredited since is no
 * bar, and that their accreditation holds no more is one.
 */
const asPossible = async (
  tx: Transaction,
  members: readonly PairMember[],
  stays: PairMember,
  comes: PossibleMember,
): Promise<PossibleMember[]> => {
  const now = await newcomer(tx, stays.personId);
  const holdsNoMore = now.accreditations.length > 0 && !accreditedOn(now, londonDay(tx.ctx.now));
  const stayer = { ...now, traineeId: holdsNoMore ? now.traineeId : stays.traineeId, pairedAs: null };
  return members.map((member) => (member === stays ? stayer : comes));
};

/** The reviews of a pair, locked: whoever moves one waits, and finds the new pair. */
const reviewsOf = async (tx: Transaction, pair: Pair, stays: PairMember): Promise<ReviewHandedOn[]> => {
  const reviews = await tx.rows(
    `SELECT id, reference, stage, practice FROM commission WHERE pairId = ? ORDER BY proposedAt, id${forUpdate(tx.ctx.db.kind)}`,
    [pair.id],
  );
  // A decision that is not released is none: it would show.
  const undecided = await tx.rows(
    `SELECT t.id FROM trainee t WHERE t.id = ? AND t.standing = 'ENROLLED' AND NOT EXISTS (SELECT 1 FROM assessment a
       WHERE a.traineeId = t.id AND ${FINAL} AND ${UNAPPEALED})`,
    [stays.traineeId ?? ""],
  );
  const toBeJudged = undecided.length > 0 || (await recourseOfMember(tx, stays)) !== null;
  return reviews.map((review) => ({ ...review, practice: Boolean(review.practice), toBeJudged }) as never);
};

/** What one of a pair may still come to by an appeal. */
const recourseOfMember = async (tx: Transaction, { traineeId, personId }: PairMember): Promise<Recourse | null> => {
  if (traineeId === null) return null;
  const { name } = await tx.manager.findOneByOrFail(Person, { id: personId });
  return recourse(tx, await tx.manager.findOneByOrFail(Trainee, { id: traineeId }), name);
};

/** E5 of who comes to a practice review that has begun. */
const courseFirst = async (tx: Transaction, { traineeId, name }: PossibleMember): Promise<RuleOutcome[]> => {
  const training = traineeId && (await trainingsOf(tx.rows, [traineeId])).get(traineeId);
  return training ? [mayComeLate({ id: traineeId, name, training, told: true })] : [];
};

/** The pair ends. Who leaves is told, and why; of a trainee their staff too, of a reviewer nobody who knows them from elsewhere. */
const leave = async (
  tx: Transaction,
  pair: Pair,
  { traineeId }: PairMember,
  person: Person,
  reason: string,
): Promise<void> => {
  const dissolvedOn = londonDay(tx.ctx.now);
  await tx.change(Pair, pair, { dissolvedOn });
  const facts = { reference: pair.reference, dissolvedOn };
  if (traineeId === null) {
    tx.append("ReviewerLeft", person, { pairId: pair.id, personId: person.id }, facts, reason);
    return;
  }
  const trainee = await tx.manager.findOneByOrFail(Trainee, { id: traineeId });
  await tx.change(Trainee, trainee, { pairId: null });
  tx.append("PairDissolved", pair, { pairId: pair.id, traineeId }, facts, reason);
};

/** A review goes on with the new pair. Its version rises: nobody moves it without having seen who conducts it now. */
const handOn = async (
  tx: Transaction,
  commissionId: string,
  former: Pair,
  next: Pair,
  personId: { readonly from: string; readonly to: string },
): Promise<void> => {
  const commission = await tx.manager.findOneByOrFail(Commission, { id: commissionId });
  await tx.add(FormerPair, { commissionId, pairId: former.id });
  await tx.change(Commission, commission, { pairId: next.id });
  tx.append(
    "CommissionReassigned",
    commission,
    { commissionId, boardId: commission.boardId },
    {
      reference: commission.reference,
      pair: { from: former.reference, to: next.reference },
      pairId: { from: former.id, to: next.id },
      personId,
    },
  );
};
