import type { Database } from "../../src/database/database";
import { loadDemo } from "../../src/demo/load";
import { EntryKind, EntryKinds, KINDS } from "../../src/log/kinds";
import { openLog } from "../../src/log/log";
import { firstSignIn } from "../../src/person/first-sign-in";
import { sweep } from "../../src/retention/sweep";
import { makeSchema } from "../../src/schema";
import { loadScopes } from "../../src/scope/load";
import { scopeKey } from "../../src/scope/scope";
import { withAccessRecords } from "../retention/access-record";
import { done } from "../support/change";
import { commissioning } from "../support/commissioning";
import { openTestDatabase } from "../support/database";
import { accreditedOne } from "../support/partner";
import { story } from "../support/story";
import { SECRET, startTandem, Tandem } from "../support/tandem";
import { appealed } from "./appealed";
import { applied, spoken } from "./applied";
import { concerned } from "./concerned";
import { contributed } from "./contributed";
import { filed } from "./filed";
import { listed } from "./listed";
import { networked } from "./networked";
import { placesOn } from "./places";
import { reconsidered } from "./reconsidered";
import { renewed } from "./renewed";
import { selected } from "./selected";
import { supervised } from "./supervised";
import { written } from "./written";

const scopesIn = async (db: Database): Promise<string> => {
  const people = await db.rows("SELECT id FROM person ORDER BY id");
  const scopes = await loadScopes(
    db,
    people.map(({ id }) => id as string),
  );
  // Of those who are new nobody could have been told before.
  return JSON.stringify([...scopes].sort().map(([id, scope]) => [id, scopeKey(scope)]));
};

/** The database, and the kinds of entries of every transaction in it that changed somebody's scope, or did not. */
const watched = (db: Database) => {
  const changing: EntryKind[][] = [];
  const still = new Set<EntryKind>();
  let position = 0;
  let before = "[]";
  const inTurn: Database["inTurn"] = (work) =>
    db.inTurn(async () => {
      const result = await work();
      const entries = await db.rows("SELECT position, kind FROM entry WHERE position > ? ORDER BY position", [
        position,
      ]);
      const kinds = [...new Set(entries.map(({ kind }) => kind as EntryKind))];
      const after = await scopesIn(db);
      if (after === before) for (const kind of kinds) still.add(kind);
      else if (kinds.length > 0) changing.push(kinds);
      position = Number(entries.at(-1)?.position ?? position);
      before = after;
      return result;
    });
  return { db: { ...db, inTurn }, changing, still };
};

/** The demo's lead imports files and corrects what was written down. */
const officeWork = async (tandem: Tandem): Promise<void> => {
  const { db } = tandem;
  const [lead] = await db.rows("SELECT id, version FROM person WHERE emailKey = 'admin@example.org'");
  const [board] = await db.rows("SELECT id, version FROM board ORDER BY id");
  const [day] = await db.rows(
    `SELECT d.id, d.version, t.reference FROM course_day d JOIN course_attendance a ON a.courseDayId = d.id
     JOIN trainee t ON t.id = a.traineeId ORDER BY d.id, t.id`,
  );
  const act = (mutation: string, input: Record<string, unknown>) => done(tandem, lead?.id as string, mutation, input);
  const correction = { name: "Another Name", phone: "01632 960999", expectedVersion: lead?.version };
  await act("changePerson", { personId: lead?.id, ...correction });
  const why = { reason: "It moved.", expectedVersion: board?.version };
  await act("changeBoard", { boardId: board?.id, jurisdiction: "Elsewhere", ...why });
  await act("importPeople", { csv: "name,email\nRay,ray@example.org" });
  await act("importBoards", { csv: "reference,name,kind,sector,jurisdiction\nFEN,Fen,SAB,ADULTS,Fens" });
  const csv = `trainee,attended,reason\n${day?.reference},yes,A slip.`;
  await act("importCourseAttendance", { courseDayId: day?.id, csv, expectedVersion: day?.version });
  await revised(tandem, act);
  await credited(tandem, act);
};

/** A trainee is credited the fee and charged it anew; a board is credited a part of what it is charged. */
const credited = async (
  { db }: Tandem,
  act: (mutation: string, input: Record<string, unknown>) => Promise<unknown>,
) => {
  const [fee] = await db.rows("SELECT id, traineeId FROM charge WHERE payer = 'TRAINEE' ORDER BY id");
  const [session] = await db.rows(
    `SELECT c.id FROM charge c WHERE c.payer = 'BOARD' AND c.creditsId IS NULL
     AND NOT EXISTS (SELECT 1 FROM charge n WHERE n.creditsId = c.id) ORDER BY c.id`,
  );
  await act("creditCharge", { chargeId: fee?.id, reason: "They were ill." });
  await act("chargeFee", { traineeId: fee?.traineeId });
  await act("creditCharge", { chargeId: session?.id, amountMinor: 1, reason: "A slip." });
};

/** What a programme says of itself, and what a cohort is. */
const revised = async ({ db }: Tandem, act: (mutation: string, input: Record<string, unknown>) => Promise<unknown>) => {
  const [programme] = await db.rows("SELECT id, version FROM programme WHERE reference = 'LT'");
  const [endorsement] = await db.rows("SELECT id FROM endorsement WHERE programmeId = ?", [programme?.id as string]);
  const [cohort] = await db.rows("SELECT id, version FROM cohort ORDER BY id");
  const of = (later: number) => ({ programmeId: programme?.id, expectedVersion: Number(programme?.version) + later });
  await act("changeProgramme", { ...of(0), name: "Another name" });
  await act("endEndorsement", { ...of(1), endorsementId: endorsement?.id, reason: "It was not renewed." });
  const standard = { courseDays: 4, groupDays: 5, sources: 3, networkMeetings: 3, everyAreaMet: true };
  const areas = [{ code: "C1", name: "Systems thinking", description: "How it was used." }];
  const more = { reviewCountsFrom: "PUBLISHED", assessorMayHaveSupervised: false, areas };
  await act("publishStandard", { ...of(2), standard: { ...standard, ...more } });
  const why = { reason: "A larger room.", expectedVersion: cohort?.version };
  await act("changeCohort", { cohortId: cohort?.id, capacity: 30, ...why });
};

/** One of the demo's reviewers is given a credential, and then another in its place. */
const withCredential = async (tandem: Tandem, by: string, accreditationId: string): Promise<void> => {
  await done(tandem, by, "issueCredential", { accreditationId });
  const [issued] = await tandem.db.rows("SELECT id FROM credential WHERE traineeId IS NOT NULL ORDER BY id DESC");
  await done(tandem, by, "replaceCredential", { credentialId: issued?.id, reason: "They have another name." });
};

const tellsOfIt = (kinds: readonly EntryKind[]): boolean => kinds.some((kind) => "changesScope" in KINDS[kind]);

test("whatever changes what somebody may see says so in the Log, so that the hub asks for rights anew", async () => {
  const { db, changing, still } = watched(await openTestDatabase());
  const log = await openLog(db, SECRET);
  await loadDemo({ schema: makeSchema(), db, log });
  const tandem = await startTandem({ db });
  try {
    await written(tandem);
    // The demo leaves one decision to be made.
    const [waiting] = await db.rows("SELECT id, assessorId, version FROM assessment WHERE decidedAt IS NULL");
    const input = {
      assessmentId: waiting?.id,
      expectedVersion: waiting?.version,
      outcome: "ACCREDIT",
      summary: "Well.",
    };
    await done(tandem, waiting?.assessorId as string, "decideAssessment", input);
    // A provider signs in two people: somebody of the demo, and a stranger.
    for (const email of ["admin@example.org", "stranger@example.org"]) {
      await firstSignIn(tandem, { issuer: "https://id.example", subject: email, name: null, email });
    }
    await placesOn(tandem);
    await supervised(tandem);
    await officeWork(tandem);
    // What the demo's people do not do: apply, a lead too, be given places, ask to be erased, and be there for so long that records expire.
    const [lead] = await db.rows("SELECT personId FROM person_role WHERE role = 'PROGRAMME_LEAD'");
    for (const by of [waiting?.assessorId, lead?.personId]) await applied(tandem, by as string);
    await withCredential(tandem, lead?.personId as string, "LT-7K3Q-9XMB");
    await contributed(tandem, lead?.personId as string);
    await spoken(tandem, waiting?.assessorId as string, lead?.personId as string);
    await selected(tandem, lead?.personId as string);
    await filed(tandem, lead?.personId as string);
    await concerned(tandem, lead?.personId as string);
    await listed(tandem, lead?.personId as string);
    await reconsidered(tandem, lead?.personId as string);
    await networked(tandem, lead?.personId as string);
    await appealed(tandem, lead?.personId as string);
    await renewed(tandem, lead?.personId as string);
    await done(tandem, waiting?.assessorId as string, "requestErasure", {});
    await withAccessRecords(db, waiting?.assessorId as string, { old: new Date(0) }, () =>
      sweep({ db, log, retention: { personDays: null, accessDays: 400 } }, new Date()),
    );
  } finally {
    await tandem.close();
  }
  expect(changing.length).toBeGreaterThan(20);
  expect(changing.filter((kinds) => !tellsOfIt(kinds))).toEqual([]);
  // Each kind that says nothing of it has happened without changing anything.
  const silent = Object.keys(EntryKinds).filter((kind) => !("changesScope" in KINDS[kind as EntryKind]));
  expect(silent.filter((kind) => !still.has(kind as EntryKind))).toEqual([]);
}, 240_000); // the whole demo, with everybody's scope after each of its acts

test("a board whose commission comes to nothing no longer knows the pair, and an assignment, a pair or a person that ends changes scopes", async () => {
  const { db, changing } = watched(await openTestDatabase());
  const tandem = await startTandem({ db });
  try {
    const told = await story(tandem);
    const our = commissioning(tandem, told);
    const { id: commissionId, version: expectedVersion } = await our.propose();
    await done(tandem, told.seat.id, "declineCommission", { commissionId, expectedVersion, reason: "No funds." });
    expect(changing.at(-1)).toContain("CommissionDeclined");
    const { id: again, version: seen } = await our.propose();
    const up = { commissionId: again, reason: "The case was dismissed.", expectedVersion: seen };
    await done(tandem, told.lead.id, "abandonCommission", up);
    expect(changing.at(-1)).toContain("CommissionAbandoned");

    const by = told.lead.id;
    const [ada] = await db.rows("SELECT version FROM trainee WHERE id = ?", [told.ada.id]);
    const staff = { traineeId: told.ada.id, personId: told.supervisor.id, role: "SUPERVISOR", reason: "A change." };
    await done(tandem, by, "unassignStaff", { ...staff, expectedVersion: Number(ada?.version) });
    expect(changing.at(-1)).toContain("StaffUnassigned");
    const fay = await accreditedOne(tandem, told, "Fay");
    const replace = async (pairId: string, leavingPersonId: string, joiningPersonId: string) => {
      const who = { pairId, leavingPersonId, joiningPersonId };
      const input = { ...who, reason: "It is too much.", expectedVersion: 1 };
      return (await done(tandem, by, "replacePartner", input, "pair { id }")).pair.id;
    };
    const pairId = await replace(told.adaAndBen.id, told.ben.personId, fay.id);
    expect(changing.at(-1)).toEqual(["PairDissolved", "PairFormed", "ReadinessChanged"]);
    await told.commissioned({ ...told.adaAndBen, id: pairId }, told.board);
    const last = await replace(pairId, fay.id, told.ben.personId);
    expect(changing.at(-1)).toEqual(["ReviewerLeft", "PairFormed", "CommissionReassigned", "ReadinessChanged"]);
    await db.source.query("UPDATE commission SET stage = 'DECLINED' WHERE pairId = ?", [last]);
    await done(tandem, by, "dissolvePair", { pairId: last, reason: "It is over.", expectedVersion: 1 });
    expect(changing.at(-1)).toContain("PairDissolved");
    const leaving = { traineeId: told.ada.id, reason: "Moves abroad.", expectedVersion: Number(ada?.version) + 4 };
    await done(tandem, by, "withdrawTrainee", leaving);
    expect(changing.at(-1)).toEqual(["StaffUnassigned", "TraineeWithdrawn"]);
    const person = { personId: told.assessor.id, reason: "They were away." };
    await done(tandem, by, "disablePerson", { ...person, expectedVersion: 1 });
    expect(changing.at(-1)).toContain("PersonDisabled");
    await done(tandem, by, "enablePerson", { ...person, expectedVersion: 2 });
    expect(changing.at(-1)).toContain("PersonEnabled");
    expect(changing.filter((kinds) => !tellsOfIt(kinds))).toEqual([]);
  } finally {
    await tandem.close();
  }
});
