import { COMPLETE, takeApplications } from "../support/applying";
import { ask, done, refused, rejected } from "../support/change";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let kim: string;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  await takeApplications(tandem.db, told.cohort);
  kim = (await told.person("Kim Newcomer")).id;
});
afterEach(() => tandem.close());

const THING = "application { id version state submittedAt }";
const begin = async (said: object = COMPLETE, by = kim) => {
  const { application } = await done(tandem, by, "beginApplication", { cohortId: "LT-2017", ...said }, THING);
  return application as { id: string; version: number };
};
const of = ({ id: applicationId, version: expectedVersion }: { id: string; version: number }) => ({
  ...{ applicationId, expectedVersion },
});
const submit = async (application: { id: string; version: number }, by = kim) =>
  (await done(tandem, by, "submitApplication", of(application), THING)).application;
const stand = (id: string, state: string) =>
  tandem.db.source.query("UPDATE application SET state = ? WHERE id = ?", [state, id]);

const ALL = `{ applications { totalCount nodes { id } } cohorts { nodes { applications { totalCount nodes { id } } } }
  entries(first: 100) { nodes { kind subject { id } } } }`;
/** What somebody learns of an application by every list. */
const learnt = async (by: string | null, id: string) => {
  const { data } = await tandem.as(by).ask(ALL);
  const { data: found } = await tandem
    .as(by)
    .ask("query ($id: ID!) { node(id: $id) { id } application(id: $id) { state } }", { id });
  return {
    listed: data.applications.nodes.length,
    counted: data.applications.totalCount,
    ofCohort: data.cohorts.nodes[0].applications?.totalCount ?? null,
    kinds: data.entries.nodes
      .filter((entry: { subject: { id: string } | null }) => entry.subject?.id === id)
      .map(({ kind }: { kind: string }) => kind),
    node: found.node?.id ?? null,
    state: found.application?.state ?? null,
  };
};
const NOTHING = { listed: 0, counted: 0, ofCohort: null, kinds: [], node: null, state: null };

test("R53, R54: an application is sent complete and in time", async () => {
  const application = await submit(await begin());
  expect(application).toMatchObject({ state: "SUBMITTED", version: 2, submittedAt: expect.any(String) });
});

test("what is missing and that it is late are told at once, and what is missing beforehand by the same words", async () => {
  const application = await begin({ cvReference: "cv.pdf", commitsTime: true, answers: COMPLETE.answers.slice(0, 5) });
  const selection = "completeness { met needed actual next because { text } }";
  const { data } = await tandem
    .as(kim)
    .ask(`query ($id: ID!) { application(id: $id) { ${selection} } }`, { id: application.id });
  const { completeness } = data.application;
  expect(completeness).toMatchObject({ met: false, needed: 12, actual: 7 });
  expect(completeness.because).toHaveLength(5);

  await takeApplications(tandem.db, told.cohort, daysAgo(20), daysAgo(1));
  const errors = await refused(tandem, kim, "submitApplication", of(application));
  expect(errors).toMatchObject([
    { code: "RULE_NOT_MET", rule: { rule: "E1", ...completeness }, message: completeness.next },
    { code: "RULE_NOT_MET", rule: { rule: "E2", met: false } },
  ]);
});

test("R28: without the unpaid time committed an application is not taken", async () => {
  const { commitsTime: _, ...rest } = COMPLETE;
  expect(await refused(tandem, kim, "submitApplication", of(await begin(rest)))).toMatchObject([
    { rule: { rule: "E1", because: [{ text: "There is not yet: that you commit the unpaid time." }] } },
  ]);
});

test("a draft is its writer's alone: in no list, count, entry or lookup of anybody else", async () => {
  const { id } = await begin();
  for (const by of [null, told.lead.id, told.ada.personId, told.supervisor.id, told.seat.id]) {
    const ofCohort = by === told.lead.id ? 0 : null;
    expect(await learnt(by, id)).toEqual({ ...NOTHING, ofCohort });
  }
  expect(await learnt(kim, id)).toEqual({
    ...{ listed: 1, counted: 1, ofCohort: null, kinds: ["ApplicationBegun"], node: id, state: "DRAFT" },
  });
});

test("once it is submitted the programme lead sees it, and nothing of how it was written", async () => {
  const application = await begin();
  await submit(application);
  const { id } = application;
  expect(await learnt(told.lead.id, id)).toEqual({
    ...{ listed: 1, counted: 1, ofCohort: 1, kinds: ["ApplicationSubmitted"], node: id, state: "SUBMITTED" },
  });
  for (const by of [null, told.ada.personId, told.supervisor.id]) expect(await learnt(by, id)).toEqual(NOTHING);
});

test("a programme lead who applies sees their own draft at once, and other leads do not", async () => {
  const other = await told.person("Lou Lead", "PROGRAMME_LEAD" as never);
  const { data } = await ask(tandem, other.id, "beginApplication", { cohortId: "LT-2017" }, THING);
  const { application } = data.beginApplication;
  expect(application).toMatchObject({ state: "DRAFT" });
  expect(await learnt(other.id, application.id)).toMatchObject({ counted: 1, ofCohort: 1, state: "DRAFT" });
  expect(await learnt(told.lead.id, application.id)).toEqual({ ...NOTHING, ofCohort: 0 });
});

test("a live feed tells of a draft to its writer, and to others from the submission on", async () => {
  const { data } = await tandem.as(kim).ask("{ cursor }");
  const feed = "subscription ($after: Cursor) { feed(after: $after) { entry { kind } } }";
  const [mine, theirs] = [kim, told.lead.id].map((by) => tandem.ws(by).subscribe(feed, { after: data.cursor }));
  await submit(await begin());
  const kinds = async (heard: typeof mine, count: number) =>
    (await heard?.take(count))?.map((frame) => frame.data.feed.entry.kind);
  expect(await kinds(mine, 8)).toEqual([
    ...["ApplicationBegun", ...Array(6).fill("AnswerWritten"), "ApplicationSubmitted"],
  ]);
  expect(await kinds(theirs, 1)).toEqual(["ApplicationSubmitted"]);
});

test("what was submitted stays as it is: neither changed nor submitted again", async () => {
  const draft = await begin();
  const application = await submit(draft);
  expect(await refused(tandem, kim, "submitApplication", of(draft))).toMatchObject([
    { code: "CONFLICT", currentVersion: 2 },
  ]);
  expect(await refused(tandem, kim, "submitApplication", of(application))).toMatchObject([
    { code: "INVALID_INPUT", path: ["applicationId"], message: "applicationId is no draft: its state is SUBMITTED." },
  ]);
  for (const state of [
    "SUBMITTED",
    "OFFERED",
    "WAITING",
    "REFUSED",
    "CONFIRMED",
    "ENROLLED",
    "DECLINED",
    "WITHDRAWN",
  ]) {
    await stand(application.id, state);
    const input = { ...of(application), statement: "Something else." };
    expect(await refused(tandem, kim, "changeApplication", input)).toMatchObject([{ path: ["applicationId"] }]);
    expect(await refused(tandem, kim, "submitApplication", of(application))).toMatchObject([{ code: "INVALID_INPUT" }]);
  }
});

test("of two submissions at the same moment one is done and the other a conflict", async () => {
  const application = await begin();
  const both = await Promise.all([0, 1].map(() => ask(tandem, kim, "submitApplication", of(application))));
  const codes = both.map(({ data }) => data.submitApplication.errors[0]?.code ?? "DONE");
  expect(codes.sort()).toEqual(["CONFLICT", "DONE"]);
});

test("nobody submits, withdraws or reopens another's, the programme lead who sees it neither", async () => {
  const draft = await begin();
  for (const mutation of ["submitApplication", "withdrawApplication", "reopenApplication"]) {
    for (const by of [told.lead.id, told.ada.personId]) {
      expect(await refused(tandem, by, mutation, of(draft))).toMatchObject([
        { code: "NOT_FOUND", path: ["applicationId"] },
      ]);
    }
    expect(await rejected(tandem, null, mutation, of(draft))).toBe("UNAUTHENTICATED");
  }
  const application = await submit(draft);
  for (const mutation of ["submitApplication", "withdrawApplication", "reopenApplication", "changeApplication"]) {
    expect(await rejected(tandem, told.lead.id, mutation, of(application))).toBe("FORBIDDEN");
    expect(await refused(tandem, told.ada.personId, mutation, of(application))).toMatchObject([{ code: "NOT_FOUND" }]);
  }
});
