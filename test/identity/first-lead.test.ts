import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { createFirstLead } from "../../src/person/first-lead";
import { PersonRole } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { counts } from "../support/counts";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";
import { arriving } from "./arriving";

let db: Database;
let log: Log;
let house: ReturnType<typeof arriving>;

beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  house = arriving(db, log);
});
afterEach(() => db.close());

test("the first lead of a real database is whoever signs in with their verified address", async () => {
  const id = await createFirstLead(db, log, { name: "Lee Lead", email: "lead@example.org" }, new Date());
  const { personId, scope } = await house.comes("sub-1", { email: "Lead@example.org" });
  expect({ personId, lead: scope.lead }).toEqual({ personId: id, lead: true });
});

test("somebody who has signed in before they are made the first lead becomes it as they are", async () => {
  const { personId } = await house.comes("sub-1", { name: "Lee", email: "lead@example.org" });
  expect(await createFirstLead(db, log, { name: "Lee Lead", email: "LEAD@example.org" }, new Date())).toBe(personId);

  expect((await house.comes("sub-1")).scope.lead).toBe(true);
  expect(await house.personOf(personId)).toMatchObject({ name: "Lee", version: 2 });
  const roles = await db.source.manager.findBy(PersonRole, { personId: personId as string });
  expect(roles.map(({ role }) => role)).toEqual([Role.PROGRAMME_LEAD]);
  expect(await house.told(personId)).toMatchObject([{ kind: "PersonProvisioned" }, { kind: "RoleGranted" }]);
});

test("somebody who may no longer sign in is not made the first lead", async () => {
  await house.invited("lead@example.org", { disabledAt: new Date() });
  const before = await counts(db);
  await expect(createFirstLead(db, log, { name: "Lee", email: "lead@example.org" }, new Date())).rejects.toThrow(
    "Whoever has the address lead@example.org may no longer sign in.",
  );
  expect(await counts(db)).toEqual(before);
});
