import { createHash } from "node:crypto";
import { entriesIn } from "../log/tables";
import { counts } from "../support/counts";
import { Office, openOffice } from "./office";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.db.close());

const PEOPLE = `name,email,phone,role
Zoë Ångström,zoe@example.org,+44 20 7946 0000,
"Penhallow, Dilys",Dilys@Example.org,,supervisor
Kim,kim@example.org,020 7946 0001,Programme lead
`;
const BOARDS = `reference,name,kind,sector,jurisdiction
EASTVALE,Eastvale SAB,SAB,adults,England
AFON-LAS,Afon Las,regional safeguarding board,CHILDREN,Wales
`;

/** What the Log says of an import, kind by kind, without what readiness adds. */
const written = async (from: number) =>
  (await entriesIn(office.db)).slice(from).filter(({ kind }) => kind !== "ReadinessChanged");
const countKinds = (entries: readonly { kind: string }[]) => {
  const kinds: Record<string, number> = {};
  for (const { kind } of entries) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
};

test("people of a file become known as if each had been invited, and given a role, one by one", async () => {
  const { makes } = await office.check("PEOPLE", PEOPLE);
  const head = await office.log.headPosition();
  const { import: made, errors } = await office.import("PEOPLE", PEOPLE);
  expect(errors).toEqual([]);
  expect(made).toMatchObject({ of: "PEOPLE", rowCount: 3 });

  const { data } = await office.as(office.told.lead.id)(
    `{ people(filter: { or: [{ name: { contains: "zoe" } }, { name: { contains: "dilys" } }, { name: { contains: "kim" } }] }) {
      nodes { name email phone roles } } }`,
  );
  expect(data.people.nodes).toEqual([
    { name: "Kim", email: "kim@example.org", phone: "020 7946 0001", roles: ["PROGRAMME_LEAD"] },
    { name: "Penhallow, Dilys", email: "Dilys@Example.org", phone: null, roles: ["SUPERVISOR"] },
    { name: "Zoë Ångström", email: "zoe@example.org", phone: "+44 20 7946 0000", roles: [] },
  ]);
  const [first, ...entries] = await written(head);
  expect(first).toMatchObject({ kind: "PeopleImported", subjectId: made?.id, facts: { rowCount: 3 } });
  expect(countKinds(entries)).toEqual({ PersonInvited: 3, RoleGranted: 2 });
  expect(makes).toEqual(Object.entries(countKinds(entries)).map(([kind, count]) => ({ kind, count })));
  expect(entries[0]).toMatchObject({ facts: { name: "Zoë Ångström" }, actorId: office.told.lead.id });
});

test("R19: boards of a file are registered as if each had been alone", async () => {
  const { makes } = await office.check("BOARDS", BOARDS);
  const head = await office.log.headPosition();
  const { import: made } = await office.import("BOARDS", BOARDS);
  expect(made).toMatchObject({ of: "BOARDS", rowCount: 2 });
  const { data } = await office.as(office.told.lead.id)(
    `{ board(id: "AFON-LAS") { name kind sector jurisdiction version } }`,
  );
  expect(data.board).toEqual({
    ...{ name: "Afon Las", kind: "REGIONAL_SAFEGUARDING_BOARD", sector: "CHILDREN", jurisdiction: "Wales", version: 1 },
  });
  const [first, ...entries] = await written(head);
  expect(first).toMatchObject({ kind: "BoardsImported", subjectId: made?.id });
  expect(entries.map(({ kind, facts }) => [kind, facts.reference])).toEqual([
    ["BoardRegistered", "EASTVALE"],
    ["BoardRegistered", "AFON-LAS"],
  ]);
  expect(makes).toEqual([{ kind: "BoardRegistered", count: 2 }]);
});

test("the office finds its imports, and everybody else none: neither in the list nor by a dry run", async () => {
  const { import: made } = await office.import("PEOPLE", PEOPLE);
  const { lead, ada, supervisor, seat } = office.told;
  const asked = `query ($id: ID!) { imports { totalCount nodes { id of rowCount digest importedBy { id } courseDay { id } } }
    import(id: $id) { id } node(id: $id) { id } checkImport(of: PEOPLE, csv: "name,email") { rowCount } }`;
  const seen = async (personId: string | null) => (await office.as(personId)(asked, { id: made?.id })).data;
  expect(await seen(lead.id)).toMatchObject({
    imports: {
      totalCount: 1,
      nodes: [{ id: made?.id, of: "PEOPLE", rowCount: 3, importedBy: { id: lead.id }, courseDay: null }],
    },
    import: { id: made?.id },
    checkImport: { rowCount: 0 },
  });
  for (const personId of [null, ada.personId, supervisor.id, seat.id]) {
    const nothing = { imports: { totalCount: 0, nodes: [] }, import: null, node: null, checkImport: null };
    expect(await seen(personId)).toEqual(nothing);
  }
});

test("only a lead imports", async () => {
  const before = await counts(office.db);
  const { ada, supervisor, courseDays } = office.told;
  const day = { courseDayId: courseDays[0]?.id, expectedVersion: 1 };
  for (const [mutation, input] of [
    ["importPeople", { csv: PEOPLE }],
    ["importBoards", { csv: BOARDS }],
    ["importCourseAttendance", { csv: "", ...day }],
  ] as const) {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { cursor } }`;
    for (const [personId, code] of [
      [null, "UNAUTHENTICATED"],
      [ada.personId, "FORBIDDEN"],
      [supervisor.id, "FORBIDDEN"],
    ] as const) {
      const { errors } = await office.as(personId)(document, { input });
      expect(errors?.[0]?.extensions.code).toBe(code);
    }
  }
  expect(await counts(office.db)).toEqual(before);
});

test("under the same key a file is imported once, and another file is refused", async () => {
  const key = { idempotencyKey: "september's people" };
  const first = await office.import("PEOPLE", PEOPLE, key);
  const before = await counts(office.db);
  expect(await office.import("PEOPLE", PEOPLE, key)).toEqual(first);
  expect(await office.import("PEOPLE", `${PEOPLE}Lou,lou@example.org,,`, key)).toMatchObject({
    import: null,
    errors: [{ code: "IDEMPOTENCY_CONFLICT", path: ["idempotencyKey"] }],
  });
  expect(await counts(office.db)).toEqual(before);
  const { errors } = await office.import("PEOPLE", PEOPLE);
  expect(errors.map(({ path }) => path)).toEqual([2, 3, 4].map((row) => ["csv", String(row), "email"]));
});

test("the same file has the same digest, from which nobody guesses what was in it", async () => {
  const csv = "name,email\nKim,kim@example.org";
  const { import: first } = await office.import("PEOPLE", csv);
  await office.db.source.query("DELETE FROM person WHERE emailKey = 'kim@example.org'");
  const { import: second } = await office.import("PEOPLE", csv);
  await office.import("BOARDS", BOARDS);
  const rows = await office.db.rows("SELECT id, digest FROM import ORDER BY id");
  const digestOf = (id?: string) => rows.find((row) => row.id === id)?.digest;
  expect(digestOf(first?.id)).toBe(digestOf(second?.id));
  expect(new Set(rows.map(({ digest }) => digest)).size).toBe(2);
  expect(digestOf(first?.id)).not.toBe(createHash("sha256").update(csv).digest("hex"));
});

test("of two files with the same person, imported at once, one is: of the other nothing is left", async () => {
  const file = (name: string) => `name,email\nNew ${name},${name}@example.org\nShared,shared@example.org`;
  const answers = await Promise.all(["one", "two", "six"].map((name) => office.import("PEOPLE", file(name))));
  expect(answers.filter(({ cursor }) => cursor !== null)).toHaveLength(1);
  for (const { errors, cursor } of answers) {
    if (cursor !== null) continue;
    expect(errors).toMatchObject([{ code: "INVALID_INPUT", path: ["csv", "3", "email"] }]);
  }
  expect(await office.db.rows("SELECT name FROM person WHERE name LIKE 'New %'")).toHaveLength(1);
});
