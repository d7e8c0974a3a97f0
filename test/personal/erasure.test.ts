import { Assessment } from "../../src/assessment/assessment.entity";
import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { verifyLog } from "../../src/log/verify";
import { Person } from "../../src/person/person.entity";
import { done, refused } from "../support/change";
import { tell } from "../support/story";
import { SECRET, startTandem, Tandem } from "../support/tandem";
import { Planted, planted } from "./planted";
import { changesBetween, everything, isAnywhere } from "./rows";

let tandem: Tandem;
let world: Planted;

beforeEach(async () => {
  tandem = await startTandem();
  world = await planted(tandem.db, tandem.log);
  const { manager } = tandem.db.source;
  await manager.update(Commission, { id: world.ofAda.commission }, { stage: CommissionStage.CLOSED });
  await manager.update(Assessment, { id: world.ofAda.unreleased }, { releasedAt: new Date() });
});
afterEach(() => tandem.close());

const ada = () => world.told.ada;
const versionOf = async (personId: string) =>
  Number((await tandem.db.rows("SELECT version FROM person WHERE id = ?", [personId]))[0]?.version);
const erasing = async (personId: string, more: object = {}) => ({
  ...{ personId, reason: "REQUESTED", expectedVersion: await versionOf(personId) },
  ...more,
});
const eraseAda = async (more: object = {}) =>
  done(
    tandem,
    world.told.lead.id,
    "erasePerson",
    await erasing(ada().personId, more),
    "person { id name email phone }",
  );
const faultOfLog = async () => (await verifyLog(tandem.db, SECRET)).fault;

test("who is erased is nowhere any more: no value, and no byte of an embedded database", async () => {
  for (const { at, value } of world.plants) expect([at, await isAnywhere(tandem.db, value)]).toEqual([at, true]);

  const { person } = await eraseAda({ idempotencyKey: "erase-her-once" });

  expect(person).toEqual({ id: ada().personId, name: "Erased person", email: null, phone: null });
  for (const { at, value } of world.plants) expect([at, await isAnywhere(tandem.db, value)]).toEqual([at, false]);
  const own = await tandem.db.rows("SELECT * FROM person WHERE id = ?", [ada().personId]);
  expect(own).toEqual([
    expect.objectContaining({
      ...{ name: "Erased person", sortName: "erased person", emailKey: `erased ${ada().personId}`, email: null },
      ...{ phone: null, issuer: null, subject: null, erasureRequestedAt: null },
      ...{ disabledAt: expect.anything(), erasedAt: expect.anything() },
    }),
  ]);
});

test("nothing else changes: what is others' stays as it was, and what is kept for them", async () => {
  const { ofAda } = world;
  const judgements = await tandem.db.rows("SELECT id FROM judgement WHERE traineeId = ?", [ada().id]);
  const keys = await tandem.db.rows("SELECT id FROM idempotency");
  const assigned = await tandem.db.rows("SELECT id FROM staff_assignment WHERE traineeId = ?", [ada().id]);
  const drafts = await tandem.db.rows("SELECT id FROM evidence_draft");
  const [applications = [], answers = [], enquiries = [], scores = []] = await Promise.all(
    ["application", "application_answer", "enquiry", "criterion_score"].map((table) =>
      tandem.db.rows(`SELECT id FROM ${table}`),
    ),
  );
  const about = await tandem.db.rows(
    `SELECT id FROM entry WHERE personId = ? OR traineeId = ? OR (kind = 'EvidenceSubmitted' AND subjectId = ?)
     OR sees = 'evidenceDraft'
     OR (commissionId = ? AND (reason IS NOT NULL OR kind IN ('RateOffered', 'QualityNoted'))) OR kind = 'SeatEnded'`,
    [ada().personId, ada().id, ofAda.sharedEvidence, ofAda.commission],
  );
  expect(judgements).toHaveLength(2);
  expect(about.length).toBeGreaterThan(15);
  const before = await everything(tandem.db);

  await eraseAda();

  const came = await tandem.db.rows("SELECT id, kind, reason FROM entry WHERE kind LIKE '%Erased' ORDER BY position");
  expect(came.map(({ kind, reason }) => [kind, reason])).toEqual([
    ["PersonErased", "They asked for it."],
    ["DraftsErased", "They asked for it."],
  ]);
  // She was a trainee still, and is none any more: nobody is assigned to her.
  const ended = await tandem.db.rows("SELECT id FROM entry WHERE kind IN ('StaffUnassigned', 'TraineeWithdrawn')");
  expect([assigned.length, ended.length]).toEqual([2, 3]);
  expect(changesBetween(before, await everything(tandem.db))).toEqual({
    ...Object.fromEntries(assigned.map(({ id }) => [`staff_assignment ${id}`, "endedOn"])),
    ...Object.fromEntries(ended.map(({ id }) => [`entry ${id}`, "came"])),
    [`person ${ada().personId}`]: "disabledAt email emailKey erasedAt issuer name phone sortName subject version",
    [`trainee ${ada().id}`]: "sortName standing version",
    ...Object.fromEntries(keys.map(({ id }) => [`idempotency ${id}`, "went"])),
    [`application ${applications[0]?.id}`]: "cvReference decisionReason state statement version",
    [`application_answer ${answers[0]?.id}`]: "text",
    [`criterion_score ${scores[0]?.id}`]: "comment",
    [`enquiry ${enquiries[0]?.id}`]: "closedAt phone preferredTimes question version",
    ...Object.fromEntries(drafts.map(({ id }) => [`evidence_draft ${id}`, "text title version"])),
    [`evidence ${ofAda.evidence}`]: "text title version",
    [`evidence ${ofAda.sharedEvidence}`]: "text title version",
    [`assessment ${ofAda.released}`]: "summary version",
    [`assessment ${ofAda.unreleased}`]: "summary version",
    ...Object.fromEntries(judgements.map(({ id }) => [`judgement ${id}`, "areasToWorkOn strengths"])),
    [`supervision_session ${ofAda.session}`]: "notes version",
    [`supervision_session ${ofAda.silentSession}`]: "notes version",
    [`commission ${ofAda.commission}`]: "qualityNotes version",
    ...Object.fromEntries(about.map(({ id }) => [`entry ${id}`, expect.stringMatching(/^facts (reason )?salt$/)])),
    ...Object.fromEntries(came.map(({ id }) => [`entry ${id}`, "came"])),
    "forgotten_identity ": "came",
    "log_head 1": expect.stringMatching(/^(at )?chain position( rightsPosition)?$/),
  });
});

test("the Log verifies before and after, and names each entry that lost its facts", async () => {
  expect(await faultOfLog()).toBeNull();
  await eraseAda();
  expect(await faultOfLog()).toBeNull();
  const [erased, drafts] = await tandem.db.rows("SELECT * FROM entry WHERE kind LIKE '%Erased' ORDER BY position");
  const gone = async (of: string) =>
    (await tandem.db.rows(`SELECT id FROM entry WHERE salt IS NULL AND sees ${of} ORDER BY position`)).map(
      ({ id }) => id,
    );
  expect(JSON.parse(erased?.facts as string)).toEqual({ entryIds: await gone("NOT LIKE '%Draft'") });
  expect(await gone("= 'applicationDraft'")).toHaveLength(1);
  // Her own, her partner's about her, and what came back to a partner.
  expect(await gone("= 'evidenceDraft'")).toHaveLength(3);
  expect(JSON.parse(drafts?.facts as string)).toEqual({ entryIds: await gone("LIKE '%Draft'") });
  expect(erased).toMatchObject({ subjectId: ada().personId, personId: ada().personId, actorId: world.told.lead.id });
});

test("a long history is named in several entries", async () => {
  const { told, nobody } = world;
  const person = await tandem.db.source.manager.findOneByOrFail(Person, { id: nobody.id });
  for (let left = 3_100; left > 0; left -= 1_000) {
    await tell(tandem, told.lead.id, async (tx) => {
      for (let count = Math.min(left, 1_000); count > 0; count -= 1) {
        tx.append("RoleGranted", person, { personId: person.id }, { role: count });
      }
    });
  }
  await done(tandem, told.lead.id, "erasePerson", await erasing(nobody.id));
  const erased = await tandem.db.rows("SELECT facts FROM entry WHERE kind = 'PersonErased' ORDER BY position");
  expect(erased.map(({ facts }) => JSON.parse(facts as string).entryIds.length)).toEqual([1_500, 1_500, 101]);
  expect(await faultOfLog()).toBeNull();
});

test("a second erasure is refused, and a repeat of the first under its key is answered as before", async () => {
  const input = await erasing(ada().personId, { idempotencyKey: "erase-her-once" });
  const first = await done(tandem, world.told.lead.id, "erasePerson", input);
  expect((await done(tandem, world.told.lead.id, "erasePerson", input)).cursor).toBe(first.cursor);
  const again = await refused(tandem, world.told.lead.id, "erasePerson", await erasing(ada().personId));
  expect(again).toMatchObject([
    { code: "INVALID_INPUT", path: ["personId"], message: expect.stringMatching(/erased/) },
  ]);
  expect(await refused(tandem, world.told.lead.id, "erasePerson", { ...input, idempotencyKey: null })).toMatchObject([
    { code: "CONFLICT" },
  ]);
});

test("a lead who was erased is no lead: their roles are gone", async () => {
  const second = await world.told.person("Sue Second", "PROGRAMME_LEAD" as never);
  await done(tandem, second.id, "erasePerson", await erasing(world.told.lead.id));
  expect(await tandem.db.rows("SELECT id FROM person_role WHERE personId = ?", [world.told.lead.id])).toEqual([]);
  expect(await tandem.db.source.manager.findOneByOrFail(Person, { id: second.id })).toMatchObject({
    name: "Sue Second",
  });
  expect(await faultOfLog()).toBeNull();
});
