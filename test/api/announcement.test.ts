import { done, refused } from "../support/change";
import { commissioning } from "../support/commissioning";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeAll(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterAll(() => tandem.close());

const lead = () => told.lead.id;

test.each([
  ["SERIOUS_CASE_REVIEW", "CHILDREN"],
  ["SIGNIFICANT_CASE_REVIEW", "CHILDREN"],
  ["SAFEGUARDING_ADULT_REVIEW", "ADULTS"],
])("R1: the programme is for lead reviewers of a %s: a board can be asked for one", async (reviewKind, sector) => {
  const { id } = await commissioning(tandem, told).propose({ reviewKind, sector });
  const { data } = await tandem
    .as(told.ada.personId)
    .ask("query ($id: ID!) { commission(id: $id) { reviewKind } }", { id });
  expect(data.commission).toEqual({ reviewKind });
});

const cohort = (reference: string, days: number) => ({
  ...{ programmeId: "LT", reference, name: "The next one", opensOn: "2031-01-01", applyBy: "2031-02-01", capacity: 8 },
  decisionsExpected: "2031-03",
  courseDays: Array.from({ length: days }, (_, day) => ({
    ...{ date: `2031-05-0${day + 1}`, venue: "London", topics: "Systems thinking." },
  })),
});

test("R2: a course has exactly the days that the Standard asks for: four", async () => {
  for (const days of [3, 5]) {
    expect(await refused(tandem, lead(), "openCohort", cohort(`OF-${days}`, days))).toMatchObject([
      { code: "INVALID_INPUT", path: ["courseDays"], message: "courseDays must be 4, as the Standard asks for." },
    ]);
  }
  const selection = "cohort { courseDays { number } }";
  const opened = await done(tandem, lead(), "openCohort", cohort("OF-4", 4), selection);
  expect(opened.cohort.courseDays).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }, { number: 4 }]);
});

test("R9, R63: anyone reads how many places a cohort has, and in which month applicants hear", async () => {
  await done(tandem, lead(), "openCohort", cohort("READ", 4));
  const { data } = await tandem.as(null).ask('{ cohort(id: "READ") { capacity decisionsExpected } }');
  expect(data.cohort).toEqual({ capacity: 8, decisionsExpected: "2031-03" });
});

const found = async (sector: string, kind: string, jurisdiction: string) => {
  const reference = `B-${kind}-${jurisdiction.slice(0, 3)}`.toUpperCase();
  await done(tandem, lead(), "registerBoard", { reference, name: reference, kind, sector, jurisdiction });
  const query =
    "query ($of: Sector!) { boards(first: 100, filter: { sector: { eq: $of } }) { nodes { reference sector jurisdiction } } }";
  const { nodes } = (await tandem.as(told.ada.personId).ask(query, { of: sector })).data.boards;
  expect(nodes).toContainEqual({ reference, sector, jurisdiction });
  expect(nodes.filter((board: { sector: string }) => board.sector !== sector)).toEqual([]);
};

test("R5, R64: boards safeguard children or adults, and are found by whom they safeguard", async () => {
  await found("CHILDREN", "LSCB", "England");
  await found("ADULTS", "SAB", "England");
});

test("R6: a board may be under any law, in any country", async () => {
  await found("CHILDREN", "CHILD_PROTECTION_COMMITTEE", "Scotland");
  await found("ADULTS", "SAB", "Nova Scotia, Canada");
});
