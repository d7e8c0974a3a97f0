import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { aMinutePasses } from "../support/signed-out";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem, tokenFor } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const lead = () => told.lead.id;
const AREA = { code: "C1", name: "Systems thinking", description: "How it was used." };
const STANDARD = {
  courseDays: 2,
  groupDays: 4,
  sources: 3,
  networkMeetings: 3,
  everyAreaMet: true,
  reviewCountsFrom: "QUALITY_ASSURANCE",
  assessorMayHaveSupervised: false,
  areas: [AREA],
};
const PROGRAMME = {
  reference: "NEW",
  name: "Another programme",
  summary: "For whoever considers it.",
  endorsement: { by: "ILM", number: "049878" },
  contactEmail: "programme@example.org",
  fee: { appliesFrom: "2016-06-01", feeMinor: 350_000, vatPercent: 20 },
  standard: STANDARD,
};
const DAY = { venue: "London", topics: "Systems thinking." };
const COHORT = {
  programmeId: "NEW",
  reference: "NEW-1",
  name: "First",
  opensOn: "2031-01-01",
  applyBy: "2031-02-01",
  decisionsExpected: "2031-03",
  capacity: 1,
  courseDays: [
    { date: "2031-05-01", ...DAY },
    { date: "2031-05-02", ...DAY },
  ],
};

test("R38, R48, R49: a programme with its Standard, endorsement and a cohort with its days and fee", async () => {
  await done(tandem, lead(), "createProgramme", PROGRAMME);
  const selection =
    "cohort { open fee { formatted amountMinor currency } vat { formatted } feeWithVat { formatted } courseDays { number date } standard { number areas { code name description } } programme { endorsements { by number } } }";
  const { cohort } = await done(tandem, lead(), "openCohort", COHORT, selection);
  expect(cohort).toMatchObject({
    open: false,
    fee: { formatted: "£3,500.00", amountMinor: 350_000, currency: "GBP" },
    vat: { formatted: "£700.00" },
    feeWithVat: { formatted: "£4,200.00" },
    courseDays: [
      { number: 1, date: "2031-05-01" },
      { number: 2, date: "2031-05-02" },
    ],
    standard: { number: 1, areas: [AREA] },
    programme: { endorsements: [{ by: "ILM", number: "049878" }] },
  });
});

test("every value that cannot be is told at once", async () => {
  const twice = { ...PROGRAMME, reference: " ", standard: { ...STANDARD, courseDays: 0, areas: [] } };
  const paths = (await refused(tandem, lead(), "createProgramme", twice)).map(({ code, path }) => [
    code,
    path.join("."),
  ]);
  expect(paths).toEqual([
    ["INVALID_INPUT", "reference"],
    ["INVALID_INPUT", "standard.courseDays"],
    ["INVALID_INPUT", "standard.areas"],
  ]);

  await done(tandem, lead(), "createProgramme", PROGRAMME);
  const wrong = { ...COHORT, applyBy: "2030-12-31", courseDays: COHORT.courseDays.slice(1) };
  expect((await refused(tandem, lead(), "openCohort", wrong)).map(({ path }) => path)).toEqual([
    ["applyBy"],
    ["courseDays"],
  ]);
  expect(await rejected(tandem, lead(), "openCohort", { ...COHORT, applyBy: "2031-02-30" })).toBe("BAD_USER_INPUT");
});

test("a person is invited, given a role, and loses it; the last lead stays", async () => {
  const invited = { name: "Kim", email: "Kim@Example.org" };
  const { person } = await done(tandem, lead(), "invitePerson", invited, "person { id version email roles }");
  expect(person).toMatchObject({ version: 1, email: "Kim@Example.org", roles: [] });
  expect(await refused(tandem, lead(), "invitePerson", { name: "K", email: "kim@example.ORG" })).toMatchObject([
    { code: "INVALID_INPUT", path: ["email"] },
  ]);
  const role = { personId: person.id, role: "SUPERVISOR" };
  await done(tandem, lead(), "grantRole", { ...role, expectedVersion: 1 });
  expect(
    await refused(tandem, lead(), "revokeRole", { ...role, reason: "Has left.", expectedVersion: 1 }),
  ).toMatchObject([{ code: "CONFLICT", currentVersion: 2 }]);
  const taken = { ...role, reason: "Has left.", expectedVersion: 2 };
  const { person: now } = await done(tandem, lead(), "revokeRole", taken, "person { roles }");
  expect(now.roles).toEqual([]);
  expect((await history(tandem, told, 1))[0]).toMatchObject({ kind: "RoleRevoked", reason: "Has left." });
  const own = { personId: lead(), role: "PROGRAMME_LEAD", reason: "Has left.", expectedVersion: 1 };
  expect(await refused(tandem, lead(), "revokeRole", own)).toMatchObject([{ path: ["personId"] }]);
});

test("a person who is disabled, or signs out everywhere, is refused at once", async () => {
  const asked = (personId: string) => tandem.as(personId).ask("{ viewer { person { name } } }");
  const input = { personId: told.supervisor.id, reason: "Left.", expectedVersion: 1 };
  await done(tandem, lead(), "disablePerson", input);
  expect(await asked(told.supervisor.id)).toMatchObject({
    status: 401,
    errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
  });

  const authorization = `Bearer ${await tokenFor(told.ada.personId)}`;
  const headers = { "content-type": "application/json", authorization };
  const body = JSON.stringify({ query: "{ viewer { person { name } } }" });
  const status = async () => (await fetch(tandem.url, { method: "POST", headers, body })).status;
  expect(await status()).toBe(200);
  await done(tandem, told.ada.personId, "signOutEverywhere", {});
  expect(await status()).toBe(401);
});

test("a person who is enabled again may sign in, with a new token only", async () => {
  const { id: personId } = told.supervisor;
  const ask = async (authorization: string) => {
    const headers = { "content-type": "application/json", authorization };
    const body = JSON.stringify({ query: "{ viewer { person { name } } }" });
    return (await fetch(tandem.url, { method: "POST", headers, body })).status;
  };
  const old = `Bearer ${await tokenFor(personId)}`;
  expect(await refused(tandem, lead(), "enablePerson", { personId, reason: "A slip.", expectedVersion: 1 })).toEqual([
    expect.objectContaining({ path: ["personId"], message: "personId is not disabled." }),
  ]);
  await done(tandem, lead(), "disablePerson", { personId, reason: "Away.", expectedVersion: 1 });
  await done(tandem, lead(), "enablePerson", { personId, reason: "Back.", expectedVersion: 2 });
  expect(await ask(old)).toBe(401);
  await aMinutePasses(tandem.db, personId);
  expect(await ask(`Bearer ${await tokenFor(personId)}`)).toBe(200);
});

test("R9: a cohort has so many places, and a person one of them", async () => {
  await done(tandem, lead(), "createProgramme", PROGRAMME);
  await done(tandem, lead(), "openCohort", COHORT);
  const invite = async (name: string) =>
    (await done(tandem, lead(), "invitePerson", { name, email: `${name}@example.org` }, "person { id }")).person.id;
  const [kim, lou] = [await invite("Kim"), await invite("Lou")];
  const enrol = (personId: string) => ({ personId, cohortId: "NEW-1" });
  const { trainee } = await done(tandem, lead(), "enrolTrainee", enrol(kim), "trainee { reference standing }");
  expect(trainee).toEqual({ reference: "NEW-1-T01", standing: "ENROLLED" });
  expect(await refused(tandem, lead(), "enrolTrainee", enrol(kim))).toMatchObject([{ path: ["personId"] }]);
  expect(await refused(tandem, lead(), "enrolTrainee", enrol(lou))).toMatchObject([
    { code: "RULE_NOT_MET", rule: { rule: "E3", needed: 1, actual: 0 } },
  ]);
});

test("a seat opens a board's matters and its end closes them, at once", async () => {
  const [board] = await tandem.db.rows("SELECT id, version FROM board WHERE id = ?", [told.board.id]);
  const seat = { boardId: told.board.id, personId: told.assessor.id };
  const charges = async () =>
    (
      await tandem
        .as(told.assessor.id)
        .ask("query ($id: ID!) { board(id: $id) { charges { totalCount } } }", { id: told.board.id })
    ).data.board.charges;
  expect(await charges()).toBeNull();
  await done(tandem, lead(), "grantSeat", { ...seat, expectedVersion: Number(board?.version) });
  expect(await charges()).toEqual({ totalCount: 0 });
  const version = Number(board?.version) + 1;
  await done(tandem, lead(), "endSeat", { ...seat, reason: "Their term is over.", expectedVersion: version });
  expect(await charges()).toBeNull();
  await done(tandem, lead(), "grantSeat", { ...seat, expectedVersion: version + 1 });
  const [again, ended] = await history(tandem, told, 2);
  expect(ended).toMatchObject({ kind: "SeatEnded", reason: "Their term is over.", facts: { endedOn: daysAgo(0) } });
  expect(again.facts).toMatchObject({ since: { to: daysAgo(0) }, endedOn: { from: daysAgo(0), to: null } });
});
