import { Application } from "../../src/application/application.entity";
import { ApplicationState } from "../../src/application/application-state";
import { Cohort } from "../../src/programme/cohort.entity";
import { done, refused, rejected } from "../support/change";
import { beforeTheCourse, standings, submittedApplication } from "../support/selecting";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  await beforeTheCourse(tandem.db, told.cohort);
});
afterEach(() => tandem.close());

const { OFFERED, CONFIRMED, WAITING } = ApplicationState;
const apply = async (name: string, more: Partial<Application> = {}) => {
  const { id: personId } = await told.person(name);
  const offered = { state: OFFERED, confirmBy: daysAgo(-3), decidedAt: new Date() };
  return submittedApplication(tandem.db, { cohortId: told.cohort.id, personId, ...offered, ...more });
};
const waits = (name: string, waitingRank: number) => apply(name, { state: WAITING, confirmBy: null, waitingRank });
/** Ada and Ben hold two of them. */
const places = (capacity: number) =>
  tandem.db.source.query("UPDATE cohort SET capacity = ? WHERE id = ?", [capacity, told.cohort.id]);
const input = ({ id: applicationId }: Application, expectedVersion = 1) => ({ applicationId, expectedVersion });
const STANDING = "application { state version confirmedAt }";
const confirm = async (one: Application, version?: number) =>
  (await done(tandem, one.personId, "confirmPlace", input(one, version), STANDING)).application;
const decline = async (one: Application, version?: number, more: object = {}) =>
  (await done(tandem, one.personId, "declinePlace", { ...input(one, version), ...more }, STANDING)).application;
const stateOf = async ({ id, personId }: Application) =>
  (await tandem.as(personId).ask("query ($id: ID!) { application(id: $id) { state } }", { id })).data.application.state;
const paths = (errors: { code: string; path: string[] }[]) =>
  errors.map(({ code, path }) => `${code} ${path.join(".")}`);
const placesOf = async (by: string) =>
  (await tandem.as(by).ask("{ cohorts { nodes { placesTaken placesLeft } } }")).data;

test("R9, R63: who is offered a place confirms it, and then holds it; the office sees how many are left", async () => {
  await places(4);
  const kim = await apply("Kim");
  expect(await placesOf(told.lead.id)).toEqual({ cohorts: { nodes: [{ placesTaken: 2, placesLeft: 2 }] } });
  expect(await confirm(kim)).toEqual({ state: "CONFIRMED", version: 2, confirmedAt: expect.any(String) });
  expect(await placesOf(told.lead.id)).toEqual({ cohorts: { nodes: [{ placesTaken: 3, placesLeft: 1 }] } });
  for (const by of [kim.personId, told.ada.personId, told.supervisor.id, told.seat.id]) {
    expect(await placesOf(by)).toEqual({ cohorts: { nodes: [{ placesTaken: null, placesLeft: null }] } });
  }
});

test("R9, R63: without a place left confirming is refused by E3; the offer stands, and a place given back is theirs", async () => {
  await places(3);
  const [kim, max] = [await apply("Kim"), await apply("Max")];
  await confirm(kim);
  expect(await refused(tandem, max.personId, "confirmPlace", input(max))).toMatchObject([
    {
      ...{ code: "RULE_NOT_MET", path: [] },
      rule: { rule: "E3", met: false, needed: 1, actual: 0 },
      message: expect.stringMatching(/^Every place of this cohort is taken/),
    },
  ]);
  expect(await stateOf(max)).toBe("OFFERED");
  await decline(kim, 2);
  expect((await confirm(max)).state).toBe("CONFIRMED");
});

test("R63: the place given back, offered or confirmed, goes to the first who waits, who has fourteen days", async () => {
  await places(4);
  const [kim, max, pat, noa] = [await apply("Kim"), await apply("Max"), await waits("Pat", 2), await waits("Noa", 1)];
  expect((await decline(kim, 1, { reason: "Another offer." })).state).toBe("DECLINED");
  const of = "query ($id: ID!) { application(id: $id) { state confirmBy } }";
  expect((await tandem.as(noa.personId).ask(of, { id: noa.id })).data.application).toEqual({
    ...{ state: "OFFERED", confirmBy: daysAgo(-14) },
  });
  expect(await stateOf(pat)).toBe("WAITING");
  await confirm(max);
  await decline(max, 2);
  expect(await stateOf(pat)).toBe("OFFERED");
  expect(await standings(tandem, told.cohort.id)).toEqual({ DECLINED: 2, OFFERED: 2 });
});

test("R9: nobody moves up while as many offers are open as there are places left, those past their day among them", async () => {
  await places(4);
  const [kim, max, rob, pat] = [
    await apply("Kim"),
    await apply("Max", { confirmBy: daysAgo(2) }),
    await apply("Rob"),
    await waits("Pat", 1),
  ];
  await decline(kim);
  expect(await stateOf(pat)).toBe("WAITING");
  await done(tandem, told.lead.id, "withdrawOffer", { ...input(max), reason: "Not heard." });
  expect(await stateOf(pat)).toBe("OFFERED");
  await decline(rob);
});

test("R9: one place given back is offered once, however many places nobody was offered", async () => {
  await places(10);
  const [kim, pat, noa] = [await apply("Kim"), await waits("Pat", 1), await waits("Noa", 2)];
  await decline(kim);
  expect([await stateOf(pat), await stateOf(noa)]).toEqual(["OFFERED", "WAITING"]);
});

test("the waiting list of another cohort does not move", async () => {
  const { db } = tandem;
  const other = { ...told.cohort, id: "coh_01j00000000000000000000000", reference: "LT-2018" };
  await db.source.manager.insert(Cohort, other);
  const elsewhere = await apply("Pat", { cohortId: other.id, state: WAITING, confirmBy: null, waitingRank: 1 });
  await decline(await apply("Kim"));
  expect(await stateOf(elsewhere)).toBe("WAITING");
});

test("a place that was not offered is not confirmed, nor one twice; what is not held is not given back", async () => {
  for (const [index, state] of Object.values(ApplicationState).entries()) {
    const one = await apply(`Kim ${index}`, { state });
    const confirmable = state === OFFERED;
    if (!confirmable) {
      expect(paths(await refused(tandem, one.personId, "confirmPlace", input(one)))).toEqual([
        "INVALID_INPUT applicationId",
      ]);
    }
    if (!confirmable && state !== CONFIRMED) {
      expect(paths(await refused(tandem, one.personId, "declinePlace", input(one)))).toEqual([
        "INVALID_INPUT applicationId",
      ]);
    }
  }
  const max = await apply("Max");
  await confirm(max);
  expect(paths(await refused(tandem, max.personId, "confirmPlace", input(max, 2)))).toEqual([
    "INVALID_INPUT applicationId",
  ]);
});

test("another's place is nobody's to confirm or decline: for a stranger there is none, and a lead may not", async () => {
  const [kim, max] = [await apply("Kim"), await apply("Max")];
  for (const mutation of ["confirmPlace", "declinePlace"]) {
    for (const by of [max.personId, told.ada.personId, told.supervisor.id]) {
      expect(paths(await refused(tandem, by, mutation, input(kim)))).toEqual(["NOT_FOUND applicationId"]);
    }
    expect(await rejected(tandem, told.lead.id, mutation, input(kim))).toBe("FORBIDDEN");
    expect(await rejected(tandem, null, mutation, input(kim))).toBe("UNAUTHENTICATED");
    const stale = await refused(tandem, kim.personId, mutation, input(kim, 7));
    expect(stale).toMatchObject([{ code: "CONFLICT", currentVersion: 1 }]);
  }
});

test("R63: once its day is over an offer is not confirmed any more, and may be given back still", async () => {
  const kim = await apply("Kim", { confirmBy: daysAgo(1) });
  expect(await refused(tandem, kim.personId, "confirmPlace", input(kim))).toMatchObject([
    {
      code: "INVALID_INPUT",
      path: ["applicationId"],
      message: expect.stringContaining("had to be confirmed by the end"),
    },
  ]);
  expect((await decline(kim)).state).toBe("DECLINED");
});

test("a repeat under the same key confirms once", async () => {
  const kim = await apply("Kim");
  const twice = { ...input(kim), idempotencyKey: "one place only" };
  const first = await done(tandem, kim.personId, "confirmPlace", twice, STANDING);
  expect(await done(tandem, kim.personId, "confirmPlace", twice, STANDING)).toEqual(first);
});

test.each([OFFERED, CONFIRMED, WAITING])(
  "R9: who takes an application back that is %s leaves the next to move up, or not",
  async (state) => {
    const kim = await apply("Kim", { state, ...(state === WAITING ? { waitingRank: 1 } : {}) });
    const pat = await waits("Pat", 2);
    await done(tandem, kim.personId, "withdrawApplication", input(kim));
    expect(await stateOf(pat)).toBe(state === WAITING ? "WAITING" : "OFFERED");
  },
);

test("R9: the place of somebody who is erased goes to the next", async () => {
  const [kim, pat] = [await apply("Kim", { state: CONFIRMED }), await waits("Pat", 1)];
  const input = { personId: kim.personId, reason: "REQUESTED", expectedVersion: 1 };
  await done(tandem, kim.personId, "requestErasure", {});
  await done(tandem, told.lead.id, "erasePerson", { ...input, expectedVersion: 2 });
  expect(await stateOf(pat)).toBe("OFFERED");
});
