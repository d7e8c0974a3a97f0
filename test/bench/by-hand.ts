import { placesWith } from "../../src/graph/place";
import { SECRETS } from "./database";

/** Reads plain rows. */
type Row = Record<string, string | number | null>;
type Rows = (sql: string, values: readonly (string | number)[]) => Promise<Row[]>;

const marks = (values: readonly unknown[]) => values.map(() => "?").join(",");
const iso = (moment: unknown) => `${String(moment).replace(" ", "T").padEnd(23, "0")}Z`;

const under = (rows: readonly Row[], key: string): Map<unknown, Row[]> => {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group) group.push(row);
    else groups.set(row[key], [row]);
  }
  return groups;
};

const TRAINEES = `SELECT t.id, t.reference, t.standing, t.enrolledOn, t.pairId, t.sortName,
  p.id AS pId, p.name AS pName, p.email AS pEmail, c.id AS cId, c.name AS cName,
  q.reference AS qReference, q.formedOn AS qFormedOn
  FROM trainee t JOIN person p ON p.id = t.personId JOIN cohort c ON c.id = t.cohortId LEFT JOIN pair q ON q.id = t.pairId`;

/** Each parent's first few, newest first. */
const newest = (columns: string, from: string, parent: string, order: string, most: number) =>
  `SELECT * FROM (SELECT ${columns}, ROW_NUMBER() OVER (PARTITION BY ${parent} ORDER BY ${order}) AS n ${from}) x
   WHERE n <= ${most} ORDER BY n`;

// Sealed as Tandem does it: the answers are the same to the letter.
const places = placesWith(SECRETS.secret);

type PageOf = { first: number; after?: string | null };

const place = (after: string | null | undefined): [string, string] | null => {
  if (!after) return null;
  const [, name, id] = places.open(after) as [string, string, string];
  return [name, id];
};

const pageSql = (select: string, { first, after }: PageOf): [string, string[]] => {
  const at = place(after);
  const where = at ? " WHERE (t.sortName > ? OR (t.sortName = ? AND t.id > ?))" : "";
  return [`${select}${where} ORDER BY t.sortName, t.id LIMIT ${first + 1}`, at ? [at[0], at[0], at[1]] : []];
};

const nested = async (rows: Rows, page: PageOf) => {
  const trainees = (await rows(...pageSql(TRAINEES, page))).slice(0, page.first);
  const ids = trainees.map(({ id }) => id as string);
  const pairIds = [...new Set(trainees.map(({ pairId }) => pairId as string))];
  const [ids_, pairs_] = [marks(ids), marks(pairIds)];
  const [members, commissions, sessions, evidence, assessments] = await Promise.all([
    rows(
      `SELECT m.pairId, m.ordinal, p.id, p.name FROM pair_member m JOIN person p ON p.id = m.personId
       WHERE m.pairId IN (${pairs_}) ORDER BY m.ordinal`,
      pairIds,
    ),
    rows(
      newest(
        "c.id, c.pairId, c.reference, c.stage, c.proposedAt, b.id AS bId, b.name AS bName",
        `FROM commission c JOIN board b ON b.id = c.boardId WHERE c.pairId IN (${pairs_})`,
        "c.pairId",
        "c.proposedAt DESC, c.id DESC",
        1,
      ),
      pairIds,
    ),
    rows(
      newest(
        "j.traineeId, s.id, s.date, s.kind",
        `FROM supervision_attendance j JOIN supervision_session s ON s.id = j.sessionId WHERE j.traineeId IN (${ids_})`,
        "j.traineeId",
        "s.date DESC, s.id DESC",
        5,
      ),
      ids,
    ),
    rows(
      newest(
        "j.traineeId, e.id, e.source, e.title, e.submittedAt",
        `FROM evidence_about j JOIN evidence e ON e.id = j.evidenceId WHERE j.traineeId IN (${ids_})`,
        "j.traineeId",
        "e.submittedAt DESC, e.id DESC",
        5,
      ),
      ids,
    ),
    rows(
      newest(
        "a.traineeId, a.round, a.outcome, a.openedAt, p.id, p.name",
        `FROM assessment a JOIN person p ON p.id = a.assessorId WHERE a.traineeId IN (${ids_})`,
        "a.traineeId",
        "a.openedAt DESC, a.id DESC",
        2,
      ),
      ids,
    ),
  ]);
  const items = evidence.map(({ id }) => id as string);
  const areas = await rows(
    `SELECT g.evidenceId, r.code, r.name FROM evidence_area g JOIN competency_area r ON r.id = g.areaId
     WHERE g.evidenceId IN (${marks(items)}) ORDER BY r.code`,
    items,
  );
  const [ofPair, commissionsOf, sessionsOf] = [
    under(members, "pairId"),
    under(commissions, "pairId"),
    under(sessions, "traineeId"),
  ];
  const [evidenceOf, assessmentsOf, areasOf] = [
    under(evidence, "traineeId"),
    under(assessments, "traineeId"),
    under(areas, "evidenceId"),
  ];
  const nodes = trainees.map((t) => ({
    id: t.id,
    reference: t.reference,
    standing: t.standing,
    enrolledOn: t.enrolledOn,
    person: { id: t.pId, name: t.pName, email: t.pEmail },
    cohort: { id: t.cId, name: t.cName },
    pair: t.pairId && {
      id: t.pairId,
      reference: t.qReference,
      formedOn: t.qFormedOn,
      members: (ofPair.get(t.pairId) ?? []).map((m) => ({ ordinal: m.ordinal, person: { id: m.id, name: m.name } })),
      commissions: {
        nodes: (commissionsOf.get(t.pairId) ?? []).map((c) => ({
          ...{ id: c.id, reference: c.reference, stage: c.stage, proposedAt: iso(c.proposedAt) },
          board: { id: c.bId, name: c.bName },
        })),
      },
    },
    supervision: { nodes: (sessionsOf.get(t.id) ?? []).map((s) => ({ id: s.id, date: s.date, kind: s.kind })) },
    evidence: {
      nodes: (evidenceOf.get(t.id) ?? []).map((e) => ({
        ...{ id: e.id, source: e.source, title: e.title, submittedAt: iso(e.submittedAt) },
        areas: (areasOf.get(e.id) ?? []).map(({ code, name }) => ({ code, name })),
      })),
    },
    assessments: {
      nodes: (assessmentsOf.get(t.id) ?? []).map((a) => ({
        ...{ round: a.round, outcome: a.outcome, openedAt: iso(a.openedAt) },
        assessor: { id: a.id, name: a.name },
      })),
    },
  }));
  return { trainees: { nodes } };
};

const one = async (rows: Rows, { id }: { id: string }) => {
  const [t] = await rows(`${TRAINEES} WHERE t.id = ?`, [id]);
  const { reference, standing, enrolledOn, pId, pName, pEmail, cId, cName } = t ?? {};
  const person = { id: pId, name: pName, email: pEmail };
  return { trainee: t ? { id, reference, standing, enrolledOn, person, cohort: { id: cId, name: cName } } : null };
};

const BRIEF = `SELECT t.id, t.reference, t.standing, t.enrolledOn, t.sortName, p.id AS pId, p.name AS pName
  FROM trainee t JOIN person p ON p.id = t.personId`;

const page = async (rows: Rows, asked: PageOf) => {
  const found = await rows(...pageSql(BRIEF, asked));
  const edges = found.slice(0, asked.first).map((t) => ({
    cursor: places.close(["NAME", t.sortName, t.id]),
    node: {
      ...{ id: t.id, reference: t.reference, standing: t.standing, enrolledOn: t.enrolledOn },
      person: { id: t.pId, name: t.pName },
    },
  }));
  const pageInfo = { hasNextPage: found.length > asked.first, endCursor: edges.at(-1)?.cursor ?? null };
  return { trainees: { edges, pageInfo } };
};

/** The same questions as in GraphQL, by the operation's name. */
export const answers = { Nested: nested, One: one, Page: page } as const;
