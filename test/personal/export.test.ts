import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { Person } from "../../src/person/person.entity";
import { letterTo } from "../../src/personal/letter";
import { Ask, asking } from "../graph/asking";
import { openTestDatabase } from "../support/database";
import { tell } from "../support/story";
import { SECRET } from "../support/tandem";
import { Planted, planted } from "./planted";

let db: Database;
let log: Log;
let world: Planted;
let as: (personId: string | null) => Ask;

beforeAll(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  world = await planted(db, log);
  as = asking(db, log);
});
afterAll(() => db.close());

const MINE = "query ($after: String) { viewer { personalData(after: $after) { held withheld next } } }";
type Rows = Record<string, Record<string, unknown>[]>;

/** All parts of what somebody is told of themselves, and in how many parts. */
const dataOf = async (personId: string): Promise<{ held: Rows; withheld: string; parts: number }> => {
  const held: Rows = {};
  let parts = 0;
  let withheld = "";
  for (let after: string | null = null; ; ) {
    const { data, errors } = await as(personId)(MINE, { after });
    expect(errors).toBeUndefined();
    const part = data.viewer.personalData;
    for (const [name, rows] of Object.entries(part.held as Rows)) held[name] = [...(held[name] ?? []), ...rows];
    parts += 1;
    withheld = part.withheld;
    if (part.next === null) return { held, withheld, parts };
    after = part.next;
  }
};

const people = () => {
  const { told, cara, rex, seat, supervisor, assessor, nobody } = world;
  return {
    ...{ Ada: told.ada.personId, Ben: told.ben.personId, lead: told.lead.id, supervisor: told.supervisor.id },
    ...{ assessor: told.assessor.id, seat: told.seat.id, Cara: cara.personId, Rex: rex.id, nobody: nobody.id },
    ...{ otherSeat: seat.id, otherSupervisor: supervisor.id, otherAssessor: assessor.id },
  };
};

test("everything personal of somebody is in what they are told, and in what nobody else is told", async () => {
  const found: Record<string, string[]> = {};
  for (const [name, id] of Object.entries(people())) {
    const text = JSON.stringify((await dataOf(id)).held);
    for (const { value } of world.plants) if (text.includes(value)) found[value] = [...(found[value] ?? []), name];
  }
  expect(world.plants.length).toBeGreaterThan(30);
  expect(world.plants.map(({ at, value }) => [at, found[value] ?? []])).toEqual(
    world.plants.map(({ at, told }) => [at, told]),
  );
});

test("somebody is told of all that they are and did, by the name of what it is", async () => {
  const { told, ofAda } = world;
  const { held, withheld } = await dataOf(told.ada.personId);
  const ids = (name: string) => (held[name] ?? []).map(({ id }) => id);
  expect(Object.keys(held).sort()).toEqual(
    [
      ...[
        "Application",
        "ApplicationAnswer",
        "Assessment",
        "Commission",
        "CourseAttendance",
        "Enquiry",
        "Entry",
        "Evidence",
        "EvidenceDraft",
        "Idempotency",
        "Judgement",
        "Pair",
      ],
      ...[
        "PairMember",
        "Person",
        "RateOffer",
        "Seat",
        "StaffAssignment",
        "SupervisionAttendance",
        "SupervisionSession",
        "Trainee",
      ],
    ].sort(),
  );
  expect(ids("Trainee")).toEqual([told.ada.id]);
  expect(ids("Assessment")).toEqual([ofAda.released]);
  expect(ids("Evidence").sort()).toEqual([ofAda.evidence, ofAda.sharedEvidence].sort());
  expect(ids("CourseAttendance")).toHaveLength(4);
  expect(held.RateOffer).toMatchObject([{ amountMinor: world.rate, personId: told.ada.personId }]);
  expect(held.CourseAttendance?.[0]).toMatchObject({ attended: true, recordedAt: expect.stringMatching(/T.*Z$/) });
  const [session] = (held.SupervisionSession ?? []).filter(({ id }) => id === ofAda.silentSession);
  expect(session).toMatchObject({ minutes: 60 });
  expect(session).not.toHaveProperty("notes");
  expect(withheld).toMatch(/not released/);
});

test("staff are told of what they had a part in, without words about others", async () => {
  const { told, ofAda, ofCara } = world;
  const { held } = await dataOf(told.assessor.id);
  expect(held.PersonRole).toMatchObject([{ role: "ASSESSOR" }]);
  const [one] = (held.Assessment ?? []).filter(({ id }) => id === ofAda.unreleased);
  expect(one).toMatchObject({ round: 2, assessorId: told.assessor.id });
  expect(one).not.toHaveProperty("summary");
  // Of a trainee whose assessor they are not they see nothing, whoever's name is on it.
  expect((held.Assessment ?? []).map(({ id }) => id)).not.toContain(ofCara.released);
  const lead = await dataOf(told.lead.id);
  const invited = (lead.held.Entry ?? []).filter(
    ({ kind, subjectId }) => kind === "PersonInvited" && subjectId !== told.lead.id,
  );
  expect(invited.length).toBeGreaterThan(5);
  for (const entry of invited) expect(entry).not.toHaveProperty("facts");
});

test("nothing secret is told, and no place that counts what others did", async () => {
  const { held } = await dataOf(world.told.ada.personId);
  for (const name of ["position", "salt", "digest", "chain", "sees"]) {
    expect(held.Entry?.length).toBeGreaterThan(5);
    for (const entry of held.Entry ?? []) expect(entry).not.toHaveProperty(name);
  }
  for (const key of held.Idempotency ?? []) expect(key).not.toHaveProperty("digest");
});

test("without a token there is nobody to tell, and a place that is none is refused", async () => {
  expect((await as(null)(MINE)).data).toEqual({ viewer: null });
  for (const after of ["", "another", log.places.close(["NAME", "a", world.told.ada.id])]) {
    const { errors } = await as(world.told.ada.personId)(MINE, { after });
    expect(errors?.[0].extensions.code).toBe("BAD_USER_INPUT");
  }
});

test("a long history comes in parts, whole and without repeats", async () => {
  const { nobody, told } = world;
  await tell({ db, log }, told.lead.id, async (tx) => {
    const person = await tx.manager.findOneByOrFail(Person, { id: nobody.id });
    for (let count = 0; count < 1_100; count += 1)
      tx.append("RoleGranted", person, { personId: nobody.id }, { role: count });
  });
  const { held, parts } = await dataOf(nobody.id);
  expect(parts).toBe(3);
  const roles = (held.Entry ?? [])
    .filter(({ kind }) => kind === "RoleGranted")
    .map(({ facts }) => (facts as { role: number }).role);
  expect(roles.sort((a, b) => a - b)).toEqual(Array.from({ length: 1_100 }, (_, count) => count));
  expect(held.Person).toHaveLength(1);
});

test("the operator's letter is the same, also for somebody who may no longer sign in", async () => {
  const { told } = world;
  const [ada] = await db.rows("SELECT emailKey FROM person WHERE id = ?", [told.ada.personId]);
  const letter = async () => JSON.parse(JSON.stringify(await letterTo(db, log, ada?.emailKey as string, new Date())));
  const { held, withheld } = await dataOf(told.ada.personId);
  expect(await letter()).toEqual({ held, withheld });
  await db.source.query("DELETE FROM access");
  await db.source.manager.update(Person, { id: told.ada.personId }, { disabledAt: new Date() });
  const disabled = (await letter()).held;
  expect(disabled.Person[0]).toMatchObject({ id: told.ada.personId });
  expect(disabled.Judgement).toEqual(held.Judgement);
  expect(await letterTo(db, log, "nobody@example.org", new Date())).toBeNull();
});

test("a letter opens what the same question opens in the graph, and the access log tells that it was a letter", async () => {
  const { told, ofAda } = world;
  await db.source.query("DELETE FROM access");
  await db.source.manager.update(Person, { id: told.ada.personId }, { disabledAt: null });
  const opened = new Set<string>();
  const asAda = asking(db, log, { opened: (_, ids) => void [...ids].map((id) => opened.add(id)) })(told.ada.personId);
  await asAda(MINE);
  expect([...opened]).toEqual([ofAda.released]);

  const [ada] = await db.rows("SELECT emailKey FROM person WHERE id = ?", [told.ada.personId]);
  const now = new Date("2026-11-24T09:00:00.000Z");
  await letterTo(db, log, ada?.emailKey as string, now);
  const { data } = await as(told.lead.id)(
    "{ accesses { nodes { at byLetter subjectType subject { id } person { id } } } }",
  );
  expect(data.accesses.nodes).toEqual([
    {
      ...{ at: now.toISOString(), byLetter: true, subjectType: "Assessment" },
      ...{ subject: { id: ofAda.released }, person: { id: told.ada.personId } },
    },
  ]);
});

test("a letter that cannot be recorded is not written", async () => {
  const [ada] = await db.rows("SELECT emailKey FROM person WHERE id = ?", [world.told.ada.personId]);
  const shut = { ...db, inTurn: () => Promise.reject(new Error("The database is away.")) };
  await expect(letterTo(shut, log, ada?.emailKey as string, new Date())).rejects.toThrow("away");
});
