import type { Database } from "../../src/database/database";
import type { Log } from "../../src/log/log";
import { asking } from "../graph/asking";

/** The API on whatever day it is said to be. */
export const onADay = (db: Database, log: Log) => {
  let now = new Date();
  const askAs = asking(db, log, undefined, () => now);
  return {
    /** Noon of a day, for what follows. */
    on: (day: string) => {
      now = new Date(`${day}T12:00:00.000Z`);
    },
    askAs,
    /** Does, or tries, a mutation about something that is there: the payload, or the code of the request's error. */
    try: async (by: string | null, mutation: string, input: Record<string, unknown>, selection = "") => {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
      const { data, errors } = await askAs(by)(
        `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { ${selection} cursor
          errors { code message path ... on RuleNotMet { rule { rule met parts { rule met } } } } } }`,
        { input },
      );
      return errors ? { failed: errors[0].extensions.code, message: errors[0].message } : data.done;
    },
  };
};
