import { Board } from "../../src/board/board.entity";
import { Sector } from "../../src/board/sector";
import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { ReviewFormat } from "../../src/commission/review-format";
import { ReviewKind } from "../../src/commission/review-kind";
import { CourseAttendance } from "../../src/course/course-day.entity";
import { Evidence, EvidenceAbout, EvidenceArea } from "../../src/evidence/evidence.entity";
import { EvidenceSource } from "../../src/evidence/evidence-source";
import { EvidenceState } from "../../src/evidence/evidence-state";
import { newId } from "../../src/id";
import { Transaction } from "../../src/mutation/transact";
import { Pair } from "../../src/pair/pair.entity";
import { SupervisionKind } from "../../src/supervision/supervision-kind";
import { SupervisionAttendance, SupervisionSession } from "../../src/supervision/supervision-session.entity";
import { Trainee } from "../../src/trainee/trainee.entity";
import type { Cast } from "./story";
import { daysAgo } from "./story.beginning";
import { finished } from "./story.review";

/** What happens between enrolment and assessment. */
export interface Practice {
  /** The trainee was there on so many of the course days; all four unless told. */
  attendCourse(trainee: Trainee, days?: number): Promise<void>;
  /** A practice review that the board has commissioned; it stands where it is told to, at COMMISSIONED otherwise. */
  commissioned(pair: Pair, board: Board, stage?: CommissionStage): Promise<Commission>;
  /** The trainee was there on so many different days of group supervision; four unless told. */
  attendGroupDays(trainee: Trainee, days?: number): Promise<void>;
  submitEvidence(
    commission: Commission,
    about: readonly Trainee[],
    source: EvidenceSource,
    areas?: readonly number[],
  ): Promise<Evidence>;
  /** An hour one to one, charged to the board. */
  superviseAlone(commission: Commission, trainee: Trainee): Promise<SupervisionSession>;
  /** Everything that readiness asks of the trainee: course, review, group days, evidence from each source for each area. */
  readyForAssessment(trainee: Trainee): Promise<Commission>;
}

type Told = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;

export const practice = (cast: Cast, told: Told): Practice => {
  const groupDays: SupervisionSession[] = [];

  const attendCourse = async (tx: Transaction, { id: traineeId }: Trainee, days: number) => {
    for (const { id: courseDayId, number } of cast.courseDays.slice(0, days)) {
      const said = { courseDayId, traineeId, attended: true, recordedAt: tx.ctx.now };
      const attendance = await tx.add(CourseAttendance, { id: newId("cat"), ...said });
      tx.append("CourseAttendanceRecorded", attendance, { traineeId }, { day: number, from: null, to: true }, null);
    }
  };

  const commission = async (tx: Transaction, pair: Pair, board: Board, stage: CommissionStage) => {
    const made = await tx.add(Commission, {
      id: newId("com"),
      reference: `LT-${newId("r").slice(-8)}`,
      boardId: board.id,
      pairId: pair.id,
      stage,
      reviewKind: ReviewKind.SERIOUS_CASE_REVIEW,
      format: ReviewFormat.FULL,
      sector: Sector.CHILDREN,
      practice: true,
      proposedAt: new Date(`${daysAgo(340)}T09:00:00.000Z`),
      commissionedOn: daysAgo(330),
      startedOn: stage === CommissionStage.COMMISSIONED ? null : daysAgo(320),
      targetOn: null,
      qualityPassed: null,
      qualityRecordedOn: null,
      qualityNotes: null,
      boardResponse: null,
      publication: null,
      version: 1,
    });
    const about = { commissionId: made.id, boardId: board.id };
    tx.append("CommissionProposed", made, about, { reference: made.reference });
    tx.append("CommissionGranted", made, about, { reference: made.reference });
    return made;
  };

  const groupDay = async (tx: Transaction, index: number): Promise<SupervisionSession> => {
    const known = groupDays[index];
    if (known) return known;
    const session = await tx.add(SupervisionSession, {
      ...aSession(SupervisionKind.GROUP, daysAgo(300 - index * 30), cast.supervisor.id),
      venue: "London",
    });
    tx.append("SupervisionScheduled", session, {}, { date: session.date });
    groupDays[index] = session;
    return session;
  };
  const attendGroupDays = async (tx: Transaction, { id: traineeId }: Trainee, days: number) => {
    for (let index = 0; index < days; index += 1) {
      const session = await groupDay(tx, index);
      await tx.add(SupervisionAttendance, { id: newId("sat"), sessionId: session.id, traineeId, attended: true });
      tx.append("GroupSupervisionAttended", session, { traineeId }, { date: session.date, from: null, to: true }, null);
    }
  };

  const submit: Submit = async (tx, { id: commissionId }, about, source, areas = [1]) => {
    const item = await tx.add(Evidence, {
      id: newId("evd"),
      source,
      title: `From ${source.toLowerCase()}`,
      text: "What was seen and where it is written down.",
      commissionId,
      submittedById: about[0]?.personId ?? cast.supervisor.id,
      submittedAt: tx.ctx.now,
      state: EvidenceState.SUBMITTED,
      version: 1,
    });
    for (const number of areas) {
      await tx.add(EvidenceArea, { evidenceId: item.id, areaId: cast.areas[number - 1]?.id as string });
    }
    for (const { id: traineeId } of about) {
      await tx.add(EvidenceAbout, { evidenceId: item.id, traineeId });
      tx.append("EvidenceSubmitted", item, { traineeId }, { source, title: item.title });
    }
    return item;
  };

  return {
    attendCourse: (trainee, days = 4) => told((tx) => attendCourse(tx, trainee, days)),
    commissioned: (pair, board, stage = CommissionStage.COMMISSIONED) =>
      told((tx) => commission(tx, pair, board, stage)),
    attendGroupDays: (trainee, days = 4) => told((tx) => attendGroupDays(tx, trainee, days)),
    submitEvidence: (review, about, source, areas) => told((tx) => submit(tx, review, about, source, areas)),
    superviseAlone: ({ id: commissionId, boardId }, { id: traineeId }) =>
      told(async (tx) => {
        const session = await tx.add(SupervisionSession, {
          ...aSession(SupervisionKind.INDIVIDUAL, daysAgo(10), cast.supervisor.id),
          ...{ minutes: 60, commissionId, boardId, chargeMinor: 12_000 },
        });
        await tx.add(SupervisionAttendance, { id: newId("sat"), sessionId: session.id, traineeId, attended: true });
        tx.append("IndividualSupervisionLogged", session, { traineeId, boardId }, { date: session.date, minutes: 60 });
        return session;
      }),
    readyForAssessment: (trainee) =>
      told(async (tx) => {
        await attendCourse(tx, trainee, 4);
        const pair = await tx.manager.findOneByOrFail(Pair, { id: trainee.pairId as string });
        const review = await commission(tx, pair, cast.board, CommissionStage.BOARD_RESPONSE);
        await finished(tx, review);
        await attendGroupDays(tx, trainee, 4);
        for (const source of Object.values(EvidenceSource)) {
          await submit(tx, review, [trainee], source, [1, 2, 3, 4, 5, 6]);
        }
        return review;
      }),
  };
};

type Submit = (
  tx: Transaction,
  commission: Commission,
  about: readonly Trainee[],
  source: EvidenceSource,
  areas?: readonly number[],
) => Promise<Evidence>;

const aSession = (kind: SupervisionKind, date: string, supervisorId: string) => ({
  id: newId("sup"),
  kind,
  date,
  venue: null,
  minutes: null,
  supervisorId,
  commissionId: null,
  boardId: null,
  chargeMinor: null,
  currency: "GBP",
  notes: null,
  notesSharedAt: null,
  version: 1,
});
