import { CommissionStage } from "../../src/commission/commission-stage";
import { done, refused, rejected } from "../support/change";
import { commissioning } from "../support/commissioning";
import { accreditedPartner } from "../support/partner";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const PAIR = "pair { id version dissolvedOn members { person { name } } }";
const end = (more: Record<string, unknown> = {}) => ({
  pairId: told.adaAndBen.id,
  reason: "Ben leaves the programme.",
  expectedVersion: 1,
  ...more,
});
const dissolve = () => done(tandem, told.lead.id, "dissolvePair", end(), PAIR);
const newest = (count: number) =>
  tandem.db.rows(
    `SELECT kind, traineeId, pairId, personId, facts, reason FROM entry ORDER BY position DESC LIMIT ${count}`,
  );

test("a lead ends a pair, with an entry for each trainee and one for each rule that is no longer met", async () => {
  const { pair } = await dissolve();
  expect(pair).toMatchObject({ version: 2, dissolvedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  expect(pair.members).toHaveLength(2);

  const entries = (await newest(4)).reverse();
  expect(entries.map(({ kind, traineeId }) => [kind, traineeId])).toEqual([
    ["PairDissolved", told.ada.id],
    ["PairDissolved", told.ben.id],
    ["ReadinessChanged", expect.anything()],
    ["ReadinessChanged", expect.anything()],
  ]);
  expect(entries.map(({ reason }) => reason)).toEqual([
    "Ben leaves the programme.",
    "Ben leaves the programme.",
    null,
    null,
  ]);
  expect(JSON.parse(String(entries[2]?.facts))).toEqual({ rule: "E6", from: true, to: false });
});

test("the two see no more of each other, nor a board of either; the lead sees the pair as it was", async () => {
  const our = commissioning(tandem, told);
  const { id: commissionId, version: expectedVersion } = await our.propose();
  const query = `query ($pair: ID!, $ada: ID!, $ben: ID!) { pair(id: $pair) { id dissolvedOn }
    ada: trainee(id: $ada) { reference } ben: trainee(id: $ben) { reference pair { id } } }`;
  const seenBy = async (personId: string) =>
    (await tandem.as(personId).ask(query, { pair: told.adaAndBen.id, ada: told.ada.id, ben: told.ben.id })).data;
  const both = { pair: { id: told.adaAndBen.id, dissolvedOn: null }, ada: {}, ben: { pair: {} } };
  expect(await seenBy(told.ada.personId)).toMatchObject(both);
  expect(await seenBy(told.seat.id)).toMatchObject(both);

  await done(tandem, told.seat.id, "declineCommission", { commissionId, expectedVersion, reason: "No funds." });
  await dissolve();
  expect(await seenBy(told.ada.personId)).toEqual({ pair: null, ada: { reference: told.ada.reference }, ben: null });
  expect(await seenBy(told.seat.id)).toEqual({ pair: null, ada: null, ben: null });
  expect(await seenBy(told.lead.id)).toMatchObject({
    pair: { id: told.adaAndBen.id, dissolvedOn: expect.any(String) },
    ben: { pair: null },
  });
});

test("its trainees may be paired anew; former partners still do not assess each other", async () => {
  await dissolve();
  const cat = await told.trainee("Cat");
  await done(tandem, told.lead.id, "formPair", { personIds: [told.ada.personId, cat.personId] });

  await done(tandem, told.lead.id, "grantRole", { personId: told.ben.personId, role: "ASSESSOR", expectedVersion: 1 });
  const [ada] = await tandem.db.rows("SELECT version FROM trainee WHERE id = ?", [told.ada.id]);
  const input = { traineeId: told.ada.id, personId: told.ben.personId, role: "ASSESSOR" };
  expect(
    await refused(tandem, told.lead.id, "assignStaff", { ...input, expectedVersion: Number(ada?.version) }),
  ).toMatchObject([{ rule: { rule: "ASSESSOR", met: false } }]);
});

test("a reviewer's pair ends too, and those who know the reviewer from another pair are not told", async () => {
  const fay = await accreditedPartner(tandem, told, null);
  await dissolve();
  const entries = await newest(10);
  const ends = entries.filter(({ kind }) => kind === "PairDissolved");
  expect(ends).toMatchObject([{ traineeId: told.ada.id, personId: null }]);
  expect(JSON.stringify(ends)).not.toContain(fay.id);
});

test.each([CommissionStage.COMMISSIONED, CommissionStage.QUALITY_ASSURANCE, CommissionStage.PUBLISHED])(
  "a pair does not end while a review of theirs stands at %s",
  async (stage) => {
    const { id, reference } = await told.commissioned(told.adaAndBen, told.board, stage);
    expect(await refused(tandem, told.lead.id, "dissolvePair", end())).toMatchObject([
      {
        code: "RULE_NOT_MET",
        path: [],
        message: expect.stringContaining(`${reference} stands at`),
        rule: { rule: "PAIR_END", met: false },
      },
    ]);
    await tandem.db.source.manager.update("Commission", { id }, { stage: CommissionStage.DECLINED });
    await dissolve();
  },
);

test("nor while one of them is still to be judged on a practice review that is over", async () => {
  await told.commissioned(told.adaAndBen, told.board, CommissionStage.CLOSED);
  const [{ message }] = await refused(tandem, told.lead.id, "dissolvePair", end());
  expect(message).toMatch(/^Ada and Ben must be judged on LT-/);
  for (const standing of ["ACCREDITED", "WITHDRAWN"]) {
    const { id } = standing === "ACCREDITED" ? told.ada : told.ben;
    await tandem.db.source.manager.update("Trainee", { id }, { standing });
  }
  await dissolve();
});

test("a pair that has ended neither ends again nor proposes a review", async () => {
  await done(tandem, told.lead.id, "grantRole", {
    personId: told.ada.personId,
    role: "PROGRAMME_LEAD",
    expectedVersion: 1,
  });
  const { proposal } = commissioning(tandem, told);
  await dissolve();
  const cat = await told.trainee("Cat");
  await done(tandem, told.lead.id, "formPair", { personIds: [told.ada.personId, cat.personId] });
  const ended = [{ code: "INVALID_INPUT", path: ["pairId"], message: "pairId is of a pair that has ended." }];
  expect(await refused(tandem, told.lead.id, "dissolvePair", end({ expectedVersion: 2 }))).toMatchObject(ended);
  expect(await refused(tandem, told.ada.personId, "proposeCommission", proposal())).toMatchObject(ended);
});

test("only a lead ends a pair, who has seen it as it is and says why", async () => {
  for (const person of [told.ada.personId, told.supervisor.id, told.seat.id]) {
    expect(await rejected(tandem, person, "dissolvePair", end())).toBe("FORBIDDEN");
  }
  expect(await rejected(tandem, null, "dissolvePair", end())).toBe("UNAUTHENTICATED");
  expect(await refused(tandem, told.lead.id, "dissolvePair", end({ expectedVersion: 7 }))).toMatchObject([
    { code: "CONFLICT", currentVersion: 1 },
  ]);
  expect(await refused(tandem, told.lead.id, "dissolvePair", end({ reason: " " }))).toMatchObject([
    { code: "INVALID_INPUT", path: ["reason"] },
  ]);
});
