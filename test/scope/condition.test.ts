import Libsql from "libsql";
import { entriesSeen, seesEntry } from "../../src/log/seen";
import { AUDIENCE, conditionFor, holds, marks, padded, toSql } from "../../src/scope/condition";
import { Ids, PUBLIC, Scope } from "../../src/scope/scope";
import { Cell, Flag, RELATIONS, ROWS, RowName, TABLE } from "../../src/scope/table";
import { dice } from "../support/dice";

type Entry = { id: number; sees: string } & Record<(typeof AUDIENCE)[number], string | null>;

const flagsOf = (row: RowName): (Flag | null)[] => [
  null,
  ...new Set(Object.values<Cell>(TABLE[row].cells).filter((cell): cell is Flag => /^(released|shared)$/.test(cell))),
];

const someIds = (roll: () => number, most: number): string[] =>
  Array.from({ length: Math.floor(roll() * (most + 1)) }, () => `i${Math.floor(roll() * 6)}`);

const aScope = (roll: () => number): Scope => {
  const ids: Record<string, Ids> = {};
  for (const relation of RELATIONS) {
    if (roll() < 0.5) continue;
    const of: Record<string, readonly string[]> = {};
    for (const id of AUDIENCE) if (roll() < 0.5) of[id] = [...new Set(someIds(roll, 5))].sort();
    ids[relation] = of;
  }
  const personId = roll() < 0.1 ? null : "me";
  return {
    personId,
    lead: roll() < 0.15,
    supervisor: roll() < 0.3,
    assessor: roll() < 0.3,
    seat: false,
    member: false,
    ids,
  };
};

const entries = (roll: () => number): Entry[] => {
  const kinds = ROWS.flatMap((row) => flagsOf(row).map((flag) => (flag ? `${row}+${flag}` : row)));
  return Array.from({ length: 600 }, (_, id) => {
    const about = AUDIENCE.map((name) => [name, roll() < 0.5 ? null : `i${Math.floor(roll() * 6)}`]);
    return { id, sees: kinds[id % kinds.length] as string, ...Object.fromEntries(about) };
  });
};

const table = (rows: readonly Entry[]): Libsql.Database => {
  const db = new Libsql(":memory:");
  db.exec(`CREATE TABLE entry (id INTEGER, sees TEXT, ${AUDIENCE.map((name) => `${name} TEXT`).join(", ")})`);
  const insert = db.prepare(`INSERT INTO entry VALUES (?, ?, ${marks(AUDIENCE)})`);
  for (const row of rows) insert.run(row.id, row.sees, ...AUDIENCE.map((name) => row[name]));
  return db;
};

test("the SQL and the predicate agree on every entry under every scope, for each row of the table", () => {
  const roll = dice(7);
  const all = entries(roll);
  const db = table(all);
  const told = new Map(ROWS.map((row) => [row, { seen: 0, hidden: 0 }]));
  for (let index = 0; index < 400; index += 1) {
    const scope = index === 0 ? PUBLIC : aScope(roll);
    const { sql, values } = entriesSeen(scope);
    const found = db.prepare(`SELECT t.id FROM entry t WHERE ${sql} ORDER BY t.id`).all(...values) as { id: number }[];
    const expected = all.filter((entry) => seesEntry(scope, entry));
    expect([index, found.map(({ id }) => id)]).toEqual([index, expected.map(({ id }) => id)]);
    for (const entry of all) {
      const count = told.get(entry.sees.split("+")[0] as RowName) as { seen: number; hidden: number };
      count[expected.includes(entry) ? "seen" : "hidden"] += 1;
    }
  }
  // It says something of each row: some is seen and some is not. Without a token nobody sees an entry.
  for (const [row, { seen, hidden }] of told) {
    expect([row, seen > 100]).toEqual([row, Object.keys(TABLE[row].cells).length > 0]);
    expect([row, hidden > 100]).toEqual([row, true]);
  }
});

test("a predicate that forgets what is withheld is caught by the same comparison", () => {
  const roll = dice(11);
  const all = entries(roll).filter(({ sees }) => sees.startsWith("judgements"));
  const db = table(all);
  let differences = 0;
  for (let index = 0; index < 100; index += 1) {
    const condition = conditionFor(aScope(roll), "judgements");
    const { sql, values } = toSql(condition, { traineeId: "t.traineeId", released: "t.sees = 'judgements+released'" });
    const found = db.prepare(`SELECT t.id FROM entry t WHERE ${sql}`).all(...values).length;
    const careless = all.filter(({ traineeId, sees }) =>
      holds({ ...condition, not: [] }, { traineeId }, sees.endsWith("+released") ? "released" : null),
    );
    if (careless.length !== found) differences += 1;
  }
  expect(differences).toBeGreaterThan(10);
});

test.each([
  [[], [undefined]],
  [["a"], ["a"]],
  [
    ["a", "b", "c"],
    ["a", "b", "c", "c"],
  ],
  [
    ["a", "b", "c", "d"],
    ["a", "b", "c", "d"],
  ],
  [
    ["a", "b", "c", "d", "e"],
    ["a", "b", "c", "d", "e", "e", "e", "e"],
  ],
])("the list %j is padded to %j: a power of two, by its last", (ids, expected) => {
  expect(padded(ids)).toEqual(expected);
});

test("scopes with as many ids, or nearly, share one text of SQL", () => {
  const supervising = (...traineeId: string[]): Scope => ({
    ...PUBLIC,
    personId: "p",
    ids: { supervisor: { traineeId } },
  });
  const text = (scope: Scope) => toSql(conditionFor(scope, "evidence"), { traineeId: "t.traineeId" }).sql;
  expect(text(supervising("a", "b", "c"))).toBe(text(supervising("d", "e", "f", "g")));
  expect(text(supervising("a"))).not.toBe(text(supervising("a", "b")));
  expect(toSql(conditionFor(supervising("a", "b", "c"), "evidence"), { traineeId: "t.traineeId" }).values).toEqual([
    ...["a", "b", "c", "c"],
  ]);
});

const PUBLIC_ROWS = ["programme", "standingByNumber", "directory"];

test("the public sees the programme, where a number stands and who agreed to be listed, and nothing else", () => {
  for (const row of ROWS) {
    const { sql, values } = toSql(conditionFor(PUBLIC, row), { traineeId: "t.traineeId" });
    expect([row, sql, values]).toEqual([row, PUBLIC_ROWS.includes(row) ? "1=1" : "1=0", []]);
    expect(holds(conditionFor(PUBLIC, row), { traineeId: null })).toBe(PUBLIC_ROWS.includes(row));
  }
});

test("an id that a table does not have decides nothing there", () => {
  const scope: Scope = { ...PUBLIC, personId: "p", ids: { board: { boardId: ["b"] } } };
  expect(toSql(conditionFor(scope, "charges"), { traineeId: "t.traineeId" }).sql).toBe("1=0");
  expect(toSql(conditionFor(scope, "charges"), { boardId: "t.boardId" })).toEqual({
    sql: "t.boardId IN (?)",
    values: ["b"],
  });
});
