import type { Database } from "../../src/database/database";
import { Person } from "../../src/person/person.entity";

/** As if somebody had signed out everywhere over a minute ago: a token of now is one of after, by whatever clock. */
export const aMinutePasses = async (db: Database, personId: string): Promise<void> => {
  await db.source.manager.update(Person, { id: personId }, { signedOutAt: new Date(Date.now() - 61_000) });
};
