import { done, refused, rejected } from "../support/change";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let kim: string;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  kim = (await told.person("Kim Newcomer")).id;
});
afterEach(() => tandem.close());

interface Made {
  readonly id: string;
  readonly version: number;
}
const THING = `enquiry { id version question phone preferredTimes askedAt callAt closedAt
  person { id } programme { reference } with { id name } }`;
const QUERY = { programmeId: "LT", question: "May I bring a review of my own?" };
const askFor = async (more: object = {}, by = kim) =>
  (await done(tandem, by, "askForCall", { ...QUERY, ...more }, THING)).enquiry;
const of = ({ id: enquiryId, version: expectedVersion }: Made) => ({ enquiryId, expectedVersion });
const hence = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const arrange = async (enquiry: Made, more: object, by = told.lead.id) =>
  (await done(tandem, by, "arrangeCall", { ...of(enquiry), ...more }, THING)).enquiry;
const paths = (errors: { code: string; path: string[] }[]) =>
  errors.map(({ code, path }) => `${code} ${path.join(".")}`);
const seen = async (by: string | null) =>
  (await tandem.as(by).ask("{ enquiries { totalCount nodes { id } } }")).data.enquiries.totalCount;

test("R67: whoever is signed in asks, and a programme lead arranges when they speak", async () => {
  const said = { phone: "+44 20 7946 0000", preferredTimes: "Any morning." };
  const enquiry = await askFor(said);
  expect(enquiry).toMatchObject({
    ...{ ...said, question: QUERY.question, person: { id: kim }, programme: { reference: "LT" } },
    ...{ callAt: null, with: null, closedAt: null, version: 1, askedAt: expect.any(String) },
  });
  const at = hence(60);
  expect(await arrange(enquiry, { at })).toMatchObject({ callAt: at, with: { id: told.lead.id }, version: 2 });
  const { data } = await tandem.as(kim).ask("{ enquiries { nodes { callAt with { name } } } }");
  expect(data.enquiries.nodes).toEqual([{ callAt: at, with: { name: "Lee Lead" } }]);
});

test("R67: it is theirs and the programme leads' to see, and nobody else's", async () => {
  const { id } = await askFor();
  for (const [by, count] of [
    [kim, 1],
    [told.lead.id, 1],
    [told.ada.personId, 0],
    [told.supervisor.id, 0],
    [null, 0],
  ] as const) {
    expect(await seen(by)).toBe(count);
    const { data } = await tandem
      .as(by)
      .ask("query ($id: ID!) { enquiry(id: $id) { id } node(id: $id) { id } }", { id });
    expect(data).toEqual(count === 1 ? { enquiry: { id }, node: { id } } : { enquiry: null, node: null });
  }
  const closing = { enquiryId: id, expectedVersion: 1, reason: "Not mine." };
  for (const by of [told.ada.personId, told.assessor.id]) {
    expect(paths(await refused(tandem, by, "closeEnquiry", closing))).toEqual(["NOT_FOUND enquiryId"]);
  }
});

test("R67: a call is moved to another time with a reason, which who asked reads", async () => {
  const enquiry = await arrange(await askFor(), { at: hence(60) });
  expect(await refused(tandem, told.lead.id, "arrangeCall", { ...of(enquiry), at: hence(90) })).toMatchObject([
    { path: ["reason"], message: "reason must say why the call is moved." },
  ]);
  const [at, reason] = [hence(120), "A funeral that day."];
  expect(await arrange(enquiry, { at, reason })).toMatchObject({ callAt: at });
  const { data } = await tandem.as(kim).ask("{ entries(first: 1) { nodes { kind reason facts } } }");
  expect(data.entries.nodes).toEqual([
    { kind: "CallArranged", reason, facts: { from: enquiry.callAt, to: at, withId: told.lead.id } },
  ]);
});

test("R67: the call is with a programme lead, and with another one if need be", async () => {
  const enquiry = await arrange(await askFor(), { at: hence(60) });
  const other = await told.person("Lou Lead", "PROGRAMME_LEAD" as never);
  const now = await arrange(enquiry, { at: enquiry.callAt, withId: other.id });
  expect(now.with).toEqual({ id: other.id, name: "Lou Lead" });
  // Who it was stays, whoever moves it.
  expect((await arrange(now, { at: hence(90), reason: "Ill." })).with.id).toBe(other.id);

  const asked = await askFor({}, other.id);
  const at = hence(30);
  expect(await refused(tandem, other.id, "arrangeCall", { ...of(asked), at })).toMatchObject([{ path: ["withId"] }]);
  await arrange(asked, { at, withId: told.lead.id }, other.id);
});

test("what cannot be of a call is told at once", async () => {
  const enquiry = await askFor();
  const wrong = { ...of(enquiry), at: hence(-1), withId: told.supervisor.id };
  expect(paths(await refused(tandem, told.lead.id, "arrangeCall", wrong))).toEqual([
    ...["INVALID_INPUT at", "INVALID_INPUT withId"],
  ]);
  const nobody = { ...of(enquiry), at: hence(1), withId: "per_x" };
  expect(paths(await refused(tandem, told.lead.id, "arrangeCall", nobody))).toEqual(["NOT_FOUND withId"]);
  const nothing = { enquiryId: "enq_x", expectedVersion: 1, at: hence(1) };
  expect(paths(await refused(tandem, told.lead.id, "arrangeCall", nothing))).toEqual(["NOT_FOUND enquiryId"]);
  expect(await rejected(tandem, told.lead.id, "arrangeCall", { ...nothing, at: "tomorrow" })).toBe("BAD_USER_INPUT");
  expect(await rejected(tandem, kim, "arrangeCall", { ...of(enquiry), at: hence(1) })).toBe("FORBIDDEN");

  const at = hence(60);
  const arranged = await arrange(enquiry, { at });
  expect(paths(await refused(tandem, told.lead.id, "arrangeCall", { ...of(arranged), at }))).toEqual([
    "INVALID_INPUT at",
  ]);
  expect(await refused(tandem, told.lead.id, "arrangeCall", { ...of(enquiry), at: hence(90) })).toMatchObject([
    { code: "CONFLICT", currentVersion: 2 },
  ]);
});

test("R67: a call is within a year, and at a moment that a calendar has", async () => {
  const enquiry = await askFor();
  const at = (moment: string) => refused(tandem, told.lead.id, "arrangeCall", { ...of(enquiry), at: moment });
  const beyond = { path: ["at"], message: "at must be in the years 1 to 9999, in UTC." };
  for (const moment of ["9999-12-31T23:59:59.999-14:00", "0001-01-01T00:00:00.000+14:00", "0000-06-01T00:00:00.000Z"]) {
    expect(await at(moment)).toMatchObject([{ code: "INVALID_INPUT", ...beyond }]);
  }
  const YEAR = 366 * 24 * 60;
  for (const moment of ["9999-12-31T23:59:59.999Z", hence(YEAR + 5)]) {
    expect(await at(moment)).toMatchObject([
      { code: "INVALID_INPUT", path: ["at"], message: "at must be within a year from now." },
    ]);
  }
  await arrange(enquiry, { at: hence(YEAR - 5) });
});

test("R67: nobody speaks to a programme lead who may no longer sign in", async () => {
  const [enquiry, other] = [await askFor(), await askFor()];
  const lou = await told.person("Lou Lead", "PROGRAMME_LEAD" as never);
  const theirs = await arrange(other, { at: hence(60), withId: lou.id });
  const [{ version } = { version: 0 }] = await tandem.db.rows("SELECT version FROM person WHERE id = ?", [lou.id]);
  const leaves = { personId: lou.id, expectedVersion: Number(version), reason: "Left the programme." };
  await done(tandem, told.lead.id, "disablePerson", leaves);
  const gone = { code: "INVALID_INPUT", path: ["withId"], message: "withId must be somebody who may sign in." };
  const named = { ...of(enquiry), at: hence(60), withId: lou.id };
  expect(await refused(tandem, told.lead.id, "arrangeCall", named)).toMatchObject([gone]);
  // Nor does it stay with them when it is moved.
  const moved = { ...of(theirs), at: hence(90), reason: "Lou has left." };
  expect(await refused(tandem, told.lead.id, "arrangeCall", moved)).toMatchObject([gone]);
  await arrange(theirs, { at: hence(90), reason: "Lou has left.", withId: told.lead.id });
});

test("what cannot be of a query is told at once", async () => {
  const long = { programmeId: "LT", question: " ", phone: "0".repeat(41), preferredTimes: "x".repeat(501) };
  expect(paths(await refused(tandem, kim, "askForCall", long))).toEqual(
    ["question", "phone", "preferredTimes"].map((path) => `INVALID_INPUT ${path}`),
  );
  const endless = { ...QUERY, question: "x".repeat(2_001) };
  expect(paths(await refused(tandem, kim, "askForCall", endless))).toEqual(["INVALID_INPUT question"]);
  expect(paths(await refused(tandem, kim, "askForCall", { ...QUERY, programmeId: "XX" }))).toEqual([
    "NOT_FOUND programmeId",
  ]);
  expect(await rejected(tandem, null, "askForCall", QUERY)).toBe("UNAUTHENTICATED");
});

test("nobody has more than five open, also when two more are asked at the same moment", async () => {
  const [first] = [await askFor(), await askFor(), await askFor(), await askFor()];
  const both = await Promise.all(
    [0, 1].map(() =>
      tandem.as(kim).ask("mutation ($input: AskForCallInput!) { askForCall(input: $input) { errors { message } } }", {
        input: QUERY,
      }),
    ),
  );
  const errors = both.flatMap(({ data }) => data.askForCall.errors);
  expect(errors).toEqual([{ message: "You have 5 open enquiries: wait for one to be closed." }]);
  expect(await seen(kim)).toBe(5);
  await done(tandem, kim, "closeEnquiry", { ...of(first), reason: "I found it in the guide." });
  await askFor();
});

test("an enquiry is closed once, with a word on how it ended, and nothing is arranged after", async () => {
  const enquiry = await askFor();
  expect(paths(await refused(tandem, kim, "closeEnquiry", { ...of(enquiry), reason: " " }))).toEqual([
    "INVALID_INPUT reason",
  ]);
  const ended = { ...of(enquiry), reason: "We have spoken." };
  const { enquiry: closed } = await done(tandem, told.lead.id, "closeEnquiry", ended, THING);
  expect(closed).toMatchObject({ closedAt: expect.any(String), version: 2 });
  expect(await refused(tandem, kim, "closeEnquiry", ended)).toMatchObject([{ code: "CONFLICT" }]);
  expect(paths(await refused(tandem, kim, "closeEnquiry", { ...of(closed), reason: "Again." }))).toEqual([
    "INVALID_INPUT enquiryId",
  ]);
  const late = { ...of(closed), at: hence(60) };
  expect(paths(await refused(tandem, told.lead.id, "arrangeCall", late))).toEqual(["INVALID_INPUT enquiryId"]);
});
