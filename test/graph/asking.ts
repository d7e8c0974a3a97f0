import type { AccessLog } from "../../src/access/access-log";
import type { Context } from "../../src/context";
import type { Database } from "../../src/database/database";
import type { Log } from "../../src/log/log";
import { Operations } from "../../src/operation/operation";
import { Logger } from "../../src/operator/logger";
import { Metrics } from "../../src/operator/metrics";
import { makeSchema } from "../../src/schema";
import { loadScopes } from "../../src/scope/load";
import { PUBLIC } from "../../src/scope/scope";

import { documentsOf } from "../support/documents";

export interface Asked {
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape it asked for.
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: likewise.
  readonly errors: readonly any[] | undefined;
  /** Every statement that ran for it: raw reads, and what TypeORM sent to its driver. */
  readonly statements: readonly string[];
}

export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Asked>;

/** Operations in this process, without a network: each answer comes with the statements that it took. */
export const asking = (
  db: Database,
  log: Log,
  access: Pick<AccessLog, "opened"> = { opened: () => undefined },
  clock: () => Date = () => new Date(),
): ((personId: string | null) => Ask) => {
  const schema = makeSchema();
  const operations = new Operations({
    schema,
    log: new Logger("silent"),
    access,
    metrics: new Metrics(),
    introspection: true,
    rateLimit: false,
  });
  const documents = documentsOf(db, "a secret for addresses that lead nowhere");
  let statements: string[] = [];
  const counted: Database = {
    ...db,
    rows: (sql, values) => {
      statements.push(sql);
      return db.rows(sql, values);
    },
  };
  Object.assign(db.source, {
    logger: { ...quiet, logQuery: (sql: string) => void statements.push(sql) },
  });
  return (personId) => async (query, variables) => {
    const scope = (personId && (await loadScopes(db, [personId])).get(personId)) || PUBLIC;
    const ctx: Context = {
      ...{ db: counted, log, documents, personId, scope, now: clock(), publicUrl: "http://tandem.example" },
      ...{ opened: new Set(), loaders: new Map() },
    };
    const document = operations.documents.prepare(query);
    if (!("kind" in document)) throw new Error(document.map(({ message }) => message).join(" "));
    statements = [];
    try {
      const admitted = operations.admit(document, null, variables, { personId, address: "here" });
      const { data, errors } = await operations.run(admitted, ctx);
      return { data: asSent(data), errors: asSent(errors), statements };
    } catch (error) {
      return { data: null, errors: [operations.mask(error)], statements };
    }
  };
};

/** What a client makes of it. */
const asSent = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

const quiet = Object.fromEntries(
  ["logQueryError", "logQuerySlow", "logSchemaBuild", "logMigration", "log"].map((name) => [name, () => undefined]),
);
