import { Application } from "../../src/application/application.entity";
import { ApplicationState } from "../../src/application/application-state";
import { Person } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { done, refused, rejected } from "../support/change";
import { beforeTheCourse, published, scoredBefore, submittedApplication } from "../support/selecting";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let second: Person;
let criteria: string[];

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  await beforeTheCourse(tandem.db, told.cohort);
  second = await told.person("Lou Second", Role.PROGRAMME_LEAD);
  criteria = [];
  for (const ordinal of [1, 2]) criteria.push(await published(tandem.db, told.programme.id, ordinal));
});
afterEach(() => tandem.close());

const apply = async (name: string, more: Partial<Application> = {}, scorers: Person[] = [told.lead, second]) => {
  const { id: personId } = await told.person(name);
  const application = await submittedApplication(tandem.db, { cohortId: told.cohort.id, personId, ...more });
  for (const by of scorers) await scoredBefore(tandem.db, application, criteria, by);
  return application;
};
const STANDING = "application { id version state decidedAt decisionReason confirmBy waitingRank }";
const input = ({ id: applicationId, version: expectedVersion }: { id: string; version: number }, more: object) => ({
  ...{ applicationId, expectedVersion },
  ...more,
});
const offer = { decision: "OFFER", confirmBy: daysAgo(-14) };
const decide = async (application: Application, more: object) =>
  (await done(tandem, told.lead.id, "decideApplication", input(application, more), STANDING)).application;
const withdrawOffer = async (application: Application) =>
  (await done(tandem, told.lead.id, "withdrawOffer", input(application, { reason: "Not heard." }), STANDING))
    .application;
const standing = async (id: string) =>
  (await tandem.as(told.lead.id).ask(`query ($id: ID!) { ${STANDING.replace("{", "(id: $id) {")} }`, { id })).data
    .application;
const paths = (errors: { code: string; path: string[] }[]) =>
  errors.map(({ code, path }) => `${code} ${path.join(".")}`);

test("R52, R63: scored by two, a place is offered, to be confirmed by a day; others wait or are refused with a reason", async () => {
  expect(await decide(await apply("Kim"), { ...offer, reason: "Well told." })).toMatchObject({
    ...{ version: 2, state: "OFFERED", confirmBy: offer.confirmBy, decisionReason: "Well told." },
    ...{ decidedAt: expect.any(String), waitingRank: null },
  });
  expect(await decide(await apply("Max"), { decision: "WAITING_LIST" })).toMatchObject({
    ...{ state: "WAITING", confirmBy: null, decisionReason: null, waitingRank: 1 },
  });
  expect(await decide(await apply("Noa"), { decision: "WAITING_LIST" })).toMatchObject({ waitingRank: 2 });
  expect(await decide(await apply("Pat"), { decision: "REFUSE", reason: "Too early." })).toMatchObject({
    ...{ state: "REFUSED", decisionReason: "Too early.", waitingRank: null },
  });
  const today = await decide(await apply("Rob"), { decision: "OFFER", confirmBy: daysAgo(0) });
  expect(today.state).toBe("OFFERED");
});

test("R52: what fewer than two people have scored is decided neither way", async () => {
  for (const [name, scorers] of [
    ["Kim", []],
    ["Max", [told.lead]],
  ] as const) {
    const application = await apply(name, {}, [...scorers]);
    for (const more of [offer, { decision: "WAITING_LIST" }, { decision: "REFUSE", reason: "Too early." }]) {
      expect(await refused(tandem, told.lead.id, "decideApplication", input(application, more))).toMatchObject([
        { code: "RULE_NOT_MET", rule: { rule: "SELECTION", met: false, needed: 2, actual: scorers.length } },
      ]);
    }
  }
});

test("R63: who waits is offered a place or refused, and is told that they wait no more", async () => {
  const waiting = { state: ApplicationState.WAITING, waitingRank: 1 };
  const kim = await apply("Kim", waiting);
  expect(
    paths(await refused(tandem, told.lead.id, "decideApplication", input(kim, { decision: "WAITING_LIST" }))),
  ).toEqual(["INVALID_INPUT decision"]);
  expect(await decide(kim, offer)).toMatchObject({ state: "OFFERED", waitingRank: null });
  const max = await apply("Max", { ...waiting, waitingRank: 2 });
  expect(await decide(max, { decision: "REFUSE", reason: "Full." })).toMatchObject({ state: "REFUSED" });
});

test("each fault of a decision is named, all at once", async () => {
  const kim = await apply("Kim");
  const faults = async (more: object) =>
    paths(await refused(tandem, told.lead.id, "decideApplication", input(kim, more)));
  expect(await faults({ decision: "OFFER" })).toEqual(["INVALID_INPUT confirmBy"]);
  expect(await faults({ decision: "OFFER", confirmBy: daysAgo(1) })).toEqual(["INVALID_INPUT confirmBy"]);
  const amiss = { decision: "REFUSE", confirmBy: daysAgo(-3) };
  expect(await faults(amiss)).toEqual(["INVALID_INPUT confirmBy", "INVALID_INPUT reason"]);
  expect(await faults({ ...amiss, reason: "  " })).toEqual(["INVALID_INPUT reason"]);
  await tandem.db.source.query("UPDATE application SET state = 'DECLINED' WHERE id = ?", [kim.id]);
  expect(await faults(amiss)).toEqual([
    ...["INVALID_INPUT applicationId", "INVALID_INPUT confirmBy", "INVALID_INPUT reason"],
  ]);
});

test("nobody decides twice, or on a version they have not seen", async () => {
  const kim = await apply("Kim");
  await decide(kim, offer);
  const again = { ...kim, version: 2 };
  expect(paths(await refused(tandem, told.lead.id, "decideApplication", input(again, offer)))).toEqual([
    ...["INVALID_INPUT confirmBy", "INVALID_INPUT reason"],
  ]);
  expect(await refused(tandem, told.lead.id, "decideApplication", input(kim, offer))).toMatchObject([
    { code: "CONFLICT", currentVersion: 2 },
  ]);
});

test("decisions are programme leads', and none is on one's own application", async () => {
  const kim = await apply("Kim");
  for (const by of [kim.personId, told.supervisor.id, told.seat.id]) {
    expect(await rejected(tandem, by, "decideApplication", input(kim, offer))).toBe("FORBIDDEN");
    expect(await rejected(tandem, by, "withdrawOffer", input(kim, { reason: "No." }))).toBe("FORBIDDEN");
  }
  await tandem.db.source.query("UPDATE application SET personId = ? WHERE id = ?", [second.id, kim.id]);
  expect(await rejected(tandem, second.id, "decideApplication", input(kim, offer))).toBe("FORBIDDEN");
  expect((await decide(kim, offer)).state).toBe("OFFERED");
  const offered = { ...kim, version: 2 };
  expect(await rejected(tandem, second.id, "withdrawOffer", input(offered, { reason: "No." }))).toBe("FORBIDDEN");
});

test("R9, R63: an offer may be more than there are places, and one taken back goes to the first who waits", async () => {
  await tandem.db.source.query("UPDATE cohort SET capacity = 3 WHERE id = ?", [told.cohort.id]); // Ada and Ben hold two
  const [kim, max] = [await apply("Kim"), await apply("Max")];
  await decide(kim, offer);
  await decide(max, offer);
  const [first, next] = [
    await apply("Pat", { state: ApplicationState.WAITING, waitingRank: 4 }),
    await apply("Noa", { state: ApplicationState.WAITING, waitingRank: 9 }),
  ];
  // As many offers are open as there are places left.
  expect(await withdrawOffer({ ...kim, version: 2 })).toMatchObject({ state: "REFUSED", decisionReason: "Not heard." });
  expect(await standing(first.id)).toMatchObject({ state: "WAITING", waitingRank: 4, version: 1 });

  await withdrawOffer({ ...max, version: 2 });
  expect(await standing(first.id)).toMatchObject({
    ...{ state: "OFFERED", waitingRank: null, confirmBy: daysAgo(-14), version: 2, decidedAt: expect.any(String) },
  });
  expect(await standing(next.id)).toMatchObject({ state: "WAITING", waitingRank: 9 });
});

test("only an offer is withdrawn", async () => {
  const kim = await apply("Kim");
  const errors = await refused(tandem, told.lead.id, "withdrawOffer", input(kim, { reason: "No." }));
  expect(paths(errors)).toEqual(["INVALID_INPUT applicationId"]);
});

test("R63: the wrong day of an offer is put right, with a reason that the applicant reads, and nobody moves up by it", async () => {
  const kim = await apply("Kim");
  const wrong = { ...offer, confirmBy: daysAgo(-390) };
  const { version } = await decide(kim, wrong);
  const offered = { ...kim, version };
  for (const decision of ["WAITING_LIST", "REFUSE"]) {
    const errors = await refused(
      tandem,
      told.lead.id,
      "decideApplication",
      input(offered, { decision, reason: "No." }),
    );
    expect(paths(errors)).toEqual(["INVALID_INPUT decision"]);
  }
  const next = await apply("Noa", { state: ApplicationState.WAITING, waitingRank: 1 });
  const reason = "The year was a slip.";
  expect(await decide(offered, { ...offer, reason })).toMatchObject({
    ...{ state: "OFFERED", confirmBy: offer.confirmBy, decisionReason: reason, version: 3 },
  });
  expect(await standing(next.id)).toMatchObject({ state: "WAITING", waitingRank: 1 });
  const { data } = await tandem.as(kim.personId).ask("{ entries(first: 1) { nodes { kind reason facts } } }");
  expect(data.entries.nodes[0]).toMatchObject({
    ...{ kind: "ApplicationDecided", reason },
    facts: { from: "OFFERED", to: "OFFERED", confirmBy: { from: wrong.confirmBy, to: offer.confirmBy } },
  });
});

test("R63: a refusal that was a mistake becomes an offer, or a place behind those who wait, with a reason", async () => {
  await apply("Noa", { state: ApplicationState.WAITING, waitingRank: 4 });
  for (const [name, more, after] of [
    ["Kim", offer, { state: "OFFERED", confirmBy: offer.confirmBy, waitingRank: null }],
    ["Max", { decision: "WAITING_LIST" }, { state: "WAITING", confirmBy: null, waitingRank: 5 }],
  ] as const) {
    const application = await apply(name);
    const { version } = await decide(application, { decision: "REFUSE", reason: "Too early." });
    const refusal = { ...application, version };
    expect(paths(await refused(tandem, told.lead.id, "decideApplication", input(refusal, more)))).toEqual([
      "INVALID_INPUT reason",
    ]);
    const reason = "It was another's.";
    expect(await decide(refusal, { ...more, reason })).toMatchObject({ ...after, decisionReason: reason, version: 3 });
  }
});

test("R63: a refusal stays that of somebody who is a trainee of the cohort by now, or was erased", async () => {
  const why = { ...offer, reason: "A slip." };
  const kim = await apply("Kim", { state: ApplicationState.REFUSED });
  const errors = async () => paths(await refused(tandem, told.lead.id, "decideApplication", input(kim, why)));
  await tandem.db.source.query("UPDATE person SET erasedAt = '2026-01-01 00:00:00.000' WHERE id = ?", [kim.personId]);
  expect(await errors()).toEqual(["INVALID_INPUT applicationId"]);
  const [ada] = await tandem.db.rows("SELECT personId FROM trainee WHERE cohortId = ?", [told.cohort.id]);
  await tandem.db.source.query("UPDATE application SET personId = ? WHERE id = ?", [ada?.personId, kim.id]);
  expect(await errors()).toEqual(["INVALID_INPUT applicationId"]);
});
