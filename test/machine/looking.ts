import { createHash } from "node:crypto";
import type { Database, Row } from "../../src/database/database";
import { Model, Person, STAGES } from "./model";
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

/** Who owes how much under which commission, and every charge that more was taken back from than it came to. */
const ledger = async (db: Database) => {
  const owed = await db.rows(
    "SELECT payer, commissionId, boardId, SUM(amountMinor) AS amount, COUNT(*) AS lines_of FROM charge GROUP BY payer, commissionId, boardId",
  );
  const overdrawn = await db.rows(
    `SELECT c.id FROM charge c JOIN charge n ON n.creditsId = c.id
     GROUP BY c.id, c.amountMinor HAVING c.amountMinor + SUM(n.amountMinor) < 0`,
  );
  return {
    overdrawn,
    owed: owed
      .map((row) => `${row.payer} ${row.commissionId} ${row.boardId} ${Number(row.amount)} in ${Number(row.lines_of)}`)
      .sort(),
  };
};

/** The same as the model has it. */
export const ledgerOf = (model: Model) => {
  const sums = new Map<string, { amount: number; lines: number }>();
  for (const { payer, commission, amountMinor } of model.ledger) {
    const who = `${payer} ${commission.id} ${commission.board.id}`;
    const { amount, lines } = sums.get(who) ?? { amount: 0, lines: 0 };
    sums.set(who, { amount: amount + amountMinor, lines: lines + 1 });
  }
  const owed = [...sums].map(([who, { amount, lines }]) => `${who} ${amount} in ${lines}`);
  return { overdrawn: [], owed: owed.sort() };
};

/** Every commission that did not stay where it was, begin, or come to the very next stage. */
export const outOfOrder = (before: Map<unknown, unknown>, after: Map<unknown, unknown>): string[] =>
  [...after].flatMap(([id, now]) => {
    const was = before.get(id);
    const next = was === "NEGOTIATING" ? ["COMMISSIONED", "DECLINED"] : [STAGES[STAGES.indexOf(String(was)) + 1]];
    const may = was === undefined ? ["NEGOTIATING"] : [was, ...(was === "DECLINED" ? [] : next)];
    return may.includes(now as string) ? [] : [`${id}: ${was} → ${now}`];
  });

/** What the entries tell, in the form of what they must tell: of each fact and id that must be there, what is. */
export const toldBy = (entries: readonly Row[], by: Person, at: Date, expected: readonly Told[]) => {
  const left = [...entries];
  const found = expected.map((told) => {
    const index = left.findIndex((entry) => matches(entry, told));
    return index < 0 ? { missing: told } : left.splice(index, 1);
  });
  return {
    missing: found.filter((one) => "missing" in one),
    beside: left.map(({ kind, facts }) => ({ kind, facts })),
    notByThem: entries.filter(({ actorId }) => actorId !== by.id),
    notThen: entries.filter((entry) => entry.at !== at.toISOString().replace("T", " ").slice(0, -1)),
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
