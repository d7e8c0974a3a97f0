import type { Database, Row } from "../../src/database/database";
import { loadDemo } from "../../src/demo/load";
import { EntryKind } from "../../src/log/kinds";
import { openLog } from "../../src/log/log";
import { entriesAbout, FACTS_ARE } from "../../src/personal/entries";
import { makeSchema } from "../../src/schema";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";

jest.setTimeout(120_000); // the whole demo

let db: Database;
let entries: readonly Row[];
beforeAll(async () => {
  db = await openTestDatabase();
  await loadDemo({ schema: makeSchema(), db, log: await openLog(db, SECRET) });
  entries = await db.rows("SELECT * FROM entry");
});
afterAll(() => db.close());

const aboutOf = async (personId: string): Promise<Set<unknown>> => {
  const { sql, values } = await entriesAbout(db.rows, personId);
  return new Set((await db.rows(`SELECT t.id FROM entry t WHERE ${sql}`, values)).map(({ id }) => id));
};
const facts = ({ facts: said }: Row) => JSON.parse(said as string) as Record<string, unknown>;

test.each([
  ["why somebody is no longer assigned to a trainee", "StaffUnassigned", "personId"],
  ["why an appeal went from somebody to another", "AppealAssigned", "from"],
])("%s is about them too", async (_, told, fact) => {
  const [assigned] = await db.rows("SELECT personId, traineeId FROM staff_assignment WHERE `role` = 'SUPERVISOR'");
  const { personId, traineeId } = assigned as Record<string, string>;
  const [kept] = await db.rows("SELECT id, kind, facts FROM entry WHERE kind = 'StaffAssigned' AND traineeId = ?", [
    traineeId as string,
  ]);
  const pretend = "UPDATE entry SET kind = ?, facts = ? WHERE id = ?";
  await db.source.query(pretend, [told, `{"${fact}":"${personId}"}`, kept?.id]);
  expect(await aboutOf(personId as string)).toContain(kept?.id);
  await db.source.query(pretend, [kept?.kind, kept?.facts, kept?.id]);
  expect(await aboutOf(personId as string)).not.toContain(kept?.id);
});

test("an entry whose words name somebody is about them", async () => {
  let named = 0;
  for (const { id, name } of await db.rows("SELECT id, name FROM person")) {
    const about = await aboutOf(id as string);
    for (const entry of entries.filter((one) => `${one.facts} ${one.reason}`.includes(name as string))) {
      named += 1;
      expect([entry.kind, name, about.has(entry.id)]).toEqual([entry.kind, name, true]);
    }
  }
  expect(named).toBeGreaterThan(20);
});

test("each kind says truly where it stands whose its facts are", () => {
  const kinds = new Set<EntryKind>();
  for (const entry of entries) {
    const kind = entry.kind as EntryKind;
    const whose = FACTS_ARE[kind];
    kinds.add(kind);
    if (typeof whose === "object") expect(facts(entry)[whose.fact]).toMatch(/^per_/);
    const named = entry.personId ?? entry.traineeId;
    // That two who are accredited work together is told of their pair alone, by their ids.
    const ofTwoReviewers = kind === "PairFormed" && named === null;
    if (ofTwoReviewers) expect(entry.pairId).toMatch(/^pai_/);
    else if (whose === "audience") expect([kind, named]).toEqual([kind, expect.any(String)]);
    if (whose === "nobody") expect([kind, entry.personId ?? entry.traineeId]).toEqual([kind, null]);
    if (whose === "evidence") expect(entry.subjectId).toMatch(/^ev[dr]_/);
  }
  expect(kinds.size).toBeGreaterThanOrEqual(25);
});

test("an entry is about a member of the pair when it has a reason or is of their rate, and about nobody else", async () => {
  const [reasoned] = entries.filter(({ commissionId, reason }) => commissionId !== null && reason !== null);
  const members = await db.rows(
    "SELECT m.personId FROM pair_member m JOIN commission c ON c.pairId = m.pairId WHERE c.id = ?",
    [reasoned?.commissionId as string],
  );
  const people = await db.rows("SELECT id FROM person");
  expect(members).toHaveLength(2);
  const offers = entries.filter(({ kind }) => kind === "RateOffered");
  expect(offers.length).toBeGreaterThan(2);
  for (const { id } of people) {
    const about = await aboutOf(id as string);
    expect(about.has(reasoned?.id)).toBe(members.some(({ personId }) => personId === id));
    for (const offer of offers) expect(about.has(offer.id)).toBe(facts(offer).personId === id);
  }
});
