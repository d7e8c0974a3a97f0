import { Sql } from "../scope/condition";
import { isLate } from "./commission.rules";
import { CommissionStage } from "./commission-stage";

/** The stages at which a commission can be late at all: `isLate` says which. */
const STAGES = Object.values(CommissionStage)
  .filter((stage) => isLate({ stage, targetOn: "2017-01-01", pausedOn: null }, "2017-01-02"))
  .map((stage) => `'${stage}'`)
  .join(", ");

/** `isLate`, asked of the commissions of a table with the alias `t`. */
export const lateOn = (today: string): Sql => ({
  sql: `(t.targetOn IS NOT NULL AND t.targetOn < COALESCE(t.pausedOn, ?) AND t.stage IN (${STAGES}))`,
  values: [today],
});

/** The commissions, with the alias `t`, that are paused. */
export const PAUSED: Sql = { sql: "(t.pausedOn IS NOT NULL)", values: [] };
