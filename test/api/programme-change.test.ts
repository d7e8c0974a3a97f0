import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

type Input = Record<string, unknown>;

const lead = () => told.lead.id;
const asked = async (query: string) => (await tandem.as(null).ask(query)).data;

const STANDARD = {
  ...{ courseDays: 3, groupDays: 6, sources: 2, networkMeetings: 4, everyAreaMet: false },
  ...{ reviewCountsFrom: "PUBLISHED", assessorMayHaveSupervised: true },
  areas: [{ code: "D1", name: "One area", description: "What it asks." }],
};
const standard = (expectedVersion: number, more: Input = {}) => ({
  ...{ programmeId: "LT", standard: { ...STANDARD, ...more }, expectedVersion },
});
const needed = async () => {
  const query = "query ($id: ID!) { trainee(id: $id) { readiness { parts { rule needed parts { rule needed } } } } }";
  const { data } = await tandem.as(lead()).ask(query, { id: told.ada.id });
  return data.trainee.readiness;
};

test("R2, R24, R37: a trainee is held to the Standard their cohort opened with, and a later cohort to the newest", async () => {
  const before = await needed();
  await done(tandem, lead(), "publishStandard", standard(1));
  expect(await needed()).toEqual(before);
  expect(JSON.stringify(before)).toContain('"rule":"E4","needed":4');

  const cohort = {
    ...{ programmeId: "LT", reference: "LT-2031", name: "Later", opensOn: "2031-01-01", applyBy: "2031-02-01" },
    ...{ decisionsExpected: "2031-03", capacity: 2 },
    courseDays: [1, 2, 3].map((day) => ({ date: `2031-05-0${day}`, venue: "London", topics: "Systems thinking." })),
  };
  await done(tandem, lead(), "openCohort", cohort);
  const pinned = "standard { number courseDays groupDays areas { code } }";
  const data = await asked(`{ old: cohort(id: "LT-2017") { ${pinned} } new: cohort(id: "LT-2031") { ${pinned} } }`);
  expect(data.old.standard).toMatchObject({ number: 1, courseDays: 4, groupDays: 4 });
  expect(data.old.standard.areas).toHaveLength(6);
  expect(data.new.standard).toEqual({ number: 2, courseDays: 3, groupDays: 6, areas: [{ code: "D1" }] });

  const kim = await done(tandem, lead(), "invitePerson", { name: "Kim", email: "kim@example.org" }, "person { id }");
  const enrolled = { personId: kim.person.id, cohortId: "LT-2031" };
  const selection = "trainee { readiness { parts { rule needed parts { rule needed } } } }";
  const { trainee } = await done(tandem, lead(), "enrolTrainee", enrolled, selection);
  expect(JSON.stringify(trainee.readiness)).toContain('"rule":"E4","needed":3');
});

test("R37: each version of the Standard stays as it was published, and the history says who published it", async () => {
  await done(tandem, lead(), "publishStandard", standard(1));
  const { programme } = await asked('{ programme(id: "LT") { standards { number networkMeetings areas { code } } } }');
  expect(programme.standards).toMatchObject([
    { number: 1, networkMeetings: 3 },
    { number: 2, networkMeetings: 4, areas: [{ code: "D1" }] },
  ]);
  const { areas: _, ...numbers } = STANDARD;
  expect((await history(tandem, told, 1))[0]).toMatchObject({
    ...{ kind: "StandardPublished", facts: { number: 2, standard: numbers, areas: ["D1"] } },
  });
});

test("R37: a Standard with a code twice, without areas, out of bounds or on a stale version is not published", async () => {
  const [area] = STANDARD.areas;
  const paths = async (input: Input) =>
    (await refused(tandem, lead(), "publishStandard", input)).map(({ code, path }) => `${code} ${path.join(".")}`);
  expect(await paths(standard(1, { areas: [area, area] }))).toEqual(["INVALID_INPUT standard.areas"]);
  expect(await paths(standard(1, { areas: [], courseDays: 0, sources: 4 }))).toEqual([
    "INVALID_INPUT standard.courseDays",
    "INVALID_INPUT standard.sources",
    "INVALID_INPUT standard.areas",
  ]);
  expect(await paths(standard(2))).toEqual(["CONFLICT expectedVersion"]);
  expect(await rejected(tandem, told.assessor.id, "publishStandard", standard(1))).toBe("FORBIDDEN");
});

test("R55: a programme says where to ask; the lead changes it, and the history keeps the old address", async () => {
  const contactEmail = "office@example.org";
  await done(tandem, lead(), "changeProgramme", { programmeId: "LT", contactEmail, expectedVersion: 1 });
  const { programme } = await asked('{ programme(id: "LT") { name contactEmail version } }');
  expect(programme).toEqual({ name: "Learning together", contactEmail, version: 2 });
  expect((await history(tandem, told, 1))[0]).toMatchObject({
    kind: "ProgrammeChanged",
    facts: { contactEmail: { from: "programme@example.org", to: contactEmail } },
  });
});

test("R55: each value a programme may not have is named, and whoever is no lead changes nothing", async () => {
  const change = (more: Input) => ({ programmeId: "LT", expectedVersion: 1, ...more });
  const wrong = change({ name: " ", summary: "x".repeat(4_001), contactEmail: "x".repeat(255) });
  expect((await refused(tandem, lead(), "changeProgramme", wrong)).map(({ path }) => path.join("."))).toEqual([
    ...["name", "summary", "contactEmail"],
  ]);
  for (const nothing of [{}, { name: "Learning together" }]) {
    expect(await refused(tandem, lead(), "changeProgramme", change(nothing))).toMatchObject([{ path: [] }]);
  }
  const stale = change({ name: "Other", expectedVersion: 2 });
  expect(await refused(tandem, lead(), "changeProgramme", stale)).toMatchObject([{ code: "CONFLICT" }]);
  expect(await rejected(tandem, told.ada.personId, "changeProgramme", change({ name: "Mine" }))).toBe("FORBIDDEN");
});

const cohort = (more: Input) => ({ cohortId: "LT-2017", reason: "The venue changed.", expectedVersion: 1, ...more });

test("R3, R63: a cohort's window and month of decisions are changed with a reason, and it is open or not accordingly", async () => {
  // The story's course was long ago: another day of its own lets the window be now.
  await tandem.db.source.query("UPDATE course_day SET date = ?", [daysAgo(-30)]);
  const open = async () => (await asked('{ cohort(id: "LT-2017") { open applyBy decisionsExpected } }')).cohort;
  expect(await open()).toMatchObject({ open: false });
  await done(tandem, lead(), "changeCohort", cohort({ applyBy: daysAgo(0), decisionsExpected: "2030-10" }));
  expect(await open()).toEqual({ open: true, applyBy: daysAgo(0), decisionsExpected: "2030-10" });
  expect((await history(tandem, told, 1))[0]).toMatchObject({
    ...{ kind: "CohortChanged", reason: "The venue changed." },
    facts: { applyBy: { from: daysAgo(500), to: daysAgo(0) }, decisionsExpected: { to: "2030-10" } },
  });
  await done(tandem, lead(), "changeCohort", cohort({ applyBy: daysAgo(1), expectedVersion: 2 }));
  expect(await open()).toMatchObject({ open: false });
});

test("R9: a cohort never has fewer places than are taken", async () => {
  await done(tandem, lead(), "changeCohort", cohort({ capacity: 2 }));
  const fewer = cohort({ capacity: 1, expectedVersion: 2 });
  expect(await refused(tandem, lead(), "changeCohort", fewer)).toMatchObject([
    { code: "INVALID_INPUT", path: ["capacity"], message: "capacity must be at least 2: so many places are taken." },
  ]);
});

test("R3, R9, R54: each value a cohort may not have is named, all at once, and nothing is changed", async () => {
  const paths = async (more: Input) =>
    (await refused(tandem, lead(), "changeCohort", cohort(more))).map(({ path }) => path.join("."));
  expect(await paths({ applyBy: daysAgo(390), capacity: 1 })).toEqual(["applyBy", "capacity"]);
  expect(await paths({ opensOn: daysAgo(499) })).toEqual(["applyBy"]);
  expect(await paths({ name: " ", decisionsExpected: "2030-13", capacity: 0, reason: "" })).toEqual(
    expect.arrayContaining(["name", "decisionsExpected", "capacity", "reason"]),
  );
  expect(await paths({ capacity: 1_001 })).toEqual(["capacity"]);
  expect(await paths({})).toEqual([""]);
  expect(await paths({ name: "Other", expectedVersion: 2 })).toEqual(["expectedVersion"]);
  expect(await rejected(tandem, told.supervisor.id, "changeCohort", cohort({ capacity: 9 }))).toBe("FORBIDDEN");
  const opened = {
    ...{ programmeId: "LT", reference: "LATE", name: "Late", opensOn: "2031-01-01", applyBy: "2031-05-01" },
    ...{ decisionsExpected: "2031-03", capacity: 2 },
    courseDays: [1, 2, 3, 4].map((day) => ({ date: `2031-05-0${day}`, venue: "London", topics: "Systems thinking." })),
  };
  expect(await refused(tandem, lead(), "openCohort", opened)).toMatchObject([{ path: ["applyBy"] }]);
});

test("R15, R16: course days are days of the calendar, whose weekdays are those that were announced", async () => {
  const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });
  const announced = ["2017-01-23", "2017-01-24", "2017-02-02", "2017-02-03"];
  const cohort = {
    ...{ programmeId: "LT", reference: "LT-OLD", name: "Of 2017", opensOn: "2016-07-01", applyBy: "2016-09-30" },
    ...{ decisionsExpected: "2016-10", capacity: 16 },
    courseDays: announced.map((date) => ({ date, venue: "London", topics: "Systems thinking." })),
  };
  await done(tandem, lead(), "setFee", {
    ...{ programmeId: "LT", appliesFrom: "2016-06-01", feeMinor: 350_000, vatPercent: 20, expectedVersion: 1 },
  });
  await done(tandem, lead(), "openCohort", cohort);
  const { courseDays } = (await asked('{ cohort(id: "LT-OLD") { courseDays { number date venue } } }')).cohort;
  const days = courseDays.map(({ date, venue }: { date: string; venue: string }) => [
    weekday.format(new Date(`${date}T00:00:00Z`)),
    venue,
  ]);
  expect(days).toEqual(["Monday", "Tuesday", "Thursday", "Friday"].map((day) => [day, "London"]));
});
