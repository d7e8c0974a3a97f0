import { COMPLETE, takeApplications } from "../support/applying";
import { done, refused } from "../support/change";
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

interface Made {
  readonly id: string;
  readonly version: number;
}
const THING = "application { id version state submittedAt decidedAt decisionReason confirmBy confirmedAt statement }";
const of = ({ id: applicationId, version: expectedVersion }: Made) => ({ applicationId, expectedVersion });
const does = async (mutation: string, input: object) =>
  (await done(tandem, kim, mutation, { ...input }, THING)).application as Made;
const begin = () => does("beginApplication", { cohortId: "LT-2017", ...COMPLETE });
const submitted = async () => does("submitApplication", of(await begin()));
const stand = (state: string) => tandem.db.source.query("UPDATE application SET state = ?", [state]);
const told1 = async (by: string) => {
  const { data } = await tandem.as(by).ask("{ entries(first: 1) { nodes { kind reason facts } } }");
  return data.entries.nodes[0];
};

test.each(["DRAFT", "SUBMITTED", "WAITING", "OFFERED", "CONFIRMED"])(
  "an application that is %s is withdrawn, and says from where",
  async (state) => {
    const application = state === "DRAFT" ? await begin() : await submitted();
    await stand(state);
    expect(await does("withdrawApplication", of(application))).toMatchObject({ state: "WITHDRAWN" });
    const kind = state === "DRAFT" ? "DraftWithdrawn" : "ApplicationWithdrawn";
    expect(await told1(kim)).toMatchObject({ kind, reason: null, facts: { from: state, to: "WITHDRAWN" } });
  },
);

test.each(["REFUSED", "ENROLLED", "DECLINED", "WITHDRAWN"])("one that is %s is not", async (state) => {
  const application = await submitted();
  await stand(state);
  expect(await refused(tandem, kim, "withdrawApplication", of(application))).toMatchObject([
    { code: "INVALID_INPUT", path: ["applicationId"], message: expect.stringMatching(`its state is ${state}`) },
  ]);
});

test("why is told to the programme lead, where it is told; that a draft was given up is not", async () => {
  const reason = "My employer has other plans.";
  await does("withdrawApplication", { ...of(await submitted()), reason });
  expect(await told1(told.lead.id)).toMatchObject({ kind: "ApplicationWithdrawn", reason });

  const lou = (await told.person("Lou Late")).id;
  const before = await told1(told.lead.id);
  kim = lou;
  await does("withdrawApplication", { ...of(await begin()), reason });
  expect(await told1(lou)).toMatchObject({ kind: "DraftWithdrawn", reason });
  expect(await told1(told.lead.id)).toEqual(before);
  const blank = { applicationId: "app_x", expectedVersion: 1, reason: " " };
  expect(await refused(tandem, lou, "withdrawApplication", blank)).toMatchObject([{ path: ["reason"] }]);
});

test("R9: a confirmed place that is taken back is free for another", async () => {
  const application = await submitted();
  await tandem.db.source.query("UPDATE cohort SET capacity = 3");
  await stand("CONFIRMED");
  const enrol = { personId: (await told.person("Lou")).id, cohortId: "LT-2017" };
  expect(await refused(tandem, told.lead.id, "enrolTrainee", enrol)).toMatchObject([{ rule: { rule: "E3" } }]);
  await does("withdrawApplication", of(application));
  await done(tandem, told.lead.id, "enrolTrainee", enrol);
});

test("R54: who took it back writes it anew while there is time, and it is a draft like any other", async () => {
  const application = await submitted();
  await tandem.db.source.query(
    "UPDATE application SET decidedAt = submittedAt, decisionReason = 'Well told.', confirmBy = '2031-01-01', confirmedAt = submittedAt",
  );
  const withdrawn = await does("withdrawApplication", of(application));
  expect(await refused(tandem, kim, "beginApplication", { cohortId: "LT-2017" })).toMatchObject([
    { path: ["cohortId"] },
  ]);
  const draft = await does("reopenApplication", of(withdrawn));
  expect(draft).toMatchObject({
    ...{ id: application.id, state: "DRAFT", submittedAt: null, decidedAt: null, decisionReason: null },
    ...{ confirmBy: null, confirmedAt: null, statement: COMPLETE.statement },
  });
  const seen = "query ($id: ID!) { node(id: $id) { id } }";
  expect((await tandem.as(told.lead.id).ask(seen, { id: draft.id })).data.node).toBeNull();
  expect(await refused(tandem, kim, "reopenApplication", of(draft))).toMatchObject([{ path: ["applicationId"] }]);

  const better = await does("changeApplication", { ...of(draft), statement: "Better said." });
  const again = await does("submitApplication", of(better));
  expect((await tandem.as(told.lead.id).ask(seen, { id: again.id })).data.node).toEqual({ id: again.id });

  const last = await does("withdrawApplication", of(again));
  await takeApplications(tandem.db, told.cohort, daysAgo(20), daysAgo(1));
  expect(await refused(tandem, kim, "reopenApplication", of(last))).toMatchObject([{ rule: { rule: "E2" } }]);
});

test("what is done by the version of before is a conflict", async () => {
  const application = await submitted();
  for (const mutation of ["withdrawApplication", "reopenApplication"]) {
    expect(await refused(tandem, kim, mutation, { ...of(application), expectedVersion: 1 })).toMatchObject([
      { code: "CONFLICT", currentVersion: 2 },
    ]);
  }
});
