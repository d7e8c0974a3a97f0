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
const recorded = (more: Input = {}) => ({
  ...{ programmeId: "LT", by: "ILM", number: "049878", since: "2012-04-01", expectedVersion: 1 },
  ...more,
});
const endorsements = async (reference = "LT") => {
  const query = "query ($id: ID!) { programme(id: $id) { endorsements { id by number since until } } }";
  return (await tandem.as(null).ask(query, { id: reference })).data.programme.endorsements;
};
const record = async (more: Input = {}) => {
  await done(tandem, lead(), "recordEndorsement", recorded(more));
  return (await endorsements()).at(-1);
};
const ended = (endorsementId: string, more: Input = {}) => ({
  ...{ programmeId: "LT", endorsementId, reason: "It ran out.", expectedVersion: 2 },
  ...more,
});
const paths = async (mutation: string, input: Input) =>
  (await refused(tandem, lead(), mutation, input)).map(({ code, path }) => `${code} ${path.join(".")}`);

test("R47, R48: a programme says who endorses it, since when, and by which number: its leading zero is kept", async () => {
  const { id: _, ...endorsement } = await record();
  expect(endorsement).toEqual({ by: "ILM", number: "049878", since: "2012-04-01", until: null });
  expect((await history(tandem, told, 1))[0]).toMatchObject({
    kind: "EndorsementRecorded",
    facts: { by: "ILM", number: "049878", since: "2012-04-01" },
  });
});

test("R47: an endorsement without a number or a day is one of today", async () => {
  expect(await record({ number: null, since: null })).toMatchObject({ number: null, since: daysAgo(0), until: null });
});

test("R47: an endorsement ends with a reason and stays on record; another may follow it", async () => {
  const { id } = await record();
  await done(tandem, lead(), "endEndorsement", ended(id));
  expect((await history(tandem, told, 1))[0]).toMatchObject({
    ...{ kind: "EndorsementEnded", reason: "It ran out." },
    facts: { by: "ILM", number: "049878", until: daysAgo(0) },
  });
  await record({ by: "Another institute", since: daysAgo(0), expectedVersion: 3 });
  expect(await endorsements()).toMatchObject([
    { by: "ILM", until: daysAgo(0) },
    { by: "Another institute", until: null },
  ]);
});

test("R47, R48: each value that an endorsement may not have is named, and whoever is no lead records none", async () => {
  expect(await paths("recordEndorsement", recorded({ by: " ", number: "0".repeat(41) }))).toEqual([
    "INVALID_INPUT by",
    "INVALID_INPUT number",
  ]);
  expect(await paths("recordEndorsement", recorded({ by: "x".repeat(201), number: " " }))).toEqual([
    "INVALID_INPUT by",
    "INVALID_INPUT number",
  ]);
  expect(await paths("recordEndorsement", recorded({ expectedVersion: 2 }))).toEqual(["CONFLICT expectedVersion"]);
  expect(await paths("recordEndorsement", recorded({ programmeId: "NONE" }))).toEqual(["NOT_FOUND programmeId"]);
  expect(await rejected(tandem, told.supervisor.id, "recordEndorsement", recorded())).toBe("FORBIDDEN");
  expect(await rejected(tandem, lead(), "recordEndorsement", recorded({ since: "2012-02-30" }))).toBe("BAD_USER_INPUT");
});

test("R47: an endorsement ends once, not before it began, and as one of its own programme", async () => {
  const { id } = await record();
  expect(await paths("endEndorsement", ended(id, { until: "2012-03-31" }))).toEqual(["INVALID_INPUT until"]);
  expect(await paths("endEndorsement", ended(id, { reason: " " }))).toEqual(["INVALID_INPUT reason"]);
  expect(await paths("endEndorsement", ended(id, { expectedVersion: 1 }))).toEqual(["CONFLICT expectedVersion"]);
  expect(await paths("endEndorsement", ended(told.board.id))).toEqual(["NOT_FOUND endorsementId"]);
  await done(tandem, lead(), "createProgramme", {
    ...{ reference: "NEW", name: "Another", summary: "Another.", contactEmail: "new@example.org" },
    ...{ endorsement: { by: "ILM", number: "007" }, fee: { appliesFrom: "2016-06-01", feeMinor: 1, vatPercent: 20 } },
    standard: {
      ...{ courseDays: 2, groupDays: 4, sources: 3, networkMeetings: 3, everyAreaMet: true },
      ...{ reviewCountsFrom: "QUALITY_ASSURANCE", assessorMayHaveSupervised: false },
      areas: [{ code: "C1", name: "Systems thinking", description: "How it was used." }],
    },
  });
  const [elsewhere] = await endorsements("NEW");
  expect(elsewhere).toMatchObject({ by: "ILM", number: "007", since: daysAgo(0) });
  expect(await paths("endEndorsement", ended(elsewhere.id))).toEqual(["NOT_FOUND endorsementId"]);
  expect(await rejected(tandem, told.ada.personId, "endEndorsement", ended(id))).toBe("FORBIDDEN");

  await done(tandem, lead(), "endEndorsement", ended(id, { until: "2012-04-01" }));
  expect(await paths("endEndorsement", ended(id, { expectedVersion: 3 }))).toEqual(["INVALID_INPUT endorsementId"]);
});
