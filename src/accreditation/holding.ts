import { Sql } from "../scope/condition";
import { RELEASED } from "./seen";

/** Whether an accreditation (alias `t`) holds on a day, as SQL: `holdsOn` asks the same of one in memory. */
export const holdingOn = (day: string): Sql => ({
  sql: "t.accreditedOn <= ? AND t.lapsesOn > ? AND (t.withdrawnOn IS NULL OR t.withdrawnOn > ?)",
  values: [day, day, day],
});

/** Whether it does and is made known: then anybody may be told of it who asks for its number. */
export const knownToHoldOn = (day: string): Sql => {
  const { sql, values } = holdingOn(day);
  return { sql: `(${sql} AND ${RELEASED})`, values };
};
