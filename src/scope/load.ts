import { Database, Row } from "../database/database";
import { CONDUCTED } from "../pair/former-pair.entity";
import { marks, padded } from "./condition";
import { Link, Links, relations, sorted } from "./relations";
import { Scope } from "./scope";

const one = (ids: readonly string[], sql: string) => ({ sql: sql.replaceAll("$", marks(padded(ids))), ids });

/** What each person may see, from the database as it is now. A person who is disabled or unknown has no entry. */
export const loadScopes = async (db: Database, personIds: readonly string[]): Promise<Map<string, Scope>> => {
  if (personIds.length === 0) return new Map();
  const base = await read(db, [
    one(
      personIds,
      "SELECT 'person' AS what, id AS personId, NULL AS id, NULL AS other FROM person WHERE id IN ($) AND disabledAt IS NULL",
    ),
    one(personIds, "SELECT 'role', personId, `role`, NULL FROM person_role WHERE personId IN ($)"),
    one(personIds, "SELECT 'trainee', personId, id, NULL FROM trainee WHERE personId IN ($)"),
    one(personIds, "SELECT 'application', personId, id, NULL FROM application WHERE personId IN ($)"),
    one(personIds, "SELECT 'draft', writtenById, id, NULL FROM evidence_draft WHERE writtenById IN ($)"),
    one(personIds, "SELECT 'seat', personId, boardId, NULL FROM seat WHERE personId IN ($) AND endedOn IS NULL"),
    one(personIds, "SELECT 'member', personId, pairId, NULL FROM pair_member WHERE personId IN ($)"),
    one(
      personIds,
      "SELECT 'conducted', m.personId, c.id, NULL FROM pair_member m JOIN commission c ON c.pairId = m.pairId WHERE m.personId IN ($)",
    ),
    one(
      personIds,
      "SELECT 'conducted', m.personId, f.commissionId, NULL FROM pair_member m JOIN former_pair f ON f.pairId = m.pairId WHERE m.personId IN ($)",
    ),
    one(
      personIds,
      `SELECT 'before', m.personId, o.traineeId, NULL FROM pair_member m JOIN (${CONDUCTED}) mine ON mine.pairId = m.pairId
       JOIN (${CONDUCTED}) theirs ON theirs.commissionId = mine.commissionId JOIN pair_member o ON o.pairId = theirs.pairId
       WHERE m.personId IN ($) AND o.personId <> m.personId`,
    ),
    one(
      personIds,
      "SELECT 'assigned', personId, traineeId, `role` FROM staff_assignment WHERE personId IN ($) AND endedOn IS NULL",
    ),
    one(
      personIds,
      "SELECT DISTINCT 'supervisor', reviewerId, supervisorId, NULL FROM supervision_session WHERE reviewerId IN ($)",
    ),
    one(
      personIds,
      "SELECT DISTINCT 'supervised', supervisorId, reviewerId, NULL FROM supervision_session WHERE supervisorId IN ($) AND reviewerId IS NOT NULL",
    ),
  ]);
  const about = (personId: string) => base.filter((row) => row.personId === personId);
  const ids = (rows: readonly Row[], what: string, other?: string) =>
    sorted(rows.filter((row) => row.what === what && (!other || row.other === other)).map((row) => row.id));

  const isLead = (rows: readonly Row[]) => ids(rows, "role").includes("PROGRAMME_LEAD");
  // Of leads only those who are in a pair: from them their own case is withheld, and their partner's.
  const linked = base.filter(
    ({ what, personId }) => what === "member" || (what === "person" && !isLead(about(personId as string))),
  );
  const links = await pairLinks(db, sorted(linked.map((row) => row.personId)), base);

  const scopes = new Map<string, Scope>();
  for (const personId of ids(
    base.map((row) => ({ ...row, id: row.personId ?? null })),
    "person",
  )) {
    const rows = about(personId);
    const roles = ids(rows, "role");
    const person = {
      personId,
      writes: ids(rows, "application").length > 0 || ids(rows, "draft").length > 0,
      trainees: ids(rows, "trainee"),
      conducted: ids(rows, "conducted"),
      conductedWith: ids(rows, "before"),
      boards: ids(rows, "seat"),
      supervises: roles.includes("SUPERVISOR") ? ids(rows, "assigned", "SUPERVISOR") : [],
      assesses: roles.includes("ASSESSOR") ? ids(rows, "assigned", "ASSESSOR") : [],
      supervisedWith: [...ids(rows, "supervisor"), ...(roles.includes("SUPERVISOR") ? ids(rows, "supervised") : [])],
    };
    scopes.set(personId, {
      personId,
      lead: roles.includes("PROGRAMME_LEAD"),
      supervisor: roles.includes("SUPERVISOR"),
      assessor: roles.includes("ASSESSOR"),
      seat: person.boards.length > 0,
      member: links.members.some((link) => link.personId === personId && link.pairId !== ""),
      ids: relations(person, links, roles.includes("PROGRAMME_LEAD")),
    });
  }
  return scopes;
};

type Part = ReturnType<typeof one>;
const read = (db: Database, parts: readonly Part[]): Promise<Row[]> =>
  db.rows(
    parts.map(({ sql }) => sql).join(" UNION ALL "),
    parts.flatMap(({ ids }) => (ids.length > 0 ? padded(ids) : [])),
  );

/** The pairs these people have to do with, their commissions, and who works on them. */
const pairLinks = async (db: Database, personIds: string[], base: readonly Row[]): Promise<Links> => {
  const trainees = sorted(base.filter(({ what }) => what === "assigned" || what === "trainee").map(({ id }) => id));
  const boards = sorted(base.filter(({ what }) => what === "seat").map(({ id }) => id));
  if (personIds.length === 0) return { members: [], staff: [], seats: [], leads: [] };
  const parts = [
    one(personIds, "m.pairId IN (SELECT pairId FROM pair_member WHERE personId IN ($))"),
    ...(trainees.length > 0
      ? [one(trainees, "m.pairId IN (SELECT pairId FROM pair_member WHERE traineeId IN ($))")]
      : []),
    ...(boards.length > 0 ? [one(boards, "m.pairId IN (SELECT pairId FROM commission WHERE boardId IN ($))")] : []),
  ];
  const members = (await db.rows(
    `SELECT m.pairId, m.personId, m.traineeId, c.id AS commissionId, c.boardId, c.stage
     FROM pair_member m JOIN pair p ON p.id = m.pairId AND p.dissolvedOn IS NULL
     LEFT JOIN commission c ON c.pairId = m.pairId WHERE ${parts.map(({ sql }) => sql).join(" OR ")}`,
    parts.flatMap(({ ids }) => padded(ids)),
  )) as unknown as Link[];

  const around = sorted([...trainees, ...members.map(({ traineeId }) => traineeId)]);
  const boardsAround = sorted([...boards, ...members.map(({ boardId }) => boardId)]);
  const people = await read(db, [
    ...(around.length > 0
      ? [
          one(
            around,
            "SELECT 'staff' AS what, personId, traineeId AS id, NULL AS other FROM staff_assignment WHERE traineeId IN ($) AND endedOn IS NULL",
          ),
        ]
      : []),
    ...(around.length > 0
      ? [one(around, "SELECT 'trainee' AS what, personId, id, NULL AS other FROM trainee WHERE id IN ($)")]
      : []),
    ...(boardsAround.length > 0
      ? [
          one(
            boardsAround,
            "SELECT 'seat' AS what, personId, boardId AS id, NULL AS other FROM seat WHERE boardId IN ($) AND endedOn IS NULL",
          ),
        ]
      : []),
    {
      sql: "SELECT 'lead' AS what, personId, NULL AS id, NULL AS other FROM person_role WHERE `role` = 'PROGRAMME_LEAD'",
      ids: [],
    },
  ]);
  const of = (what: string, id: string) =>
    people.filter((row) => row.what === what).map((row) => ({ [id]: row.id, personId: row.personId }));
  const lone = of("trainee", "traineeId").map((row) => ({
    pairId: "",
    commissionId: null,
    boardId: null,
    stage: null,
    ...row,
  }));
  return {
    members: [...members, ...(lone as unknown as Link[])],
    staff: of("staff", "traineeId") as never,
    seats: of("seat", "boardId") as never,
    leads: people.filter(({ what }) => what === "lead").map(({ personId }) => personId as string),
  };
};
