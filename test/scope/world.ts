import { Assessment } from "../../src/assessment/assessment.entity";
import { AssessmentOutcome } from "../../src/assessment/assessment-outcome";
import { Judgement } from "../../src/assessment/judgement.entity";
import { Rating } from "../../src/assessment/rating";
import { Charge } from "../../src/charge/charge.entity";
import { ChargeKind } from "../../src/charge/charge-kind";
import { Payer } from "../../src/charge/payer";
import { CommissionStage } from "../../src/commission/commission-stage";
import type { Database } from "../../src/database/database";
import { EvidenceSource } from "../../src/evidence/evidence-source";
import { newId } from "../../src/id";
import { Log } from "../../src/log/log";
import { Pair, PairMember } from "../../src/pair/pair.entity";
import { Role } from "../../src/person/role";
import { SupervisionSession } from "../../src/supervision/supervision-session.entity";
import { Trainee } from "../../src/trainee/trainee.entity";
import { Story, story, tell } from "../support/story";
import { daysAgo } from "../support/story.beginning";

const MOMENT = new Date("2017-06-01T09:00:00.000Z");

/** What there is about a trainee, by what it is called in the tests: ids of things. */
export type About = Record<
  | "trainee"
  | "session"
  | "silentSession"
  | "evidence"
  | "sharedEvidence"
  | "partnersEvidence"
  | "released"
  | "unreleased"
  | "partnersUnreleased"
  | "commission"
  | "charge"
  | "board",
  string
>;

/**
 * Two pairs who have nothing to do with one another, each with a board, staff and all that a review leaves behind: Ada
 * and Ben, who are looked at, and Cara with Rex, a reviewer.
 */
export const theWorld = async (db: Database, log: Log) => {
  const told = await story({ db, log });
  const ofAda = await withAWholeReview(db, log, told, told.ada, told.ben, told.adaAndBen, told.board);

  const cara = await told.trainee("Cara");
  const rex = await told.person("Rex Reviewer");
  const board = await told.boardNamed("Southmoor");
  const seat = await told.seatOn(board, "Sol Southmoor");
  const supervisor = await told.person("Stu Supervisor", Role.SUPERVISOR);
  const assessor = await told.person("Ann Assessor", Role.ASSESSOR);
  await told.assign(cara, supervisor, Role.SUPERVISOR);
  await told.assign(cara, assessor, Role.ASSESSOR);
  const pair = await pairWithReviewer(db, log, told, cara, rex.id);
  const ofCara = await withAWholeReview(db, log, told, cara, null, pair, board);
  const nobody = await told.person("Nick Nobody");
  return { told, ofAda, ofCara, cara, rex, seat, supervisor, assessor, nobody };
};
export type World = Awaited<ReturnType<typeof theWorld>>;

const pairWithReviewer = async (
  db: Database,
  log: Log,
  told: Story,
  { id: traineeId, personId }: Trainee,
  rexId: string,
) => {
  const pair: Partial<Pair> = {
    id: newId("pai"),
    reference: "P-REX",
    formedOn: daysAgo(300),
    dissolvedOn: null,
    version: 1,
  };
  await tell({ db, log }, told.lead.id, async (tx) => {
    const made = await tx.add(Pair, pair);
    const pairId = made.id;
    await tx.add(PairMember, { id: newId("mem"), pairId, ordinal: 1, personId, traineeId });
    await tx.add(PairMember, { id: newId("mem"), pairId, ordinal: 2, personId: rexId, traineeId: null });
    await tx.manager.update(Trainee, { id: traineeId }, { pairId });
    tx.append("PairFormed", made, { pairId, traineeId, personId }, {});
  });
  return pair as Pair;
};

const withAWholeReview = async (
  db: Database,
  log: Log,
  told: Story,
  one: Trainee,
  other: Trainee | null,
  pair: Pair,
  board: { id: string },
): Promise<About> => {
  const review = await told.commissioned(pair, board as never, CommissionStage.BOARD_RESPONSE);
  await told.attendCourse(one);
  await told.attendGroupDays(one, 2);
  const session = await told.superviseAlone(review, one);
  const silentSession = await told.superviseAlone(review, one);
  const evidence = await told.submitEvidence(review, [one], EvidenceSource.DOCUMENT);
  const sharedEvidence = other && (await told.submitEvidence(review, [one, other], EvidenceSource.DOCUMENT));
  const partnersEvidence = other && (await told.submitEvidence(review, [other], EvidenceSource.TRAINEE));
  const ids: Record<string, string> = {};
  await tell({ db, log }, told.lead.id, async (tx) => {
    const assess = async (name: string, { id: traineeId }: Trainee, round: number, released: boolean) => {
      const made = await tx.add(Assessment, {
        ...{
          id: newId("asm"),
          traineeId,
          commissionId: review.id,
          assessorId: told.assessor.id,
          round,
          openedAt: MOMENT,
        },
        ...{ outcome: AssessmentOutcome.FURTHER_EVIDENCE_NEEDED, summary: "Not yet.", decidedAt: MOMENT },
        ...{ releasedAt: released ? MOMENT : null, assessorSupervised: false, version: 1 },
      });
      await tx.add(Judgement, {
        ...{ id: newId("jdg"), assessmentId: made.id, traineeId, areaId: told.areas[0]?.id as string },
        ...{ rating: Rating.MET, strengths: "Listens.", areasToWorkOn: "Writes." },
        ...{ judgedById: told.assessor.id, at: MOMENT },
      });
      tx.append("AssessmentOpened", made, { traineeId }, {});
      ids[name] = made.id;
    };
    await assess("released", one, 1, true);
    await assess("unreleased", one, 2, false);
    if (other) await assess("partnersUnreleased", other, 1, false);
    const charge = await tx.add(Charge, {
      ...{ id: newId("chg"), boardId: board.id, commissionId: review.id, sessionId: session.id, payer: Payer.BOARD },
      ...{
        kind: ChargeKind.INDIVIDUAL_SUPERVISION,
        purpose: "Individual supervision",
        amountMinor: 12_000,
        vatPercent: 20,
        vatMinor: 2_400,
        currency: "GBP",
        raisedAt: MOMENT,
      },
    });
    ids.charge = charge.id;
    await tx.manager.update(SupervisionSession, { id: session.id }, { notes: "Shared words.", notesSharedAt: MOMENT });
    await tx.manager.update(SupervisionSession, { id: silentSession.id }, { notes: "Words of my own." });
    await tx.change(
      review.constructor as never,
      review as never,
      { qualityPassed: true, qualityNotes: "Sound." } as never,
    );
  });
  return {
    ...{ trainee: one.id, session: session.id, silentSession: silentSession.id, evidence: evidence.id },
    ...{ sharedEvidence: sharedEvidence?.id ?? "", partnersEvidence: partnersEvidence?.id ?? "" },
    ...{ commission: review.id, board: board.id, partnersUnreleased: "" },
    ...(ids as Pick<About, "released" | "unreleased" | "charge">),
  };
};
