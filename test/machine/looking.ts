import { createHash } from "node:crypto";
import type { Database, Row } from "../../src/database/database";
import { leftOf, Model, Person, STAGES, vatOn } from "./model";
import { Told } from "./step";

/** What is compared of the database: everything, how far the Log is, where each commission stands, what is owed. */
export const looking = (db: Database) => {
  // The head of the Log stands for its entries: each is chained to all before it.
  const tables = db.source.entityMetadatas
    .map(({ tableName }) => tableName)
    .filter((table) => table !== "entry" && table !== "access");

  /** One text for all that is in all tables. */
  const digest = async (): Promise<string> => {
    const hash = createHash("sha256");
    for (const table of tables) hash.update(JSON.stringify(await db.rows(`SELECT * FROM \`${table}\` ORDER BY 1`)));
    return hash.digest("hex");
  };

  const head = async (): Promise<number> => Number((await db.rows("SELECT position FROM log_head"))[0]?.position);

  const stages = async (): Promise<Map<unknown, unknown>> =>
    new Map((await db.rows("SELECT id, stage FROM commission")).map(({ id, stage }) => [id, stage]));

  const entriesAfter = (position: number): Promise<Row[]> =>
    db.rows("SELECT * FROM entry WHERE position > ? ORDER BY position", [position]);

  return { digest, head, stages, entriesAfter, ledger: () => ledger(db) };
};

/** Who owes how much, with VAT and in how many lines, and every charge of which more was taken back than it came to. */
const ledger = async (db: Database) => {
  const owed = await db.rows(
    `SELECT payer, kind, commissionId, boardId, traineeId, SUM(amountMinor) AS amount, SUM(vatMinor) AS vat,
       COUNT(*) AS lines_of FROM charge GROUP BY payer, kind, commissionId, boardId, traineeId`,
  );
  const overdrawn = await db.rows(
    `SELECT c.id FROM charge c JOIN charge n ON n.creditsId = c.id
     GROUP BY c.id, c.amountMinor HAVING c.amountMinor + SUM(n.amountMinor) < 0`,
  );
  return {
    overdrawn,
    owed: owed
      .map(({ payer, kind, commissionId, boardId, traineeId, amount, vat, lines_of }) => {
        const by = [payer, kind, commissionId ?? traineeId, boardId].filter(Boolean).join(" ");
        return `${by}: ${Number(amount)} + ${Number(vat)} in ${Number(lines_of)}`;
      })
      .sort(),
  };
};

/** The same as the model has it: a board pays what was for its commission, a trainee the fee. */
export const ledgerOf = ({ ledger }: Model) => {
  const sums = new Map<string, { amount: number; vat: number; lines: number }>();
  for (const charge of ledger) {
    const { kind, to, credited } = charge;
    const by = "board" in to ? `BOARD ${kind} ${to.id} ${to.board.id}` : `TRAINEE ${kind} ${to.id}`;
    const { amount, vat, lines } = sums.get(by) ?? { amount: 0, vat: 0, lines: 0 };
    const left = leftOf(charge);
    sums.set(by, { amount: amount + left, vat: vat + vatOn(left), lines: lines + 1 + credited.length });
  }
  const owed = [...sums].map(([by, { amount, vat, lines }]) => `${by}: ${amount} + ${vat} in ${lines}`);
  return { overdrawn: [], owed: owed.sort() };
};

/** Every commission that did not stay where it was, begin, or come to the very next stage or to nothing. */
export const outOfOrder = (before: Map<unknown, unknown>, after: Map<unknown, unknown>): string[] =>
  [...after].flatMap(([id, now]) => {
    const was = before.get(id);
    const at = STAGES.indexOf(String(was));
    const next = [STAGES[at + 1], was === "NEGOTIATING" && "DECLINED", at < STAGES.indexOf("PUBLISHED") && "ABANDONED"];
    const may = was === undefined ? ["NEGOTIATING"] : [was, ...(at < 0 ? [] : next)];
    return may.includes(now as string) ? [] : [`${id}: ${was} → ${now}`];
  });

/** What the entries tell, in the form of what they must tell: of each fact and id that must be there, what is. */
export const toldBy = (entries: readonly Row[], by: Person, at: Date, expected: readonly Told[]) => {
  const left = new Map(entries.entries());
  const nobodys = new Set<number>();
  const missing = expected.filter((told) => {
    const [index] = [...left].find(([, entry]) => matches(entry, told)) ?? [];
    if (index === undefined) return true;
    left.delete(index);
    if (told.by === "nobody") nobodys.add(index);
    return false;
  });
  return {
    missing,
    beside: [...left.values()].map(({ kind, facts }) => ({ kind, facts })),
    notByThem: entries.filter((entry, index) => entry.actorId !== (nobodys.has(index) ? null : by.id)),
    notThen: entries.filter((entry) => Date.parse(`${String(entry.at).replace(" ", "T")}Z`) !== at.getTime()),
  };
};
export const ALL_TOLD = { missing: [], beside: [], notByThem: [], notThen: [] };

const matches = (entry: Row, { kind, about = {}, facts = {} }: Told): boolean => {
  const said = JSON.parse(entry.facts as string) as Record<string, unknown>;
  return (
    entry.kind === kind &&
    Object.entries(about).every(([name, id]) => entry[name] === id) &&
    Object.entries(facts).every(([name, value]) => same(said[name], value))
  );
};

/** Whatever order their names are in. */
const same = (one: unknown, other: unknown): boolean => {
  const plain = (value: unknown) =>
    JSON.stringify(value, (_, inner) =>
      inner && typeof inner === "object" && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    );
  return plain(one) === plain(other);
};
