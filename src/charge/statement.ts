import { money } from "../graph/scalars";
import { ChargeKind } from "./charge-kind";
import { Statement, StatementSum } from "./statement.type";

/** A line of the ledger as a statement sums it up, all in pence. */
export interface Line {
  readonly id: string;
  readonly raisedAt: string;
  /** The day in London. */
  readonly day: string;
  readonly kind: ChargeKind;
  readonly purpose: string;
  readonly amountMinor: number;
  readonly vatMinor: number;
}

/** The first and the last day a statement tells of; without one there is no such end. */
export interface Window {
  readonly from: string | null;
  readonly to: string | null;
}

/** So many lines are told; a longer statement is asked for in parts, from day to day. */
export const LINES = 100;

const CURRENCY = "GBP";

const pounds = (amountMinor: number) => money(amountMinor, CURRENCY);
const net = (lines: readonly Line[]): number => lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
const vat = (lines: readonly Line[]): number => lines.reduce((sum, { vatMinor }) => sum + vatMinor, 0);

const sumOf = (lines: readonly Line[]): StatementSum => ({
  amount: pounds(net(lines)),
  vat: pounds(vat(lines)),
  withVat: pounds(net(lines) + vat(lines)),
});

/** What lines of the ledger, the earliest first, come to within a window, and what was owed before it and is after. */
export const statementOf = (lines: readonly Line[], { from, to }: Window): Statement => {
  const before = lines.filter(({ day }) => from !== null && day < from);
  const within = lines.filter(({ day }) => (from === null || from <= day) && (to === null || day <= to));
  const opening = net(before) + vat(before);
  let balance = opening;
  const told = within.map(({ id: chargeId, raisedAt, kind, purpose, ...line }) => {
    balance += line.amountMinor + line.vatMinor;
    return {
      chargeId,
      raisedAt,
      kind,
      purpose,
      ...sumOf([{ id: chargeId, raisedAt, kind, purpose, ...line }]),
      balance,
    };
  });
  return {
    from,
    to,
    openingBalance: pounds(opening),
    lines: told.slice(0, LINES).map((line) => ({ ...line, balance: pounds(line.balance) })),
    complete: told.length <= LINES,
    totals: Object.values(ChargeKind)
      .map((kind) => ({ kind, ofKind: within.filter((line) => line.kind === kind) }))
      .filter(({ ofKind }) => ofKind.length > 0)
      .map(({ kind, ofKind }) => ({ kind, ...sumOf(ofKind) })),
    ...sumOf(within),
    closingBalance: pounds(balance),
    rates: [],
  };
};
