import { agreedOffer } from "../commission/negotiation.rules";
import type { Context } from "../context";
import { grouped } from "../graph/grouped";
import { CalendarDate, money, toIso } from "../graph/scalars";
import { badInput } from "../operation/errors";
import { marks, padded } from "../scope/condition";
import { londonDay } from "../time";
import { Payer } from "./payer";
import { Line, statementOf } from "./statement";
import type { Statement, StatementRate } from "./statement.type";

type Asked = { from?: string | null; to?: string | null };

/** Between which days a statement is asked for. */
export const WINDOW = {
  from: [() => CalendarDate, { nullable: true, description: "From the beginning of this day in London." }],
  to: [() => CalendarDate, { nullable: true, description: "To the end of this day in London." }],
} satisfies Record<string, [() => object, object]>;

/** Answers `Trainee.statement`. */
export const statementsOfTrainees = async (
  ctx: Context,
  trainees: readonly { id: string }[],
  asked: Asked,
): Promise<Statement[]> => {
  const lines = await linesOf(ctx, "traineeId", Payer.TRAINEE, trainees);
  return trainees.map(({ id }) => statementOf(lines.get(id) ?? [], windowOf(asked)));
};

/** Answers `Commission.statement`: what its board owes the programme, and at which rates it pays the pair. */
export const statementsOfCommissions = async (
  ctx: Context,
  commissions: readonly { id: string }[],
  asked: Asked,
): Promise<Statement[]> => {
  const [lines, rates] = await Promise.all([
    linesOf(ctx, "commissionId", Payer.BOARD, commissions),
    ratesOf(ctx, commissions),
  ]);
  return commissions.map(({ id }) => ({
    ...statementOf(lines.get(id) ?? [], windowOf(asked)),
    rates: rates.get(id) ?? [],
  }));
};

const windowOf = ({ from = null, to = null }: Asked) => {
  if (from !== null && to !== null && to < from)
    throw badInput("A statement ends before it begins: to is before from.");
  return { from, to };
};

const linesOf = async (
  { db }: Context,
  whose: "traineeId" | "commissionId",
  payer: Payer,
  parents: readonly { id: string }[],
): Promise<Map<unknown, Line[]>> => {
  const ids = padded([...new Set(parents.map(({ id }) => id))]);
  const rows = await db.rows(
    `SELECT id, ${whose} AS whose, kind, purpose, amountMinor, vatMinor, raisedAt FROM charge
     WHERE payer = ? AND ${whose} IN (${marks(ids)}) ORDER BY raisedAt, id`,
    [payer, ...ids],
  );
  const lines = rows.map((row) => {
    const raisedAt = toIso(row.raisedAt);
    return { ...row, raisedAt, day: londonDay(new Date(raisedAt)) } as unknown as Line & { whose: string };
  });
  return grouped(lines, ({ whose }) => whose);
};

const ratesOf = async (
  { db }: Context,
  commissions: readonly { id: string }[],
): Promise<Map<string, StatementRate[]>> => {
  const ids = padded([...new Set(commissions.map(({ id }) => id))]);
  const rows = (await db.rows(
    `SELECT id, commissionId, personId, amountMinor, currency, acceptedAt FROM rate_offer
     WHERE commissionId IN (${marks(ids)}) ORDER BY offeredAt, id`,
    ids,
  )) as unknown as {
    commissionId: string;
    id: string;
    personId: string;
    amountMinor: number;
    currency: string;
    acceptedAt: string | null;
  }[];
  const rates = [...grouped(rows, ({ commissionId }) => commissionId)].map(([commissionId, offers]) => {
    const people = [...new Set(offers.map(({ personId }) => personId))];
    const agreed = people.flatMap((personId) => agreedOffer(offers, personId) ?? []);
    const rate = ({ personId, amountMinor, currency }: (typeof agreed)[number]) => ({
      ...{ personId, rate: money(amountMinor, currency), payer: Payer.BOARD },
    });
    return [commissionId, agreed.map(rate)] as const;
  });
  return new Map(rates);
};
