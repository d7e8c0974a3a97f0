import type { Database } from "../../src/database/database";
import { sortNameOf } from "../../src/graph/sort-name";
import { openLog } from "../../src/log/log";
import { fill } from "../bench/data";
import { openTestDatabase } from "../support/database";
import { tell } from "../support/story";
import { invite } from "../support/story.beginning";
import { SECRET } from "../support/tandem";
import { Ask, asking } from "./asking";

let db: Database;
let ask: Ask;

const NAMES = [
  "50% Off",
  "50 Off",
  "Under_Score",
  "UnderxScore",
  "Bang! Bang",
  "Bang Bang",
  "Ünsal Öz",
  'O\'Neil "Q" \\',
];

beforeAll(async () => {
  db = await openTestDatabase();
  const log = await openLog(db, SECRET);
  const lead = await fill(db, log, 4);
  ask = asking(db, log)(lead);
  await tell({ db, log }, lead, async (tx) => {
    for (const name of NAMES) {
      const person = await invite(tx, name);
      expect(person.sortName).toBe(sortNameOf(name));
    }
  });
  const ids = (await db.rows("SELECT id FROM commission ORDER BY reference")).map(({ id }) => id as string);
  const set = (sql: string, values: (string | null)[]) => db.source.query(sql, values);
  await set("UPDATE commission SET targetOn = '2017-03-10', stage = 'FINDINGS' WHERE id = ?", [ids[0] ?? null]);
  await set("UPDATE commission SET targetOn = '2017-03-11', practice = 0 WHERE id = ?", [ids[1] ?? null]);
  await set("UPDATE commission SET sector = 'ADULTS' WHERE id = ?", [ids[2] ?? null]);
  await set("UPDATE commission SET proposedAt = '2017-01-01 00:00:00.000'", []);
});
afterAll(() => db.close());

/** The references of the commissions that a filter lets through: LT-2017-1 to LT-2017-4. */
const commissions = async (filter: string): Promise<string[]> => {
  const { data, errors } = await ask(
    `{ commissions(filter: ${filter}, orderBy: REFERENCE) { totalCount nodes { reference } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.commissions.totalCount).toBe(data.commissions.nodes.length);
  return data.commissions.nodes.map(({ reference }: { reference: string }) => reference.slice("LT-2017-".length));
};

test.each([
  ["{}", "1 2 3 4"],
  ["{ stage: { eq: FINDINGS } }", "1"],
  ["{ stage: { in: [FINDINGS, CLOSED] } }", "1"],
  ["{ stage: { in: [] } }", ""],
  ["{ stage: { not: FINDINGS } }", "2 3 4"],
  ["{ stage: { eq: FINDINGS, not: FINDINGS } }", ""],
  ["{ stage: null }", "1 2 3 4"],
  ["{ stage: { eq: null } }", "1 2 3 4"],
  ["{ practice: { eq: true } }", "1 3 4"],
  ["{ practice: { eq: false } }", "2"],
  ['{ targetOn: { eq: "2017-03-10" } }', "1"],
  ['{ targetOn: { before: "2017-03-11" } }', "1"],
  ['{ targetOn: { after: "2017-03-10" } }', "2"],
  ['{ targetOn: { after: "2017-03-09", before: "2017-03-12" } }', "1 2"],
  ["{ sector: { eq: ADULTS } }", "3"],
  ["{ sector: { eq: CHILDREN }, practice: { eq: true } }", "1 4"],
  ["{ and: [{ sector: { eq: CHILDREN } }, { practice: { eq: true } }] }", "1 4"],
  ["{ or: [{ sector: { eq: ADULTS } }, { practice: { eq: false } }] }", "2 3"],
  ["{ or: [{ sector: { eq: ADULTS }, practice: { eq: false } }] }", ""],
  ["{ or: [] }", ""],
  ["{ and: [] }", "1 2 3 4"],
  ["{ not: { sector: { eq: ADULTS } } }", "1 2 4"],
  ["{ not: {} }", ""],
  // A condition and its contrary share the list between them, also where there is no value to compare.
  ['{ not: { targetOn: { eq: "2017-03-10" } } }', "2 3 4"],
  ['{ not: { targetOn: { after: "2017-01-01" } } }', "3 4"],
  ["{ not: { sector: { eq: ADULTS }, practice: { eq: true } } }", "1 2 4"],
  [
    "{ practice: { eq: true }, or: [{ stage: { eq: FINDINGS } }, { sector: { eq: ADULTS } }], not: { stage: { eq: FINDINGS } } }",
    "3",
  ],
])("commissions under %s are [%s]", async (filter, expected) => {
  expect((await commissions(filter)).join(" ")).toBe(expected);
});

test("an outcome that is not there yet is none of the outcomes", async () => {
  const { data } = await ask(
    `{ a: assessments(filter: { outcome: { not: READY } }) { totalCount } b: assessments { totalCount } }`.replace(
      "READY",
      "FURTHER_EVIDENCE_NEEDED",
    ),
  );
  expect(data.a.totalCount).toBe(data.b.totalCount);
});

test("ids are compared as they are", async () => {
  const { data } = await ask("{ trainees(first: 3, orderBy: REFERENCE) { nodes { id pair { id } } } }");
  const [first, second] = data.trainees.nodes;
  const by = (filter: object) =>
    ask("query ($filter: TraineeFilter) { trainees(filter: $filter) { totalCount } }", { filter });
  expect((await by({ pairId: { eq: first.pair.id } })).data.trainees.totalCount).toBe(2);
  expect((await by({ pairId: { in: [first.pair.id, second.pair.id, "pai_0"] } })).data.trainees.totalCount).toBe(4);
  expect((await by({ pairId: { eq: first.pair.id.toUpperCase() } })).data.trainees.totalCount).toBe(0);
  expect((await by({ pairId: { in: [] } })).data.trainees.totalCount).toBe(0);
});

test("moments are compared to the millisecond", async () => {
  await db.source.query("UPDATE evidence SET submittedAt = '2017-05-05 10:00:00.123'");
  const count = async (comparison: string) =>
    (await ask(`{ evidence(filter: { submittedAt: ${comparison} }) { totalCount } }`)).data.evidence.totalCount;
  expect(await count('{ after: "2017-05-05T10:00:00.122Z" }')).toBe(48);
  expect(await count('{ after: "2017-05-05T10:00:00.123Z" }')).toBe(0);
  expect(await count('{ before: "2017-05-05T11:00:00.124+01:00" }')).toBe(48);
  expect(await count('{ before: "2017-05-05T10:00:00.123Z" }')).toBe(0);
});

test.each([
  ["50%", "50% Off"],
  ["%", "50% Off"],
  ["_", "Under_Score"],
  ["r_s", "Under_Score"],
  ["bang!", "Bang! Bang"],
  ["!", "Bang! Bang"],
  ["! b", "Bang! Bang"],
  ["OFF", "50 Off, 50% Off"],
  ["ÜNSAL ö", "Ünsal Öz"],
  ["o'neil", 'O\'Neil "Q" \\'],
  ['"q" \\', 'O\'Neil "Q" \\'],
  ["!%_", ""],
])("the name search for %s finds [%s]", async (contains, expected) => {
  const { data, errors } = await ask(
    "query ($text: String) { people(filter: { name: { contains: $text } }) { nodes { name } } }",
    { text: contains },
  );
  expect(errors).toBeUndefined();
  expect(data.people.nodes.map(({ name }: { name: string }) => name).join(", ")).toBe(expected);
});

test("a filter holds on an edge as it does at the root, for the page and for the count", async () => {
  const { data } = await ask(
    `{ boards(filter: { name: { contains: "NORTH" } }) { nodes { commissions(filter: { sector: { eq: ADULTS } }) { totalCount nodes { sector } } } } }`,
  );
  expect(data.boards.nodes).toEqual([{ commissions: { totalCount: 1, nodes: [{ sector: "ADULTS" }] } }]);
});
