import type { Database, Row, Value } from "../../src/database/database";
import { EvidenceSource } from "../../src/evidence/evidence-source";
import { newId } from "../../src/id";
import { chained, chainKey, digestOf, Link } from "../../src/log/chain";
import { canonical, Log } from "../../src/log/log";
import { story, tell } from "../support/story";
import { SECRET } from "../support/tandem";

/** A Log of many kinds of entry, some with reasons: a story up to an assessment, and what a lead does beside it. */
export const aLog = async (db: Database, log: Log): Promise<void> => {
  const told = await story({ db, log });
  await told.readyForAssessment(told.ada);
  const eastvale = await told.boardNamed("Eastvale");
  const review = await told.commissioned(told.adaAndBen, eastvale);
  await told.superviseAlone(review, told.ben);
  await told.submitEvidence(review, [told.ada, told.ben], EvidenceSource.OTHERS, [2, 3]);
  await tell({ db, log }, told.lead.id, async (tx) => {
    const { supervisor, board, ada } = told;
    tx.append("PersonDisabled", supervisor, { personId: supervisor.id }, {}, "Left the programme: ä, 🙂 and “quotes”.");
    tx.append("CommissionDeclined", review, { commissionId: review.id, boardId: board.id }, {}, "No funds this year.");
    tx.append("ReadinessChanged", ada, { traineeId: ada.id }, { rule: "E9", from: true, to: false });
  });
};

/** Whoever has the database in their hands, with one connection on which nothing holds them back. */
export const tampering = async (db: Database) => {
  const runner = db.source.createQueryRunner();
  const run = (sql: string, values: readonly Value[] = []) => runner.query(sql, [...values]);
  await run(db.kind === "sqlite" ? "PRAGMA foreign_keys=OFF" : "SET FOREIGN_KEY_CHECKS = 0");
  const insert = async (row: Row) => {
    const names = Object.keys(row).map((name) => `\`${name}\``);
    await run(`INSERT INTO entry (${names}) VALUES (${names.map(() => "?")})`, Object.values(row));
  };
  const entries = () => db.rows("SELECT * FROM entry ORDER BY position");
  const moveHead = ({ position, chain, at }: Row) =>
    run("UPDATE log_head SET position = ?, chain = ?, at = ?", [position ?? 0, chain ?? "", at ?? "2000-01-01"]);

  return {
    run,
    insert,
    entries,
    /** Takes entries away from the end, and moves the head to what is left: a Log that was cut by somebody careful. */
    cut: async (last: number) => {
      await run("DELETE FROM entry WHERE position > ?", [last]);
      await moveHead((await entries()).at(-1) ?? {});
    },
    /** The Log as it is now, and the function that makes it so again. */
    remembered: async () => {
      const rows = await entries();
      const [head] = await db.rows("SELECT position, chain, at FROM log_head");
      const restore = async () => {
        await run("DELETE FROM entry");
        for (const row of rows) await insert(row);
        await moveHead(head as Row);
      };
      return { rows, restore };
    },
    /** Erases entries as the programme does: what the digest binds is taken away, and a later entry says whose it was. */
    erase: async (positions: readonly number[], entriesToName = positions.length) => {
      const rows = await entries();
      const named = positions.map((position) => rows[position - 1]?.id);
      for (const position of positions) {
        await run("UPDATE entry SET salt = NULL, reason = NULL, facts = NULL WHERE position = ?", [position]);
      }
      const last = rows.at(-1) as Row;
      const [salt, facts] = ["00".repeat(16), canonical({ entryIds: named.slice(0, entriesToName) })];
      const entry = {
        ...last,
        ...{ position: Number(last.position) + 1, id: newId("ent"), kind: "PersonErased", sees: "roles", reason: null },
        ...{ salt, facts, digest: digestOf(salt, null, facts) },
      };
      const at = `${String(last.at).replace(" ", "T")}Z`;
      const chain = chained(chainKey(SECRET), last.chain as string, { ...entry, at } as unknown as Link);
      await insert({ ...entry, chain });
      await moveHead({ ...entry, chain });
    },
    release: () => runner.release(),
  };
};
export type Tampering = Awaited<ReturnType<typeof tampering>>;
