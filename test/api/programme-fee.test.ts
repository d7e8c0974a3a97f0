import { ask, done, refused, rejected } from "../support/change";
import { commissioning } from "../support/commissioning";
import { history } from "../support/history";
import { openCohort } from "../support/places";
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

const LINES = `nodes { id payer kind purpose vatPercent amount { amountMinor } vat { amountMinor }
  withVat { amountMinor formatted } board { id } trainee { id } commission { id } credits { id } }`;
const TRAINEE = `trainee { id version charges(orderBy: OLDEST_FIRST) { ${LINES} } }`;

const enrol = async (name: string, cohortId = told.cohort.id) => {
  const { id: personId } = await told.person(name);
  return (await done(tandem, told.lead.id, "enrolTrainee", { personId, cohortId }, TRAINEE)).trainee;
};
const chargesSeenBy = async (personId: string | null, traineeId: string) => {
  const query = `query ($id: ID!) { trainee(id: $id) { charges(orderBy: OLDEST_FIRST) { ${LINES} } breakEvenDays } }`;
  return (await tandem.as(personId).ask(query, { id: traineeId })).data.trainee;
};
const linesOf = async (traineeId: string) => (await chargesSeenBy(told.lead.id, traineeId)).charges.nodes;
const credit = (chargeId: string, more: Record<string, unknown> = {}) =>
  done(tandem, told.lead.id, "creditCharge", { chargeId, reason: "They were ill.", ...more }, "creditNote { id }");

test("R49, R50: whoever is enrolled is charged the fee of their cohort with VAT, and that alone", async () => {
  const kim = await enrol("Kim");
  expect(kim.charges.nodes).toEqual([
    {
      ...{ id: expect.stringMatching(/^chg_/), payer: "TRAINEE", kind: "PROGRAMME_FEE", vatPercent: 20 },
      ...{ purpose: "Programme fee, LT-2017", amount: { amountMinor: 350_000 }, vat: { amountMinor: 70_000 } },
      ...{ withVat: { amountMinor: 420_000, formatted: "£4,200.00" }, trainee: { id: kim.id } },
      ...{ board: null, commission: null, credits: null },
    },
  ]);
  expect((await history(tandem, told, 2)).map(({ kind }: { kind: string }) => kind)).toEqual([
    "FeeCharged",
    "TraineeEnrolled",
  ]);
});

test("R49: the trainee sees what they are charged, and so does the lead; nobody else, the board and the partner included", async () => {
  await done(tandem, told.lead.id, "chargeFee", { traineeId: told.ada.id });
  const { charges } = await chargesSeenBy(told.lead.id, told.ada.id);
  const [{ id }] = charges.nodes;
  expect((await chargesSeenBy(told.ada.personId, told.ada.id)).charges).toEqual(charges);

  await told.commissioned(told.adaAndBen, told.board);
  const asked = `query ($id: ID!, $board: ID!) { node(id: $id) { id } board(id: $board) { charges { totalCount } }
    entries(first: 100) { nodes { kind } } }`;
  for (const { personId, sees } of [
    { personId: told.ben.personId, sees: true },
    { personId: told.supervisor.id, sees: true },
    { personId: told.assessor.id, sees: true },
    { personId: told.seat.id, sees: true },
    { personId: (await told.person("Nick")).id, sees: false },
  ]) {
    const trainee = await chargesSeenBy(personId, told.ada.id);
    expect([personId, trainee]).toEqual([personId, sees ? { charges: null, breakEvenDays: null } : null]);
    const { data } = await tandem.as(personId).ask(asked, { id, board: told.board.id });
    expect(data.node).toBeNull();
    expect(data.board.charges).toEqual(personId === told.seat.id ? { totalCount: 0 } : null);
    expect(JSON.stringify(data.entries)).not.toContain("FeeCharged");
  }
});

test("R49: who is deferred keeps the charge they have: there is no second one, and a later fee changes nothing", async () => {
  const { id: traineeId, version, charges } = await enrol("Kim");
  const fee = { appliesFrom: daysAgo(30), feeMinor: 990_000, vatPercent: 15 };
  await done(tandem, told.lead.id, "setFee", { programmeId: "LT", expectedVersion: told.programme.version, ...fee });
  const later = await openCohort(tandem, told, "LT-2018", 30);
  const deferral = { traineeId, cohortId: later.id, reason: "Is ill.", expectedVersion: version };
  await done(tandem, told.lead.id, "deferTrainee", deferral);

  expect(await linesOf(traineeId)).toEqual(charges.nodes);
  expect(await refused(tandem, told.lead.id, "chargeFee", { traineeId })).toMatchObject([{ path: ["traineeId"] }]);
  // Who is enrolled on the later cohort is charged its fee.
  expect((await enrol("Lou", later.id)).charges.nodes).toMatchObject([
    { amount: { amountMinor: 990_000 }, vat: { amountMinor: 148_500 }, vatPercent: 15 },
  ]);
});

test("R49: who withdraws is charged until the lead credits it; who returns then is charged anew", async () => {
  const { id: traineeId, version, charges } = await enrol("Kim");
  const leaving = { traineeId, reason: "Moves abroad.", expectedVersion: version };
  await done(tandem, told.lead.id, "withdrawTrainee", leaving);
  expect(await linesOf(traineeId)).toEqual(charges.nodes);

  const [{ id }] = charges.nodes;
  await credit(id, { amountMinor: 349_999 });
  expect(await refused(tandem, told.lead.id, "chargeFee", { traineeId })).toMatchObject([{ path: ["traineeId"] }]);
  await credit(id);
  await done(tandem, told.lead.id, "returnTrainee", {
    ...{ traineeId, cohortId: told.cohort.id, reason: "Is back.", expectedVersion: version + 1 },
  });
  expect(await linesOf(traineeId)).toHaveLength(3);
  await done(tandem, told.lead.id, "chargeFee", { traineeId });
  const gross = (await linesOf(traineeId)).map(
    ({ withVat }: { withVat: { amountMinor: number } }) => withVat.amountMinor,
  );
  expect(gross).toEqual([420_000, -419_999, -1, 420_000]);
});

test("who became a trainee before there was a ledger of fees has no charge until the lead makes it, once", async () => {
  const traineeId = told.ben.id;
  expect(await linesOf(traineeId)).toEqual([]);
  for (const by of [told.seat.id, told.supervisor.id, told.ben.personId]) {
    expect(await rejected(tandem, by, "chargeFee", { traineeId })).toBe("FORBIDDEN");
  }
  await done(tandem, told.lead.id, "chargeFee", { traineeId });
  expect(await refused(tandem, told.lead.id, "chargeFee", { traineeId })).toMatchObject([
    { code: "INVALID_INPUT", message: expect.stringContaining("charged the fee already"), path: ["traineeId"] },
  ]);
  expect(await refused(tandem, told.lead.id, "chargeFee", { traineeId: "trn_x" })).toMatchObject([
    { code: "NOT_FOUND", path: ["traineeId"] },
  ]);
});

test("a fee of nothing stands too", async () => {
  await tandem.db.source.query("UPDATE cohort SET feeMinor = 0");
  const { id: traineeId, charges } = await enrol("Kim");
  expect(charges.nodes).toMatchObject([{ withVat: { amountMinor: 0 } }]);
  expect(await refused(tandem, told.lead.id, "chargeFee", { traineeId })).toMatchObject([{ path: ["traineeId"] }]);
});

test("a lead who is a trainee neither charges nor credits their own fee", async () => {
  const { personId } = told.ada;
  const person = { personId, role: "PROGRAMME_LEAD", expectedVersion: 1 };
  await done(tandem, told.lead.id, "grantRole", person);
  expect(await rejected(tandem, personId, "chargeFee", { traineeId: told.ada.id })).toBe("FORBIDDEN");
  const { charge } = await done(tandem, told.lead.id, "chargeFee", { traineeId: told.ada.id }, "charge { id }");
  const input = { chargeId: charge.id, reason: "I am poor." };
  expect(await rejected(tandem, personId, "creditCharge", input)).toBe("FORBIDDEN");
  await done(tandem, personId, "chargeFee", { traineeId: told.ben.id });
});

test("R49: of several who charge one trainee the fee at once, one does", async () => {
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => ask(tandem, told.lead.id, "chargeFee", { traineeId: told.ada.id })),
  );
  expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
  expect(answers.filter(({ data }) => data.chargeFee.errors.length === 0)).toHaveLength(1);
  expect(await linesOf(told.ada.id)).toHaveLength(1);
});

test("R51: the days that make the fee back are by one's own rate and what one is charged, and null until both are known", async () => {
  const days = async () => (await chargesSeenBy(told.ada.personId, told.ada.id)).breakEvenDays;
  const our = commissioning(tandem, told);
  const proposed = await our.propose();
  const offered = await our.offer(told.ada.personId, proposed, told.ada.personId, 51_000);
  await done(tandem, told.lead.id, "chargeFee", { traineeId: told.ada.id });
  expect(await days()).toBeNull(); // offered, not agreed
  const { commission } = await our.accept(told.seat.id, offered);
  expect(await days()).toBe(7); // 350,000 / 51,000 = 6.9
  await our.accept(told.seat.id, await our.offer(told.ada.personId, commission, told.ada.personId, 50_000));
  expect(await days()).toBe(7);
  const [{ id }] = await linesOf(told.ada.id);
  await credit(id, { amountMinor: 1 });
  expect(await days()).toBe(7);
  await credit(id, { amountMinor: 49_999 });
  expect(await days()).toBe(6);
  expect((await chargesSeenBy(told.lead.id, told.ben.id)).breakEvenDays).toBeNull(); // neither
});
