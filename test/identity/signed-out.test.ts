import type { Database } from "../../src/database/database";
import { authenticate } from "../../src/identity/authenticate";
import { AHEAD_SECONDS } from "../../src/identity/claims";
import { mintToken, tokenVerifier } from "../../src/identity/tokens";
import { Log, openLog } from "../../src/log/log";
import { Person } from "../../src/person/person.entity";
import { openTestDatabase } from "../support/database";
import { Story, story } from "../support/story";
import { AUTH_SECRET, SECRET } from "../support/tandem";

let db: Database;
let log: Log;
let told: Story;
beforeAll(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
});
afterAll(() => db.close());

/** Whose clock is so many seconds ahead of ours issues a token so long after somebody signed out. */
const comesIn = async (ahead: number, after: number): Promise<string | null> => {
  const { personId } = told.ada;
  const now = Date.now();
  await db.source.manager.update(Person, { id: personId }, { signedOutAt: new Date(now - after * 1_000) });
  const token = await mintToken({ personId, secret: AUTH_SECRET, ttl: 600 }, new Date(now + ahead * 1_000));
  const verifier = tokenVerifier({ kind: "secret", secret: AUTH_SECRET });
  return authenticate({ db, log, verifier }, `Bearer ${token}`).then(
    (caller) => caller.personId,
    ({ message }: Error) => message,
  );
};

test.each([1, 30, AHEAD_SECONDS - 1])(
  "a token of before the signing out is ended, though its issuer's clock is %s s ahead",
  async (ahead) => {
    expect(await comesIn(ahead, 0)).toMatch(/^The token was ended by signing out everywhere: sign in again/);
  },
);

test("a minute later a new token counts, whatever the clocks say", async () => {
  expect(await comesIn(0, AHEAD_SECONDS + 2)).toBe(told.ada.personId);
  expect(await comesIn(AHEAD_SECONDS - 1, AHEAD_SECONDS + 2)).toBe(told.ada.personId);
});
