import { Board } from "../../src/board/board.entity";
import { BoardKind } from "../../src/board/board-kind";
import { admit as register } from "../../src/board/registration";
import { Sector } from "../../src/board/sector";
import type { Database } from "../../src/database/database";
import { sortNameOf } from "../../src/graph/sort-name";
import { openLog } from "../../src/log/log";
import { admit } from "../../src/person/invitation";
import { Person } from "../../src/person/person.entity";
import { Trainee } from "../../src/trainee/trainee.entity";
import { openTestDatabase } from "../support/database";
import { Story, story, tell } from "../support/story";
import { SECRET } from "../support/tandem";
import { Ask, asking } from "./asking";

let db: Database;
let ask: Ask;
let told: Story;

const NAMES = [
  ...["Zoë Ångström", "Zoe\u0308 Decomposed", "İpek Işık", "Irmak", "Strauß", "Strauss", "Ελένη Σοφός", "Łucja"],
  ...["100% Sure", "100 Sure", "Under_Score", "UnderxScore", "Back\\slash", 'Quo"te', "O'Neil", "ﬁrst", "王小明"],
];

beforeAll(async () => {
  db = await openTestDatabase();
  const log = await openLog(db, SECRET);
  told = await story({ db, log });
  ask = asking(db, log)(told.lead.id);
  await tell({ db, log }, told.lead.id, async (tx) => {
    await admit(
      tx,
      NAMES.map((name, index) => ({ name, email: `n${index}@example.org` })),
    );
    const said = { kind: BoardKind.LSCB, sector: Sector.CHILDREN, jurisdiction: "England" };
    await register(
      tx,
      NAMES.map((name, index) => ({ name, reference: `N${index}`, ...said })),
    );
  });
  for (const [index, name] of NAMES.entries()) {
    const trainee = await told.trainee(`Trainee ${index}`);
    const sortName = sortNameOf(name);
    await db.source.manager.update(Person, { id: trainee.personId }, { name: `${name} T`, sortName });
    await db.source.manager.update(Trainee, { id: trainee.id }, { sortName });
  }
});
afterAll(() => db.close());

test.each<[searched: string, found: readonly string[]]>([
  ["zoe", ["Zoe\u0308 Decomposed", "Zoë Ångström"]],
  ["ZOË", ["Zoe\u0308 Decomposed", "Zoë Ångström"]],
  ["Zoe\u0308", ["Zoe\u0308 Decomposed", "Zoë Ångström"]],
  ["angstrom", ["Zoë Ångström"]],
  ["ipek", ["İpek Işık"]],
  ["İPEK", ["İpek Işık"]],
  ["ipek ışık", ["İpek Işık"]],
  ["IŞIK", ["İpek Işık"]],
  ["irm", ["Irmak"]],
  ["strauss", ["Strauss", "Strauß"]],
  ["STRAUSS", ["Strauss", "Strauß"]],
  ["strauß", ["Strauss", "Strauß"]],
  ["ελενη", ["Ελένη Σοφός"]],
  ["ΣΟΦΌΣ", ["Ελένη Σοφός"]],
  ["łuc", ["Łucja"]],
  ["%", ["100% Sure"]],
  ["0% s", ["100% Sure"]],
  ["_", ["Under_Score"]],
  ["R_S", ["Under_Score"]],
  ["\\", ["Back\\slash"]],
  ['o"T', ['Quo"te']],
  ["o'n", ["O'Neil"]],
  ["fir", ["ﬁrst"]],
  ["小", ["王小明"]],
  ["nobody's", []],
  ["x".repeat(60_000), []],
])("by %s people, trainees and boards are found, and no others", async (text, found) => {
  const { data, errors } = await ask(
    `query ($f: PersonFilter, $t: TraineeFilter, $b: BoardFilter) {
      people(filter: $f, first: 100) { nodes { name } } trainees(filter: $t, first: 100) { nodes { person { name } } }
      boards(filter: $b, first: 100) { nodes { name } } }`,
    Object.fromEntries(["f", "t", "b"].map((name) => [name, { name: { contains: text } }])),
  );
  expect(errors).toBeUndefined();
  const names = (nodes: readonly { name: string }[]) => nodes.map(({ name }) => name).sort();
  const both = found.flatMap((name) => [name, `${name} T`]).sort();
  expect(names(data.people.nodes)).toEqual(both);
  expect(names(data.trainees.nodes.map(({ person }: { person: { name: string } }) => person))).toEqual(
    found.map((name) => `${name} T`).sort(),
  );
  expect(names(data.boards.nodes)).toEqual([...found].sort());
});

test("names are sorted as their letters, accents or none", async () => {
  const { data } = await ask('{ boards(filter: { name: { contains: "s" } }, orderBy: NAME) { nodes { name } } }');
  const names = data.boards.nodes.map(({ name }: { name: string }) => name);
  const after = (one: string, other: string) => names.indexOf(one) > names.indexOf(other);
  expect(after("İpek Işık", "Back\\slash")).toBe(true);
  expect(after("Zoë Ångström", "Under_Score")).toBe(true);
});

test("a name that grows when it is folded fits its column", async () => {
  const name = "ﷺ".repeat(200);
  expect([...sortNameOf(name)]).toHaveLength(200);
  const log = await openLog(db, SECRET);
  await tell({ db, log }, told.lead.id, (tx) => admit(tx, [{ name, email: "long@example.org" }]));
});

test("names that were written before are folded by a step of their own", async () => {
  const step = "FoldSortNames1764066530000";
  const sortNames = async () =>
    (await db.source.manager.find(Board, { order: { id: "ASC" } })).map(({ sortName }) => sortName);
  const now = await sortNames();
  while ((await db.rows("SELECT id FROM migrations WHERE name = ?", [step])).length > 0) {
    await db.source.undoLastMigration({ transaction: "each" });
  }
  expect(await sortNames()).toContain("zoë ångström");
  await db.source.runMigrations({ transaction: "each" });
  expect(await sortNames()).toEqual(now);
});
