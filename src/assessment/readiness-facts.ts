import { RELEASED } from "../accreditation/seen";
import { BoardKind } from "../board/board-kind";
import { CommissionStage } from "../commission/commission-stage";
import { Row, Value } from "../database/database";
import { EvidenceSource } from "../evidence/evidence-source";
import { grouped } from "../graph/grouped";
import { money, toIso } from "../graph/scalars";
import { marks, padded } from "../scope/condition";
import { londonDay } from "../time";
import { ReadinessFacts } from "./readiness.rules";

/** How rows are read: what is committed, for a query; what a transaction sees, within one. */
export type Rows = (sql: string, values: readonly Value[]) => Promise<Row[]>;

// Each statement is about all the trainees (or their pairs) at once; `$` stands for their ids.

const TRAINEES = `
  SELECT t.id, t.pairId, p.formedOn, s.*,
    (SELECT GROUP_CONCAT(a.code) FROM competency_area a WHERE a.standardId = s.id) AS areas,
    (SELECT MAX(a.openedAt) FROM assessment a WHERE a.traineeId = t.id AND a.releasedAt IS NOT NULL
       AND a.outcome <> 'FURTHER_EVIDENCE_NEEDED') AS finallyOpenedAt, t.id AS traineeId
  FROM trainee t JOIN cohort c ON c.id = t.cohortId JOIN standard s ON s.id = c.standardId
  LEFT JOIN pair p ON p.id = t.pairId WHERE t.id IN ($)`;

const COURSE_DAYS = `
  SELECT a.traineeId, d.id, d.date FROM course_attendance a JOIN course_day d ON d.id = a.courseDayId
  WHERE a.attended = 1 AND a.traineeId IN ($)`;

const THEIR_PAIRS = "(SELECT pairId FROM trainee WHERE id IN ($))";

const MEMBERS = `
  SELECT m.pairId, m.personId, m.traineeId, p.name FROM pair_member m JOIN person p ON p.id = m.personId
  WHERE m.pairId IN ${THEIR_PAIRS} ORDER BY m.ordinal`;

// An accreditation whose decision is not released is not there yet: the partner would read of it here.
const ACCREDITATIONS = `
  SELECT t.personId, t.accreditedOn, t.lapsedOn, t.withdrawnOn FROM accreditation t
  WHERE t.personId IN (SELECT personId FROM pair_member WHERE pairId IN ${THEIR_PAIRS}) AND ${RELEASED}`;

const COMMISSIONS = `
  SELECT c.pairId, c.id, c.reference, c.stage, c.qualityPassed, c.commissionedOn,
    b.id AS boardId, b.name AS boardName, b.kind AS boardKind
  FROM commission c JOIN board b ON b.id = c.boardId
  WHERE c.practice = 1 AND c.stage <> 'DECLINED' AND c.pairId IN ${THEIR_PAIRS} ORDER BY c.proposedAt, c.id`;

const RATES = `
  SELECT r.commissionId, r.personId, r.id, r.amountMinor, r.currency FROM rate_offer r
  JOIN commission c ON c.id = r.commissionId
  WHERE r.acceptedAt IS NOT NULL AND c.pairId IN ${THEIR_PAIRS} ORDER BY r.acceptedAt, r.id`;

const GROUP_DAYS = `
  SELECT a.traineeId, s.id, s.date FROM supervision_attendance a JOIN supervision_session s ON s.id = a.sessionId
  WHERE s.kind = 'GROUP' AND a.attended = 1 AND a.traineeId IN ($)`;

// The first item from each source: more of the same changes nothing.
const EVIDENCE = `
  SELECT traineeId, id, title, source FROM (
    SELECT b.traineeId, e.id, e.title, e.source,
      ROW_NUMBER() OVER (PARTITION BY b.traineeId, e.source ORDER BY e.submittedAt, e.id) AS nth
    FROM evidence_about b JOIN evidence e ON e.id = b.evidenceId WHERE b.traineeId IN ($)) x
  WHERE nth = 1`;

const STATEMENTS = [TRAINEES, COURSE_DAYS, MEMBERS, ACCREDITATIONS, COMMISSIONS, RATES, GROUP_DAYS, EVIDENCE] as const;

/** What the rules of readiness look at, for each of these trainees that exists: one fixed set of statements for all. */
export const readinessFacts = async (
  rows: Rows,
  traineeIds: readonly string[],
  today: string,
): Promise<Map<string, ReadinessFacts>> => {
  if (traineeIds.length === 0) return new Map();
  const ids = padded([...new Set(traineeIds)]);
  const read = await Promise.all(STATEMENTS.map((sql) => rows(sql.replace("$", marks(ids)), ids)));
  const [trainees, courseDays, members, accreditations, commissions, rates, groupDays, evidence] = read as [
    Row[],
    ...Row[][],
  ] as Row[][] as [Row[], Row[], Row[], Row[], Row[], Row[], Row[], Row[]];
  const of = {
    courseDays: grouped(courseDays, ({ traineeId }) => traineeId),
    members: grouped(members, ({ pairId }) => pairId),
    accreditations: grouped(accreditations, ({ personId }) => personId),
    rates: grouped(rates, ({ commissionId }) => commissionId),
    groupDays: grouped(groupDays, ({ traineeId }) => traineeId),
    evidence: grouped(evidence, ({ traineeId }) => traineeId),
  };
  // The latest practice review that was not declined.
  const commissionOf = new Map(commissions.map((commission) => [commission.pairId, commission]));

  return new Map(
    trainees.map((trainee) => {
      const traineeId = trainee.traineeId as string;
      const pair = trainee.pairId ? (of.members.get(trainee.pairId) ?? []) : [];
      const commission = trainee.pairId ? commissionOf.get(trainee.pairId) : undefined;
      const facts: ReadinessFacts = {
        standard: standardOf(trainee),
        courseDays: (of.courseDays.get(traineeId) ?? []) as never,
        members: pair.map((member) => ({
          personId: member.personId as string,
          name: member.name as string,
          traineeId: member.traineeId as string | null,
          accreditations: (of.accreditations.get(member.personId as string) ?? []) as never,
        })),
        pairFormedOn: (trainee.formedOn ?? null) as string | null,
        commission: commission ? commissionFacts(commission, pair, of.rates.get(commission.id as string) ?? []) : null,
        groupDays: (of.groupDays.get(traineeId) ?? []) as never,
        window: {
          from: (commission?.commissionedOn ?? null) as string | null,
          // Until the assessment that ended the matter. An unreleased one does not count: its trainee must not tell by it.
          until: trainee.finallyOpenedAt ? londonDay(new Date(toIso(trainee.finallyOpenedAt))) : today,
        },
        evidence: (of.evidence.get(traineeId) ?? []).map(({ id, title, source }) => ({
          id: id as string,
          title: title as string,
          source: source as EvidenceSource,
        })),
      };
      return [traineeId, facts];
    }),
  );
};
