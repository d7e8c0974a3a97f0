import { MigrationInterface, QueryRunner } from "typeorm";
import { sortNameOf } from "../src/graph/sort-name";

const NAMES = [
  ["person", "SELECT id, name, sortName FROM person"],
  ["board", "SELECT id, name, sortName FROM board"],
  ["trainee", "SELECT t.id, p.name, t.sortName FROM trainee t JOIN person p ON p.id = t.personId"],
] as const;

/** Names are found whatever their accents: those that were written before are folded anew. Safe to run again. */
export class FoldSortNames1764066530000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewrite(runner, sortNameOf);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewrite(runner, (name) => [...name.toLowerCase()].slice(0, 200).join(""));
  }
}

const rewrite = async (runner: QueryRunner, as: (name: string) => string): Promise<void> => {
  for (const [table, names] of NAMES) {
    const rows = (await runner.query(names)) as { id: string; name: string; sortName: string }[];
    for (const { id, name, sortName } of rows) {
      if (as(name) === sortName) continue;
      await runner.query(`UPDATE ${table} SET sortName = ? WHERE id = ?`, [as(name), id]);
    }
  }
};
