import { Charge } from "../../src/charge/charge.entity";
import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { done } from "../support/change";
import { commissioning } from "../support/commissioning";
import { dice } from "../support/dice";
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

const SUM = "amount { amountMinor } vat { amountMinor } withVat { amountMinor }";
const STATEMENT = `statement(from: $from, to: $to) { from to openingBalance { amountMinor } closingBalance { amountMinor }
  complete ${SUM} totals { kind ${SUM} } rates { person { id } rate { amountMinor } payer }
  lines { charge { id } kind purpose ${SUM} balance { amountMinor } } }`;

const statement = async (by: string, of: "commission" | "trainee", id: string, window: object = {}) => {
  const query = `query ($id: ID!, $from: Date, $to: Date) { ${of}(id: $id) { ${STATEMENT} } }`;
  const { data, errors } = await tandem.as(by).ask(query, { id, ...window });
  expect(errors).toBeUndefined();
  return data[of].statement;
};
const charge = async (commissionId: string, amountMinor: number) => {
  const owed = { commissionId, amountMinor, purpose: "Quality assurance" };
  return (await done(tandem, told.lead.id, "chargeQualityAssurance", owed, "charge { id }")).charge.id as string;
};
const supervise = ({ id: commissionId }: Commission, chargeMinor: number) =>
  done(tandem, told.supervisor.id, "logIndividualSupervision", {
    ...{ traineeId: told.ada.id, commissionId, date: daysAgo(1), minutes: 60, chargeMinor },
  });
const credit = (chargeId: string, amountMinor: number) =>
  done(tandem, told.lead.id, "creditCharge", { chargeId, amountMinor, reason: "A slip." });
const raisedAgo = (id: string, days: number) =>
  tandem.db.source.manager.update(Charge, { id }, { raisedAt: new Date(`${daysAgo(days)}T12:00:00.000Z`) });
const pence = (amountMinor: number) => ({ amountMinor });

test("R27, R44: a board reads what it owes under a commission, line by line, kind by kind, and from which day", async () => {
  const review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.DRAFT_REPORT);
  const early = await charge(review.id, 10_000);
  await raisedAgo(early, 30);
  const later = await charge(review.id, 45_001);
  await supervise(review, 12_000);
  await credit(later, 5_001);

  const stated = await statement(told.seat.id, "commission", review.id, { from: daysAgo(29), to: daysAgo(0) });
  expect(stated).toMatchObject({
    ...{ from: daysAgo(29), to: daysAgo(0), complete: true, openingBalance: pence(12_000) },
    ...{ amount: pence(52_000), vat: pence(10_400), withVat: pence(62_400), closingBalance: pence(74_400) },
    totals: [
      { kind: "INDIVIDUAL_SUPERVISION", amount: pence(12_000), vat: pence(2_400), withVat: pence(14_400) },
      { kind: "QUALITY_ASSURANCE", amount: pence(40_000), vat: pence(8_000), withVat: pence(48_000) },
    ],
  });
  expect(stated.lines).toMatchObject([
    { charge: { id: later }, withVat: pence(54_001), balance: pence(66_001) },
    { kind: "INDIVIDUAL_SUPERVISION", withVat: pence(14_400), balance: pence(80_401) },
    { amount: pence(-5_001), vat: pence(-1_000), withVat: pence(-6_001), balance: pence(74_400) },
  ]);
  expect(await statement(told.lead.id, "commission", review.id, { to: daysAgo(1) })).toMatchObject({
    ...{ from: null, openingBalance: pence(0), closingBalance: pence(12_000), lines: [{ charge: { id: early } }] },
  });
});

test("R49: a trainee reads what they owe: the fee, less what was credited of it, and nothing of any board's", async () => {
  const review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.DRAFT_REPORT);
  await charge(review.id, 45_001);
  await supervise(review, 12_000);
  const { charge: fee } = await done(tandem, told.lead.id, "chargeFee", { traineeId: told.ada.id }, "charge { id }");
  await credit(fee.id, 50_000);
  expect(await statement(told.ada.personId, "trainee", told.ada.id)).toMatchObject({
    ...{ openingBalance: pence(0), amount: pence(300_000), vat: pence(60_000), closingBalance: pence(360_000) },
    ...{ totals: [{ kind: "PROGRAMME_FEE" }], rates: [], lines: [{ charge: { id: fee.id } }, { vat: pence(-10_000) }] },
  });
});

test("a statement is seen by whom it concerns and the lead, and by nobody else", async () => {
  const { id } = await told.commissioned(told.adaAndBen, told.board, CommissionStage.DRAFT_REPORT);
  for (const by of [told.ada.personId, told.supervisor.id]) expect(await statement(by, "commission", id)).toBeNull();
  for (const by of [told.ben.personId, told.seat.id, told.supervisor.id]) {
    expect(await statement(by, "trainee", told.ada.id)).toBeNull();
  }
  for (const [by, of, what] of [
    [told.seat.id, "commission", id],
    [told.ada.personId, "trainee", told.ada.id],
    [told.lead.id, "trainee", told.ada.id],
  ] as const) {
    expect(await statement(by, of, what)).toMatchObject({ lines: [], closingBalance: pence(0), complete: true });
  }
});

test("R21, R29: it names the day rates that were agreed, which the board pays the pair itself, and adds none of them up", async () => {
  const our = commissioning(tandem, told);
  const [ada, ben] = [told.ada.personId, told.ben.personId];
  let commission = await our.agree(await our.propose(), ada);
  commission = (await our.offer(ben, commission, ben, 60_000)).commission;
  const rates = async () => (await statement(told.seat.id, "commission", commission.id)).rates;
  expect(await rates()).toEqual([{ person: { id: ada }, rate: pence(55_000), payer: "BOARD" }]); // Ben's is only offered
  commission = await our.agree(commission, ben);
  commission = (await our.offer(ada, commission, ada, 70_000)).commission; // an offer does not undo what was agreed
  expect(await rates()).toEqual([
    { person: { id: ada }, rate: pence(55_000), payer: "BOARD" },
    { person: { id: ben }, rate: pence(55_000), payer: "BOARD" },
  ]);
  expect((await statement(told.seat.id, "commission", commission.id)).closingBalance).toEqual(pence(0));
});

test("a statement that ends before it begins is a fault of the request", async () => {
  const query = `query ($id: ID!) { trainee(id: $id) { statement(from: "2017-02-01", to: "2017-01-31") { complete } } }`;
  const { errors } = await tandem.as(told.lead.id).ask(query, { id: told.ada.id });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
});

test("R27, R44, R49: after random charges and credits the ledger's lines add up to the statements and to what is due", async () => {
  const roll = dice(27);
  const review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.DRAFT_REPORT);
  const left = new Map<string, number>();
  const { charge: fee } = await done(tandem, told.lead.id, "chargeFee", { traineeId: told.ada.id }, "charge { id }");
  left.set(fee.id, 350_000);
  for (let step = 0; step < 40; step += 1) {
    const open = [...left].filter(([, pence]) => pence > 0);
    const [id, most] = open[Math.floor(roll() * open.length)] ?? [];
    if (roll() < 0.4 || !id || !most) {
      const amountMinor = 1 + Math.floor(roll() * 99_999);
      left.set(await charge(review.id, amountMinor), amountMinor);
    } else {
      const amountMinor = roll() < 0.2 ? most : 1 + Math.floor(roll() * most);
      await credit(id, amountMinor);
      left.set(id, most - amountMinor);
    }
  }
  // Each charge's VAT is that of what is left of it, half a penny up, at 20 per cent.
  const due = (amountMinor: number) => amountMinor + Math.floor((amountMinor * 20 + 50) / 100);
  const dueOf = (ids: readonly string[]) => ids.reduce((sum, id) => sum + due(left.get(id) as number), 0);
  const board = [...left.keys()].filter((id) => id !== fee.id);
  expect((await statement(told.seat.id, "commission", review.id)).closingBalance).toEqual(pence(dueOf(board)));
  expect((await statement(told.ada.personId, "trainee", told.ada.id)).closingBalance).toEqual(pence(dueOf([fee.id])));
  const [sum] = await tandem.db.rows("SELECT SUM(amountMinor) + SUM(vatMinor) AS owed FROM charge");
  expect(Number(sum?.owed)).toBe(dueOf([...left.keys()]));
});
