import { creditOf, onTheRightParty, qualityAssuranceIsDue, vatOfLine } from "../../src/charge/charge.rules";
import { ChargeKind } from "../../src/charge/charge-kind";
import { Payer } from "../../src/charge/payer";
import { LINES, Line, statementOf } from "../../src/charge/statement";
import { CommissionStage } from "../../src/commission/commission-stage";
import { dice } from "../support/dice";

const { INDIVIDUAL_SUPERVISION, QUALITY_ASSURANCE, PROGRAMME_FEE } = ChargeKind;
const { BOARD, TRAINEE } = Payer;

test.each([
  { kind: INDIVIDUAL_SUPERVISION, payer: BOARD, met: true },
  { kind: QUALITY_ASSURANCE, payer: BOARD, met: true },
  { kind: PROGRAMME_FEE, payer: TRAINEE, met: true },
  {
    kind: INDIVIDUAL_SUPERVISION,
    payer: TRAINEE,
    met: false,
    next: "individual supervision to the commissioning board",
  },
  { kind: QUALITY_ASSURANCE, payer: TRAINEE, met: false, next: "quality assurance to the commissioning board" },
  { kind: PROGRAMME_FEE, payer: BOARD, met: false, next: "the programme fee to the trainee" },
])("R27, R44, R50, E10: $kind charged to the $payer → $met", ({ kind, payer, met, next }) => {
  expect(onTheRightParty(kind, payer)).toMatchObject({
    ...{ rule: "E10", title: "A charge on the right party", needed: 1, actual: met ? 1 : 0, met },
    next: next ? `Charge ${next}.` : null,
  });
});

test.each([
  { stage: CommissionStage.FINDINGS, qualityRecordedOn: null, due: false },
  { stage: CommissionStage.DECLINED, qualityRecordedOn: null, due: false },
  { stage: CommissionStage.DRAFT_REPORT, qualityRecordedOn: null, due: true },
  { stage: CommissionStage.CLOSED, qualityRecordedOn: "2017-06-01", due: true },
  { stage: CommissionStage.FINDINGS, qualityRecordedOn: "2017-06-01", due: true },
])("R44: at $stage, recorded on $qualityRecordedOn, quality assurance is due: $due", ({ due, ...commission }) => {
  expect(qualityAssuranceIsDue(commission)).toBe(due);
});

test.each([
  { left: 350_000, percent: 20, credited: 350_000, vat: -70_000 },
  { left: 350_000, percent: 20, credited: 2, vat: 0 }, // 69,999.6 pence of VAT are left, which are 70,000
  { left: 350_000, percent: 20, credited: 3, vat: -1 },
  { left: 3, percent: 50, credited: 1, vat: -1 }, // half a penny up: 2 before, 1 after
  { left: 2, percent: 50, credited: 1, vat: 0 }, // 1 before, 1 after
  { left: 1, percent: 50, credited: 1, vat: -1 },
  { left: 100, percent: null, credited: 40, vat: 0 },
])("R49: of $left pence at $percent % a credit of $credited takes back $vat of VAT", (given) => {
  const { amountMinor, vatMinor } = creditOf(given.left, given.percent, given.credited);
  expect([amountMinor + 0, vatMinor + 0]).toEqual([-given.credited, given.vat]);
});

/** A charge and the credit notes on it in random parts, until nothing or something is left. */
const credited = (roll: () => number) => {
  const charged = Math.floor(roll() ** 3 * 100_000_001);
  const percent = Math.floor(roll() * 101);
  const lines = [{ amountMinor: charged, vatMinor: vatOfLine(charged, percent) }];
  let left = charged;
  const parts = Math.floor(roll() * 12);
  for (let part = 0; part < parts && left > 0; part += 1) {
    const amount = roll() < 0.3 ? left : 1 + Math.floor(roll() * left);
    lines.push(creditOf(left, percent, amount));
    left -= amount;
  }
  return { charged, percent, left, lines };
};
const sum = (lines: readonly { amountMinor: number; vatMinor: number }[], of: "amountMinor" | "vatMinor"): number =>
  lines.reduce((total, line) => total + line[of], 0);

test("R49: however a charge is credited in parts, what is left bears exactly its VAT, and nothing left bears none", () => {
  const roll = dice(50);
  const tried = Array.from({ length: 20_000 }, () => credited(roll));
  const wrong = tried.filter(({ percent, left, lines }) => {
    // Half a penny up, in whole numbers without a limit: another way than the code's.
    const due = (2n * BigInt(left) * BigInt(percent) + 100n) / 200n;
    const whole = lines.every(
      ({ amountMinor, vatMinor }) => Number.isSafeInteger(amountMinor) && Number.isSafeInteger(vatMinor),
    );
    const nothing = left > 0 || sum(lines, "vatMinor") === 0;
    return !whole || !nothing || sum(lines, "amountMinor") !== left || BigInt(sum(lines, "vatMinor")) !== due;
  });
  expect(wrong).toEqual([]);
  expect(tried.filter(({ left, lines }) => left === 0 && lines.length > 2).length).toBeGreaterThan(1_000);
});

const dayAt = (number: number): string => new Date(Date.UTC(2017, 0, 1 + number)).toISOString().slice(0, 10);

const ledgerOf = (roll: () => number): Line[] =>
  Array.from({ length: 1 + Math.floor(roll() * 8) }, () => {
    const kind = Object.values(ChargeKind)[Math.floor(roll() * 3)] as ChargeKind;
    return credited(roll).lines.map((line) => ({
      ...line,
      kind,
      purpose: "What for",
      day: dayAt(Math.floor(roll() * 40)),
    }));
  })
    .flat()
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map((line, index) => ({ ...line, id: `chg_${index}`, raisedAt: `${line.day}T12:00:00.000Z` }));

test("R27, R49: a statement's balance is the sum of the ledger's lines, from day to day and kind by kind", () => {
  const roll = dice(51);
  for (let round = 0; round < 200; round += 1) {
    const lines = ledgerOf(roll);
    const owed = sum(lines, "amountMinor") + sum(lines, "vatMinor");
    const [cut, end] = [dayAt(Math.floor(roll() * 40)), dayAt(60)];
    const next = new Date(Date.parse(cut) + 86_400_000).toISOString().slice(0, 10);
    const all = statementOf(lines, { from: null, to: null });
    const [first, second] = [statementOf(lines, { from: null, to: cut }), statementOf(lines, { from: next, to: end })];

    expect(all.openingBalance.amountMinor).toBe(0);
    expect(all.closingBalance.amountMinor).toBe(owed);
    expect([first.openingBalance, second.openingBalance]).toEqual([all.openingBalance, first.closingBalance]);
    expect(second.closingBalance).toEqual(all.closingBalance);
    expect([...first.lines, ...second.lines].map(({ chargeId }) => chargeId)).toEqual(lines.map(({ id }) => id));
    for (const stated of [all, first, second]) {
      const { openingBalance, closingBalance, amount, vat, withVat, totals, lines: told } = stated;
      expect(withVat.amountMinor).toBe(amount.amountMinor + vat.amountMinor);
      expect(closingBalance.amountMinor).toBe(openingBalance.amountMinor + withVat.amountMinor);
      expect(totals.reduce((total, of) => total + of.withVat.amountMinor, 0)).toBe(withVat.amountMinor);
      expect(told.at(-1)?.balance ?? openingBalance).toEqual(closingBalance);
    }
  }
});

test("a statement tells its first hundred lines and says that there are more; its sums are of all", () => {
  const line = { kind: PROGRAMME_FEE, purpose: "Fee", amountMinor: 100, vatMinor: 20, day: "2017-01-01" };
  const lines = Array.from({ length: LINES + 1 }, (_, at) => ({ ...line, id: `chg_${at}`, raisedAt: "2017-01-01" }));
  const [more, whole] = [lines, lines.slice(1)].map((given) => statementOf(given, { from: null, to: null }));
  expect([more?.lines.length, more?.complete, more?.closingBalance.amountMinor]).toEqual([100, false, 12_120]);
  expect([whole?.lines.length, whole?.complete]).toEqual([100, true]);
});
