import { Role } from "../../src/person/role";
import { assessing } from "../support/assessing";
import { done, refused, rejected } from "../support/change";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const versionOf = async (id: string): Promise<number> =>
  Number((await tandem.db.rows("SELECT version FROM trainee WHERE id = ?", [id]))[0]?.version);
const of = async (personId: string, role: string, more: Record<string, unknown> = {}) => ({
  traineeId: told.ada.id,
  personId,
  role,
  reason: "Another takes over.",
  expectedVersion: await versionOf(told.ada.id),
  ...more,
});
const STAFF = "trainee { id version staff { role endedOn person { name } } }";
const seen = async (personId: string) =>
  (await tandem.as(personId).ask("query ($id: ID!) { trainee(id: $id) { reference } }", { id: told.ada.id })).data
    .trainee;

test("who is assigned no longer sees no more of the trainee, and may be assigned again", async () => {
  const { supervisor, lead, ada } = told;
  expect(await seen(supervisor.id)).toEqual({ reference: ada.reference });
  const { trainee } = await done(tandem, lead.id, "unassignStaff", await of(supervisor.id, "SUPERVISOR"), STAFF);
  expect(trainee.staff).toEqual([
    { role: "ASSESSOR", endedOn: null, person: { name: "Alex Assessor" } },
    { role: "SUPERVISOR", endedOn: expect.any(String), person: { name: "Sam Supervisor" } },
  ]);
  expect(await seen(supervisor.id)).toBeNull();
  const [entry] = await tandem.db.rows("SELECT kind, traineeId, reason FROM entry ORDER BY position DESC LIMIT 1");
  expect(entry).toEqual({ kind: "StaffUnassigned", traineeId: ada.id, reason: "Another takes over." });

  const { reason: _, ...again } = await of(supervisor.id, "SUPERVISOR");
  const anew = await done(tandem, lead.id, "assignStaff", again, STAFF);
  expect(anew.trainee.staff).toMatchObject([{ role: "ASSESSOR" }, { role: "SUPERVISOR", endedOn: null }]);
  expect(await seen(supervisor.id)).toEqual({ reference: ada.reference });
});

test("the trainee is told, and no longer who it was by name", async () => {
  await done(tandem, told.lead.id, "unassignStaff", await of(told.supervisor.id, "SUPERVISOR"));
  const query = `query ($id: ID!) { trainee(id: $id) { staff { role person { name } } }
    entries(first: 1) { nodes { kind reason } } }`;
  const { data } = await tandem.as(told.ada.personId).ask(query, { id: told.ada.id });
  expect(data.entries.nodes).toEqual([{ kind: "StaffUnassigned", reason: "Another takes over." }]);
  expect(data.trainee.staff).toMatchObject([
    { role: "ASSESSOR", person: { name: "Alex Assessor" } },
    { role: "SUPERVISOR", person: null },
  ]);
});

test("an assessor stays until the round they assess is decided", async () => {
  await told.readyForAssessment(told.ada);
  const our = assessing(tandem, told);
  const assessment = await our.open();
  const ending = () => of(told.assessor.id, "ASSESSOR");
  expect(await refused(tandem, told.lead.id, "unassignStaff", await ending())).toMatchObject([
    {
      code: "RULE_NOT_MET",
      message: "Round 1 must be decided first, by its assessor.",
      rule: { rule: "ROUND", because: [{ text: "Round 1 is open." }] },
    },
  ]);
  await our.decide(await our.judgeAreas(assessment), "FURTHER_EVIDENCE_NEEDED");
  await done(tandem, told.lead.id, "unassignStaff", await ending());
  expect(await rejected(tandem, told.assessor.id, "openAssessment", { traineeId: told.ben.id })).not.toBe("FORBIDDEN");
  expect(await refused(tandem, told.assessor.id, "openAssessment", { traineeId: told.ada.id })).toMatchObject([
    { code: "NOT_FOUND" },
  ]);
});

test("who once supervised a trainee is still known to have, when it comes to assessing", async () => {
  await told.readyForAssessment(told.ada);
  const { assessor, lead } = told;
  const input = async () => {
    const { reason: _, ...more } = await of(assessor.id, "SUPERVISOR");
    return more;
  };
  await done(tandem, lead.id, "grantRole", { personId: assessor.id, role: "SUPERVISOR", expectedVersion: 1 });
  await done(tandem, lead.id, "assignStaff", await input());
  await done(tandem, lead.id, "unassignStaff", await of(assessor.id, "SUPERVISOR"));
  expect(await refused(tandem, assessor.id, "openAssessment", { traineeId: told.ada.id })).toMatchObject([
    { rule: { rule: "ASSESSOR", met: false } },
  ]);
});

test("a lead ends neither their own assessor's assignment nor their partner's: whether a round is open does not show", async () => {
  const { lead, ada, ben, assessor } = told;
  for (const { personId } of [ada, ben]) {
    await done(tandem, lead.id, "grantRole", { personId, role: "PROGRAMME_LEAD", expectedVersion: 1 });
  }
  await told.readyForAssessment(ada);
  const whoAsks = async () => {
    const input = await of(assessor.id, "ASSESSOR");
    return [
      await rejected(tandem, ada.personId, "unassignStaff", input),
      await rejected(tandem, ben.personId, "unassignStaff", input),
    ];
  };
  expect(await whoAsks()).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  await assessing(tandem, told).open();
  expect(await whoAsks()).toEqual(["FORBIDDEN", "FORBIDDEN"]);
});

test("a lead assigns neither their own assessor nor their partner's; a supervisor they may", async () => {
  const { lead, ada, ben } = told;
  const another = await told.person("Ann Assessor", Role.ASSESSOR);
  const supervisor = await told.person("Sue Supervisor", Role.SUPERVISOR);
  await done(tandem, lead.id, "grantRole", { personId: ada.personId, role: "PROGRAMME_LEAD", expectedVersion: 1 });
  const to = async (traineeId: string, personId: string, role: string) => {
    const [row] = await tandem.db.rows("SELECT version FROM trainee WHERE id = ?", [traineeId]);
    return { traineeId, personId, role, expectedVersion: Number(row?.version) };
  };
  for (const trainee of [ada, ben]) {
    const input = await to(trainee.id, another.id, "ASSESSOR");
    expect(await rejected(tandem, ada.personId, "assignStaff", input)).toBe("FORBIDDEN");
    await done(tandem, lead.id, "assignStaff", input);
  }
  await done(tandem, ada.personId, "assignStaff", await to(ada.id, supervisor.id, "SUPERVISOR"));
});

test("only a lead ends an assignment, and only one that lasts", async () => {
  const { supervisor, assessor, ada, lead } = told;
  for (const person of [ada.personId, supervisor.id, assessor.id]) {
    expect(await rejected(tandem, person, "unassignStaff", await of(supervisor.id, "SUPERVISOR"))).toBe("FORBIDDEN");
  }
  const absent = [{ code: "INVALID_INPUT", path: ["personId"], message: "personId is not assigned." }];
  expect(await refused(tandem, lead.id, "unassignStaff", await of(assessor.id, "SUPERVISOR"))).toMatchObject(absent);
  await done(tandem, lead.id, "unassignStaff", await of(supervisor.id, "SUPERVISOR"));
  expect(await refused(tandem, lead.id, "unassignStaff", await of(supervisor.id, "SUPERVISOR"))).toMatchObject(absent);
});
