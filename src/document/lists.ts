import { Sql } from "../scope/condition";

/** Of what something has: not what was removed. */
export const notRemoved = (): Sql[] => [{ sql: "t.state <> 'REMOVED'", values: [] }];
