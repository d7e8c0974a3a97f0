import { ClassType } from "type-graphql";
import { ObjectLiteral } from "typeorm";
import { Assessment } from "../../src/assessment/assessment.entity";
import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { ReviewFormat } from "../../src/commission/review-format";
import { ReviewKind } from "../../src/commission/review-kind";
import type { Database } from "../../src/database/database";
import { Evidence, EvidenceAbout, EvidenceArea } from "../../src/evidence/evidence.entity";
import { EvidenceSource } from "../../src/evidence/evidence-source";
import { EvidenceState } from "../../src/evidence/evidence-state";
import { newId } from "../../src/id";
import type { Log } from "../../src/log/log";
import { Pair, PairMember } from "../../src/pair/pair.entity";
import { Person } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { SupervisionKind } from "../../src/supervision/supervision-kind";
import { SupervisionAttendance, SupervisionSession } from "../../src/supervision/supervision-session.entity";
import { Trainee } from "../../src/trainee/trainee.entity";
import { TraineeStanding } from "../../src/trainee/trainee-standing";
import { tell } from "../support/story";
import { daysAgo, invite, openCohort, register } from "../support/story.beginning";

/** Every trainee has the same, so that pages of equal size hold equally many leaves. */
const HAS = { evidence: 6, areas: 2, sessions: 6 };

interface Around {
  readonly cohortId: string;
  readonly boardId: string;
  readonly supervisorId: string;
  readonly assessorId: string;
  readonly areaIds: readonly string[];
}

/** Fills a migrated database with trainees in the middle of their practice; answers with the programme lead's id. */
export const fill = async (db: Database, log: Log, pairs = 200): Promise<string> => {
  let leadId = "";
  await tell({ db, log }, null, async (tx) => {
    leadId = (await invite(tx, "Lee Lead", Role.PROGRAMME_LEAD)).id;
    const supervisorId = (await invite(tx, "Sam Supervisor", Role.SUPERVISOR)).id;
    const assessorId = (await invite(tx, "Alex Assessor", Role.ASSESSOR)).id;
    const { cohort, areas } = await openCohort(tx);
    const board = await register(tx, "Northmoor");
    const areaIds = areas.map(({ id }) => id);
    const rows = rowsOf({ cohortId: cohort.id, boardId: board.id, supervisorId, assessorId, areaIds }, pairs);
    for (const [entity, all] of rows) {
      for (let from = 0; from < all.length; from += 100) await tx.manager.insert(entity, all.slice(from, from + 100));
    }
  });
  return leadId;
};

const rowsOf = (around: Around, pairs: number): Map<ClassType, ObjectLiteral[]> => {
  const rows = new Map<ClassType, ObjectLiteral[]>();
  const add = <T extends ObjectLiteral>(entity: ClassType<T>, row: Partial<T>) => {
    const all = rows.get(entity) ?? [];
    rows.set(entity, all);
    all.push(row);
  };
  for (let number = 1; number <= pairs; number += 1) addPair(add, around, number);
  return rows;
};

type Add = <T extends ObjectLiteral>(entity: ClassType<T>, row: Partial<T>) => void;

const addPair = (add: Add, around: Around, number: number): void => {
  const pairId = newId("pai");
  const commissionId = newId("com");
  add(Pair, { id: pairId, reference: `P-${number}`, formedOn: daysAgo(350), dissolvedOn: null, version: 1 });
  add(Commission, {
    ...{ id: commissionId, reference: `LT-2017-${number}`, boardId: around.boardId, pairId },
    ...{ stage: CommissionStage.ANALYSIS, reviewKind: ReviewKind.SERIOUS_CASE_REVIEW, format: ReviewFormat.FULL },
    ...{ sector: "CHILDREN" as Commission["sector"], practice: true, proposedAt: new Date(), version: 1 },
  });
  for (const ordinal of [1, 2]) addTrainee(add, { ...around, pairId, commissionId }, number * 2 + ordinal, ordinal);
};

const addTrainee = (
  add: Add,
  around: Around & { pairId: string; commissionId: string },
  number: number,
  ordinal: number,
): void => {
  const { cohortId, boardId, supervisorId, assessorId, pairId, commissionId } = around;
  const [personId, traineeId] = [newId("per"), newId("trn")];
  const name = `Trainee ${String(number).padStart(4, "0")}`;
  const email = `trainee.${number}@example.org`;
  add(Person, { id: personId, name, sortName: name.toLowerCase(), emailKey: email, email, phone: null, version: 1 });
  add(Trainee, {
    ...{ id: traineeId, reference: `LT-2017-T${number}`, personId, cohortId, sortName: name.toLowerCase() },
    ...{ standing: TraineeStanding.ENROLLED, enrolledOn: daysAgo(400), pairId, version: 1 },
  });
  add(PairMember, { id: newId("mem"), pairId, ordinal, personId, traineeId });
  for (let index = 0; index < HAS.sessions; index += 1) {
    const sessionId = newId("sup");
    add(SupervisionSession, {
      ...{ id: sessionId, kind: SupervisionKind.INDIVIDUAL, date: daysAgo(10 + index * 7), minutes: 60, supervisorId },
      ...{ commissionId, boardId, chargeMinor: 12_000, currency: "GBP", version: 1 },
    });
    add(SupervisionAttendance, { id: newId("sat"), sessionId, traineeId, attended: true });
  }
  for (let index = 0; index < HAS.evidence; index += 1) {
    const evidenceId = newId("evd");
    const source = Object.values(EvidenceSource)[index % 3] as EvidenceSource;
    const said = { title: `Item ${index} of ${name}`, text: "What was seen, and where it is written down.", source };
    const submittedAt = new Date(Date.now() - index * 3_600_000);
    const state = EvidenceState.SUBMITTED;
    add(Evidence, { id: evidenceId, ...said, state, commissionId, submittedById: personId, submittedAt, version: 1 });
    add(EvidenceAbout, { evidenceId, traineeId });
    for (let area = 0; area < HAS.areas; area += 1) {
      add(EvidenceArea, { evidenceId, areaId: around.areaIds[(index + area) % 6] as string });
    }
  }
  add(Assessment, {
    ...{ id: newId("asm"), traineeId, commissionId, assessorId, round: 1, openedAt: new Date() },
    ...{ assessorSupervised: false, version: 1 },
  });
};
