import { RELEASED } from "../accreditation/seen";
import { BoardKind } from "../board/board-kind";
import { CommissionStage } from "../commission/commission-stage";
import { ATTENDED_DAYS } from "../course/training";
import { Row, Value } from "../database/database";
import { grouped } from "../graph/grouped";
import { money, toIso } from "../graph/scalars";
import { conductsSince } from "../pair/succession.rules";
import { StandardNumbers } from "../programme/standard-numbers";
import { marks, padded } from "../scope/condition";
import { londonDay } from "../time";
import { FINAL } from "./final";
import { ReadinessFacts } from "./readiness.rules";

/** How rows are read: what is committed, for a query; what a transaction sees, within one. */
export type Rows = (sql: string, values: readonly Value[]) => Promise<Row[]>;

/**
 * Each statement is about all the trainees, or their pairs, at once; `$` stands for the trainees' ids. An accreditation
 * that is not released is not there yet: the partner would read of it here. Of evidence the first item from each source
 * is enough.
 */
const THEIR_PAIRS = "(SELECT pairId FROM trainee WHERE id IN ($))";
const STATEMENTS = {
  trainees: `
    SELECT t.id AS traineeId, t.pairId, p.formedOn, s.courseDays, s.groupDays, s.sources, s.networkMeetings,
      s.everyAreaMet, s.reviewCountsFrom, s.assessorMayHaveSupervised,
      (SELECT GROUP_CONCAT(a.code) FROM competency_area a WHERE a.standardId = s.id) AS areas,
      (SELECT MAX(a.openedAt) FROM assessment a WHERE a.traineeId = t.id AND ${FINAL}) AS lastOpenedAt
    FROM trainee t JOIN cohort c ON c.id = t.cohortId JOIN standard s ON s.id = c.standardId
    LEFT JOIN pair p ON p.id = t.pairId WHERE t.id IN ($)`,
  courseDays: ATTENDED_DAYS,
  members: `
    SELECT m.pairId, m.personId, m.traineeId, m.joinedOn, p.name FROM pair_member m JOIN person p ON p.id = m.personId
    WHERE m.pairId IN ${THEIR_PAIRS} ORDER BY m.ordinal`,
  accreditations: `
    SELECT t.personId, t.accreditedOn, t.lapsesOn, t.withdrawnOn FROM accreditation t
    WHERE t.personId IN (SELECT personId FROM pair_member WHERE pairId IN ${THEIR_PAIRS}) AND ${RELEASED}`,
  commissions: `
    SELECT c.pairId, c.id, c.reference, c.stage, c.qualityPassed, c.commissionedOn,
      b.id AS boardId, b.name AS boardName, b.kind AS boardKind
    FROM commission c JOIN board b ON b.id = c.boardId
    WHERE c.practice = 1 AND c.stage NOT IN ('DECLINED', 'ABANDONED') AND c.pairId IN ${THEIR_PAIRS} ORDER BY c.proposedAt, c.id`,
  rates: `
    SELECT r.commissionId, r.personId, r.id, r.amountMinor, r.currency
    FROM rate_offer r JOIN commission c ON c.id = r.commissionId
    WHERE r.acceptedAt IS NOT NULL AND c.pairId IN ${THEIR_PAIRS} ORDER BY r.acceptedAt, r.id`,
  groupDays: `
    SELECT a.traineeId, s.id, s.date FROM supervision_attendance a JOIN supervision_session s ON s.id = a.sessionId
    WHERE s.kind = 'GROUP' AND a.attended = 1 AND a.traineeId IN ($)`,
  evidence: `
    SELECT traineeId, id, title, source FROM (
      SELECT b.traineeId, e.id, e.title, e.source,
        ROW_NUMBER() OVER (PARTITION BY b.traineeId, e.source ORDER BY e.submittedAt, e.id) AS nth
      FROM evidence_about b JOIN evidence e ON e.id = b.evidenceId AND e.state = 'SUBMITTED'
      WHERE b.traineeId IN ($)) x
    WHERE nth = 1`,
};
type Found = Record<keyof typeof STATEMENTS, Row[]>;

/** What the rules of readiness look at, for each of these trainees that exists. The number of statements is fixed. */
export const readinessFacts = async (
  rows: Rows,
  traineeIds: readonly string[],
  today: string,
): Promise<Map<string, ReadinessFacts>> => {
  if (traineeIds.length === 0) return new Map();
  const ids = padded([...new Set(traineeIds)]);
  const found = Object.fromEntries(
    await Promise.all(
      Object.entries(STATEMENTS).map(async ([name, sql]) => [name, await rows(sql.replace("$", marks(ids)), ids)]),
    ),
  ) as Found;
  const of = {
    courseDays: grouped(found.courseDays, ({ traineeId }) => traineeId),
    groupDays: grouped(found.groupDays, ({ traineeId }) => traineeId),
    evidence: grouped(found.evidence, ({ traineeId }) => traineeId),
    members: grouped(found.members, ({ pairId }) => pairId),
    accreditations: grouped(found.accreditations, ({ personId }) => personId),
    rates: grouped(found.rates, ({ commissionId }) => commissionId),
  };
  // The last one of a pair stands: the latest practice review that did not come to nothing.
  const commissionOf = new Map(found.commissions.map((commission) => [commission.pairId, commission]));

  const factsOf = (trainee: Row): ReadinessFacts => {
    const members = of.members.get(trainee.pairId ?? "") ?? [];
    const commission = commissionOf.get(trainee.pairId ?? "");
    const self = members.find(({ traineeId }) => traineeId === trainee.traineeId);
    return {
      standard: standardNumbers(trainee),
      courseDays: (of.courseDays.get(trainee.traineeId as string) ?? []) as never,
      members: members.map(({ personId, name, traineeId }) => ({
        personId: personId as string,
        name: name as string,
        traineeId: traineeId as string | null,
        accreditations: (of.accreditations.get(personId as string) ?? []) as never,
      })),
      pairFormedOn: trainee.formedOn as string | null,
      commission: commission ? review(commission, members, of.rates.get(commission.id as string) ?? [], self) : null,
      groupDays: (of.groupDays.get(trainee.traineeId as string) ?? []) as never,
      window: {
        from: conductsSince(
          (commission?.commissionedOn ?? null) as string | null,
          (self?.joinedOn ?? null) as string | null,
        ),
        // To the assessment that ended the matter, unless its decision was set aside. One not released does not count: its trainee could tell by it.
        until: trainee.lastOpenedAt ? londonDay(new Date(toIso(trainee.lastOpenedAt))) : today,
      },
      evidence: (of.evidence.get(trainee.traineeId as string) ?? []) as never,
    };
  };
  return new Map(found.trainees.map((trainee) => [trainee.traineeId as string, factsOf(trainee)]));
};

/** The Standard a row holds, as the rules see it. */
const standardNumbers = (row: Row): StandardNumbers => ({
  courseDays: Number(row.courseDays),
  groupDays: Number(row.groupDays),
  areas: String(row.areas).split(",").sort(),
  sources: Number(row.sources),
  networkMeetings: Number(row.networkMeetings),
  everyAreaMet: Boolean(row.everyAreaMet),
  reviewCountsFrom: row.reviewCountsFrom as CommissionStage,
  assessorMayHaveSupervised: Boolean(row.assessorMayHaveSupervised),
});

const review = (
  commission: Row,
  members: readonly Row[],
  rates: readonly Row[],
  self: Row | undefined,
): ReadinessFacts["commission"] => ({
  id: commission.id as string,
  reference: commission.reference as string,
  stage: commission.stage as CommissionStage,
  qualityPassed: commission.qualityPassed === null ? null : Boolean(commission.qualityPassed),
  board: {
    id: commission.boardId as string,
    name: commission.boardName as string,
    kind: commission.boardKind as BoardKind,
  },
  rates: members.map(({ personId, name, joinedOn }) => {
    const agreed = rates.findLast((rate) => rate.personId === personId);
    const text = agreed && `${money(Number(agreed.amountMinor), agreed.currency as string).formatted} a day`;
    return {
      personId: personId as string,
      name: name as string,
      agreed: agreed ? { id: agreed.id as string, text: text as string } : null,
      awaited: joinedOn !== null && !agreed && commission.commissionedOn !== null && personId !== self?.personId,
    };
  }),
});
