import { Charge } from "../../src/charge/charge.entity";
import { ChargeKind } from "../../src/charge/charge-kind";
import { chargeBoard, chargeTrainee, creditBoard } from "../../src/charge/ledger";
import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { Refused } from "../../src/mutation/refused";
import { ask, done, refused, rejected } from "../support/change";
import { counts } from "../support/counts";
import { history } from "../support/history";
import { Story, story, tell } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let review: Commission;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.DRAFT_REPORT);
});
afterEach(() => tandem.close());

const LINE = `id payer kind purpose vatPercent amount { amountMinor } vat { amountMinor } withVat { amountMinor }
  credits { id } creditNotes { totalCount }`;
const owed = (more: Record<string, unknown> = {}) => ({
  ...{ commissionId: review.id, amountMinor: 45_001, purpose: "Quality assurance of the draft" },
  ...more,
});
const assured = async (more: Record<string, unknown> = {}) =>
  (await done(tandem, told.lead.id, "chargeQualityAssurance", owed(more), `charge { ${LINE} board { id } }`)).charge;
const credit = async (chargeId: string, more: Record<string, unknown> = {}) =>
  (await done(tandem, told.lead.id, "creditCharge", { chargeId, reason: "A slip.", ...more }, `creditNote { ${LINE} }`))
    .creditNote;
const refuse = (chargeId: string, more: Record<string, unknown> = {}) =>
  refused(tandem, told.lead.id, "creditCharge", { chargeId, reason: "A slip.", ...more });

test("R44: quality assurance is charged to the board, with the VAT of the fee in force", async () => {
  expect(await assured()).toMatchObject({
    ...{
      payer: "BOARD",
      kind: "QUALITY_ASSURANCE",
      purpose: "Quality assurance of the draft",
      board: { id: told.board.id },
    },
    ...{ amount: { amountMinor: 45_001 }, vatPercent: 20, vat: { amountMinor: 9_000 } },
    ...{ withVat: { amountMinor: 54_001 }, credits: null },
  });
  const [entry] = await history(tandem, told, 1);
  expect(entry).toMatchObject({
    kind: "ChargeRaised",
    facts: { amountMinor: 45_001, vatPercent: 20, vatMinor: 9_000 },
  });

  const fee = { appliesFrom: daysAgo(0), feeMinor: 350_000, vatPercent: 17 };
  await done(tandem, told.lead.id, "setFee", { programmeId: "LT", expectedVersion: told.programme.version, ...fee });
  expect(await assured()).toMatchObject({ vatPercent: 17, vat: { amountMinor: 7_650 } });
});

test("R13, R44: it is charged once it is due, also of a review after accreditation; not before there is a draft report", async () => {
  const set = (to: Partial<Commission>) => tandem.db.source.manager.update(Commission, { id: review.id }, to);
  for (const stage of [CommissionStage.NEGOTIATING, CommissionStage.FINDINGS, CommissionStage.DECLINED]) {
    await set({ stage });
    expect(await refused(tandem, told.lead.id, "chargeQualityAssurance", owed())).toMatchObject([
      { code: "INVALID_INPUT", path: ["commissionId"], message: expect.stringContaining("draft report") },
    ]);
  }
  await set({ stage: CommissionStage.CLOSED, practice: false, qualityRecordedOn: daysAgo(20) });
  await assured();
});

test("R44: the lead charges and credits, nobody else", async () => {
  const { id } = await assured();
  for (const by of [told.seat.id, told.supervisor.id, told.assessor.id, told.ada.personId]) {
    expect(await rejected(tandem, by, "chargeQualityAssurance", owed())).toBe("FORBIDDEN");
    expect(await rejected(tandem, by, "creditCharge", { chargeId: id, reason: "A slip." })).toBe("FORBIDDEN");
  }
});

test("an amount of nothing, below nothing or beyond all sense is refused, with every other fault", async () => {
  for (const amountMinor of [0, -1, 100_000_001]) {
    expect(
      await refused(tandem, told.lead.id, "chargeQualityAssurance", owed({ amountMinor, purpose: " " })),
    ).toMatchObject([{ path: ["amountMinor"] }, { path: ["purpose"] }]);
    expect(await refuse("chg_x", { amountMinor, reason: " " })).toMatchObject([
      { code: "INVALID_INPUT", path: ["amountMinor"] },
      { code: "INVALID_INPUT", path: ["reason"] },
    ]);
  }
  expect(await refuse("chg_x")).toMatchObject([{ code: "NOT_FOUND", path: ["chargeId"] }]);
});

test("R27: a charge is taken back in parts by credit notes, which add up to the penny, and is never changed itself", async () => {
  const charge = await assured({ amountMinor: 333 }); // 66.6 of VAT, which is 67
  const [first, second, last] = [
    await credit(charge.id, { amountMinor: 1 }),
    await credit(charge.id, { amountMinor: 330 }),
    await credit(charge.id),
  ];
  expect([charge, first, second, last].map(({ amount, vat }) => [amount.amountMinor, vat.amountMinor])).toEqual([
    ...[[333, 67] as const, [-1, -1] as const], // on 332 it is 66.4
    ...[[-330, -66] as const, [-2, 0] as const], // on 2 it is 0.4
  ]);
  expect(first).toMatchObject({ payer: "BOARD", kind: "QUALITY_ASSURANCE", credits: { id: charge.id } });
  const { data } = await tandem
    .as(told.seat.id)
    .ask(`query ($id: ID!) { node(id: $id) { ... on Charge { ${LINE} } } }`, {
      id: charge.id,
    });
  expect({ ...data.node, board: charge.board }).toEqual({ ...charge, creditNotes: { totalCount: 3 } });
  const [entry] = await history(tandem, told, 1);
  expect(entry).toMatchObject({
    kind: "ChargeCredited",
    reason: "A slip.",
    facts: { amountMinor: -2, credits: charge.id },
  });
});

test("no more is credited than is left, and nothing of a credit note", async () => {
  const { id } = await assured();
  const note = await credit(id, { amountMinor: 45_000 });
  expect(await refuse(id, { amountMinor: 2 })).toMatchObject([
    { path: ["amountMinor"], message: "No more than 1 pence of the charge are left." },
  ]);
  expect(await refuse(note.id)).toMatchObject([
    { path: ["chargeId"], message: expect.stringContaining("credit note") },
  ]);
  await credit(id);
  expect(await refuse(id)).toMatchObject([{ path: ["chargeId"], message: "Nothing is left of the charge." }]);
});

test("of several who credit a charge at the same moment, all together never credit more than it", async () => {
  for (let round = 0; round < 3; round += 1) {
    const { id } = await assured({ amountMinor: 1_000 });
    const input = { chargeId: id, amountMinor: 400, reason: "A slip." };
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(tandem, told.lead.id, "creditCharge", input)));
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(answers.filter(({ data }) => data.creditCharge.errors.length === 0)).toHaveLength(2);
  }
});

test("whoever writes into the ledger: of credits at the same moment each counts those before it", async () => {
  const { id } = await assured({ amountMinor: 1_000 });
  const crediting = () =>
    tell(tandem, told.lead.id, async (tx) => {
      const charge = await tx.manager.findOneByOrFail(Charge, { id });
      await creditBoard(tx, charge, 400, "A slip.");
    });
  const settled = await Promise.allSettled([1, 2, 3, 4].map(crediting));
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  const faults = settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(faults.every((fault) => fault instanceof Refused)).toBe(true);
});

test.each([
  ["a trainee for individual supervision", ChargeKind.INDIVIDUAL_SUPERVISION, false],
  ["a trainee for quality assurance", ChargeKind.QUALITY_ASSURANCE, false],
  ["a board for the programme fee", ChargeKind.PROGRAMME_FEE, true],
])(
  "R27, R44, R50: a charge on the wrong party, %s, never comes into the ledger, whoever calls",
  async (_, kind, onBoard) => {
    const before = await counts(tandem.db);
    const charging = tell(tandem, told.lead.id, (tx) => {
      const what = { purpose: "What for", amountMinor: 1_000 };
      const board = { boardId: told.board.id, commissionId: review.id, sessionId: null };
      const trainee = { traineeId: told.ada.id, vatPercent: 20, currency: "GBP" };
      return onBoard
        ? chargeBoard(tx, { ...what, ...board, kind: kind as ChargeKind.QUALITY_ASSURANCE })
        : chargeTrainee(tx, { ...what, ...trainee, kind: kind as ChargeKind.PROGRAMME_FEE });
    });
    await expect(charging).rejects.toMatchObject({ errors: [{ code: "RULE_NOT_MET", rule: { rule: "E10" } }] });
    expect(await counts(tandem.db)).toEqual(before);
  },
);

test("without a fee in force there is no rate of VAT, and no charge", async () => {
  await tandem.db.source.query("UPDATE fee SET appliesFrom = ?", [daysAgo(-1)]);
  expect(await refused(tandem, told.lead.id, "chargeQualityAssurance", owed())).toMatchObject([
    { code: "INVALID_INPUT", path: [], message: expect.stringContaining("rate of VAT") },
  ]);
});

test("R27, R44: a board's lines are found by kind, payer and what they credit, in either order", async () => {
  const { id } = await assured();
  await credit(id, { amountMinor: 1 });
  const alone = { traineeId: told.ada.id, commissionId: review.id, date: daysAgo(1), minutes: 60, chargeMinor: 12_000 };
  await done(tandem, told.supervisor.id, "logIndividualSupervision", alone);
  const query = `query ($id: ID!, $filter: ChargeFilter, $order: ChargeOrder) { commission(id: $id) {
    charges(filter: $filter, orderBy: $order) { nodes { kind amount { amountMinor } } } } }`;
  const found = async (filter: object, order = "OLDEST_FIRST") => {
    const { data } = await tandem.as(told.seat.id).ask(query, { id: review.id, filter, order });
    return data.commission.charges.nodes.map(({ amount }: { amount: { amountMinor: number } }) => amount.amountMinor);
  };
  expect(await found({})).toEqual([45_001, -1, 12_000]);
  expect(await found({}, "NEWEST_FIRST")).toEqual([12_000, -1, 45_001]);
  expect(await found({ kind: { eq: "QUALITY_ASSURANCE" } })).toEqual([45_001, -1]);
  expect(await found({ creditsId: { eq: id } })).toEqual([-1]);
  expect(await found({ payer: { eq: "TRAINEE" } })).toEqual([]);
});
