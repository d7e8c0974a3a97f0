import { Accreditation } from "../../src/accreditation/accreditation.entity";
import type { Retention } from "../../src/config";
import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { Log, openLog } from "../../src/log/log";
import { verifyLog } from "../../src/log/verify";
import { Idempotency } from "../../src/mutation/idempotency.entity";
import { Logger } from "../../src/operator/logger";
import { Person, PersonRole } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { sweepDaily } from "../../src/retention/daily";
import { sweep } from "../../src/retention/sweep";
import { asking } from "../graph/asking";
import { changesBetween, everything } from "../personal/rows";
import { takeApplications } from "../support/applying";
import { openTestDatabase } from "../support/database";
import { Story, story, tell } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { SECRET } from "../support/tandem";
import { withAccessRecords } from "./access-record";

let db: Database;
let log: Log;
let told: Story;
beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
});
afterEach(() => db.close());

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);
const OFF: Retention = { personDays: null, accessDays: null };
const swept = (days: number, retention: Retention = { ...OFF, personDays: 365 }) =>
  sweep({ db, log, retention }, inDays(days));
const erased = async () =>
  (await db.rows("SELECT id FROM person WHERE name = 'Erased person' ORDER BY id")).map(({ id }) => id as string);

test("who had no part for as long as their data is kept is erased, by nobody, and says so", async () => {
  const nick = await told.person("Nick");
  expect(await swept(364)).toEqual({
    keys: 0,
    accessRecords: 0,
    people: 0,
    contributors: 0,
    overdue: 0,
    reviewsDue: 0,
    lapsed: 0,
  });
  expect(await erased()).toEqual([]);

  expect(await swept(366)).toMatchObject({ people: 1 });

  expect(await erased()).toEqual([nick.id]);
  const entries = "SELECT actorId, reason, personId FROM entry WHERE kind = 'PersonErased'";
  expect(await db.rows(entries)).toEqual([{ actorId: null, reason: "Retention", personId: nick.id }]);
  expect((await verifyLog(db, SECRET)).fault).toBeNull();
});

test("whose part ended lately stays, though the Log tells of it under a board's name", async () => {
  const { id } = await told.seatOn(told.board, "Eve East");
  await db.source.query("UPDATE seat SET endedOn = ? WHERE personId = ?", [daysAgo(10), id]);
  await db.source.query("UPDATE entry SET at = '2000-01-01 00:00:00.000'");

  await swept(350);
  expect(await erased()).not.toContain(id);
  await swept(357);
  expect(await erased()).toContain(id);
});

test("whoever still has a part stays: a role, a seat, a place, an open review, an accreditation, something done lately", async () => {
  const named = async (name: string) => (await told.person(name)).id;
  const [fay, lately, about] = [await named("Fay"), await named("Lately"), await named("About")];
  const { lead, supervisor, assessor, seat, ada, ben, board, adaAndBen, programme } = told;
  await told.commissioned(adaAndBen, board);
  await db.source.manager.insert(Accreditation, {
    ...{ id: newId("acc"), reference: "LT-FAY", personId: fay, programmeId: programme.id, traineeId: null },
    ...{
      accreditedOn: daysAgo(900),
      yearFrom: daysAgo(265),
      reviewDueOn: daysAgo(-100),
      lapsesOn: daysAgo(-190),
      withdrawnOn: null,
      version: 1,
    },
  });
  await db.source.query("UPDATE entry SET at = '2000-01-01 00:00:00.000'");
  await tell({ db, log }, lately, async (tx) => {
    const person = await tx.manager.findOneByOrFail(Person, { id: lead.id });
    tx.append("RoleGranted", person, { personId: lead.id }, { role: "by Lately" });
  });
  await told.append("RoleGranted", { personId: about });
  expect(await swept(10)).toMatchObject({ people: 0, contributors: 0 });

  // The Log told of it on that day.
  const lapsed = (day: string) =>
    db.source.query("UPDATE accreditation SET lapsesOn = ?, lapseToldFor = ?", [day, day]);
  await lapsed(daysAgo(1));
  expect(await swept(10)).toMatchObject({ people: 0, contributors: 0 }); // lapsed only yesterday
  await lapsed(daysAgo(400));
  expect(await swept(10)).toMatchObject({ people: 1 });
  expect(await erased()).toEqual([fay]);
  await db.source.query("UPDATE trainee SET standing = 'WITHDRAWN'");
  expect(await swept(10)).toMatchObject({ people: 0, contributors: 0 }); // their review goes on
  await db.source.query("UPDATE commission SET stage = 'CLOSED'");
  expect(await swept(10)).toMatchObject({ people: 2 });
  expect(await erased()).toEqual([fay, ada.personId, ben.personId].sort());
  const others = [lead, supervisor, assessor, seat].map(({ id }) => id);
  expect(await swept(400)).toMatchObject({ people: 2 });
  expect(await erased()).toEqual([fay, ada.personId, ben.personId, lately, about].sort());
  expect(await erased()).not.toEqual(expect.arrayContaining(others));
});

test("who applies or asks for a call stays until that has come to its end; a draft keeps nobody", async () => {
  await takeApplications(db, told.cohort);
  const [applicant, drafting, curious] = await Promise.all(["Kim", "Lou", "Max"].map((name) => told.person(name)));
  const begin = "mutation ($input: BeginApplicationInput!) { beginApplication(input: $input) { errors { message } } }";
  const ask = "mutation ($input: AskForCallInput!) { askForCall(input: $input) { errors { message } } }";
  const as = asking(db, log);
  for (const by of [applicant, drafting]) await as(by?.id as string)(begin, { input: { cohortId: "LT-2017" } });
  await as(curious?.id as string)(ask, { input: { programmeId: "LT", question: "May I?" } });
  const open = ["SUBMITTED", "WAITING", "OFFERED", "CONFIRMED"];
  await db.source.query("UPDATE entry SET at = '2000-01-01 00:00:00.000'");
  const stand = (state: string) =>
    db.source.query("UPDATE application SET state = ? WHERE personId = ?", [state, applicant?.id as string]);
  await stand("SUBMITTED");
  expect(await swept(10)).toMatchObject({ people: 1 });
  expect(await erased()).toEqual([drafting?.id]);
  expect(await db.rows("SELECT state FROM application WHERE personId = ?", [drafting?.id as string])).toEqual([
    { state: "WITHDRAWN" },
  ]);
  for (const state of open) {
    await stand(state);
    expect(await swept(10)).toMatchObject({ people: 0, contributors: 0 });
  }
  await stand("DECLINED");
  expect(await swept(10)).toMatchObject({ people: 1 });
  await db.source.query("UPDATE enquiry SET closedAt = askedAt");
  expect(await swept(10)).toMatchObject({ people: 1 });
  expect(await erased()).toEqual([applicant, drafting, curious].map((one) => one?.id).sort());
});

test("nothing is erased while nobody says for how long people's data is kept", async () => {
  await told.person("Nick");
  const before = await everything(db);
  expect(await swept(50_000, OFF)).toEqual({
    keys: 0,
    accessRecords: 0,
    people: 0,
    contributors: 0,
    overdue: 0,
    reviewsDue: 0,
    lapsed: 0,
  });
  expect(changesBetween(before, await everything(db))).toEqual({});
});

test("a request's key is kept for the 24 hours in which it may be repeated", async () => {
  const made = (id: string, at: Date) => ({
    ...{ id, personId: told.lead.id, mutation: "invitePerson", key: `key-${id}`, digest: "0" },
    ...{ at, thingId: null, entryId: null },
  });
  const now = new Date();
  await db.source.manager.insert(Idempotency, [
    made("old", new Date(now.getTime() - DAY - 1_000)),
    made("young", new Date(now.getTime() - DAY + 60_000)),
  ]);
  expect(await sweep({ db, log, retention: OFF }, now)).toMatchObject({ keys: 1 });
  expect(await db.rows("SELECT id FROM idempotency")).toEqual([{ id: "young" }]);
});

test("records of who opened what are kept for as long as was said, and their end is an entry", async () => {
  await withAccessRecords(db, told.lead.id, { old: inDays(-401), young: inDays(-399) }, async () => {
    expect(await swept(0, { ...OFF, accessDays: 400 })).toMatchObject({ accessRecords: 1 });
    expect(await db.rows("SELECT id FROM access")).toEqual([{ id: "young" }]);
  });
  const [entry] = await db.rows("SELECT actorId, facts FROM entry WHERE kind = 'AccessRecordsExpired'");
  expect(entry?.actorId).toBeNull();
  expect(JSON.parse(entry?.facts as string)).toEqual({ before: expect.stringMatching(/Z$/), count: 1 });
});

test("two sweeps at once erase nobody twice", async () => {
  for (const name of ["Nick", "Nora", "Ned"]) await told.person(name);
  const both = await Promise.all([swept(400), swept(400)]);
  expect(both.reduce((sum, one) => sum + (one?.people ?? 0), 0)).toBe(3);
  expect(await db.rows("SELECT COUNT(*) AS n FROM entry WHERE kind = 'PersonErased'")).toEqual([{ n: 3 }]);
  expect((await verifyLog(db, SECRET)).fault).toBeNull();
});

test("who takes a part, or is erased, while others are swept is left alone", async () => {
  const [nick, nora] = [await told.person("Nick"), await told.person("Nora")];
  let turns = 0;
  const busy: Database = {
    ...db,
    inTurn: async (work) => {
      turns += 1;
      // Everybody has been looked for, and nobody is erased yet.
      if (turns === 2) {
        await db.source.manager.insert(PersonRole, { id: newId("rol"), personId: nick.id, role: Role.SUPERVISOR });
        await db.source.manager.update(Person, { id: nora.id }, { erasedAt: new Date() });
      }
      return db.inTurn(work);
    },
  };
  const retention = { ...OFF, personDays: 365 };
  expect(await sweep({ db: busy, log, retention }, inDays(366))).toMatchObject({ people: 0, contributors: 0 });
  expect(turns).toBe(3);
  expect(await erased()).toEqual([]);
});

test("a server sweeps when it starts and every 24 hours, and finishes before it stops", async () => {
  await told.person("Nick");
  let now = inDays(0);
  let ring: () => void = () => undefined;
  let stopped = false;
  const clock = {
    now: () => now,
    every: (milliseconds: number, work: () => void) => {
      expect(milliseconds).toBe(DAY);
      ring = work;
      return () => {
        stopped = true;
      };
    },
  };
  const retention = { personDays: 365, accessDays: 400 };
  const stop = sweepDaily({ db, log, retention, logger: new Logger("silent") }, clock);
  now = inDays(366);
  ring();
  await stop();
  expect(stopped).toBe(true);
  expect(await erased()).toHaveLength(1);
});
