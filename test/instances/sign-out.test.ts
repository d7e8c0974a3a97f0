import type { Database } from "../../src/database/database";
import { openLog } from "../../src/log/log";
import { Person } from "../../src/person/person.entity";
import { done } from "../support/change";
import { openTestDatabase } from "../support/database";
import { Instances, startInstances } from "../support/instances";
import { aMinutePasses } from "../support/signed-out";
import { openSocket } from "../support/socket";
import { Story, story } from "../support/story";
import { SECRET, tokenFor } from "../support/tandem";
import { kindsOf, mark, watch } from "./watching";

const FORBIDDEN = { code: 4403, reason: "Forbidden" };

describe("on every instance", () => {
  let db: Database;
  let told: Story;
  let on: Instances;
  let dora: Person;
  let olga: Person;
  let head: string;

  beforeAll(async () => {
    db = await openTestDatabase();
    const log = await openLog(db, SECRET);
    told = await story({ db, log });
    [dora, olga] = [await told.person("Dora"), await told.person("Olga")];
    on = await startInstances(db, log);
    head = await log.head();
  });
  afterAll(async () => {
    await on?.stop();
    await db?.close();
  });
  jest.setTimeout(60_000);

  /** What becomes of a request and of a new socket with this token, on each instance. */
  const doors = async (token: string) => {
    const answers = [];
    for (const { url, as } of on.all) {
      const asked = await as(null).ask("{ viewer { person { name } } }", {}, { authorization: `Bearer ${token}` });
      const socket = openSocket(url, async () => `Bearer ${token}`);
      const came = await Promise.race([socket.opened.then(() => "opened"), socket.closed]);
      await socket.close();
      answers.push({ status: asked.status, code: asked.errors?.[0].extensions.code, socket: came });
    }
    return answers;
  };
  const shut = () => on.all.map(() => ({ status: 401, code: "UNAUTHENTICATED", socket: FORBIDDEN }));
  const ajar = () => on.all.map(() => ({ status: 200, code: undefined, socket: "opened" }));

  test("a person who is disabled loses every socket with 4403; enabled again, they come in with a new token", async () => {
    const token = await tokenFor(dora.id);
    const [theirs, lead] = [await watch(on, dora.id, head), await watch(on, told.lead.id, head)];
    const seen = { personId: dora.id, reason: "A stolen laptop." };
    const { cursor } = await done(on.here, told.lead.id, "disablePerson", { ...seen, expectedVersion: 1 });
    expect(await doors(token)).toEqual(shut());
    for (const { closed } of theirs.sockets) expect(await closed).toEqual(FORBIDDEN);
    await lead.has(cursor);

    await done(on.here, told.lead.id, "enablePerson", { ...seen, expectedVersion: 2 });
    expect(await doors(token)).toEqual(shut());
    await aMinutePasses(db, dora.id);
    expect(await doors(await tokenFor(dora.id))).toEqual(ajar());
    const end = await mark(on, told.lead.id);
    expect(kindsOf(await lead.heard(end)).slice(-2)).toEqual(["PersonDisabled", "PersonEnabled"]);
  });

  test("signing out everywhere closes every socket of before with 4403, wherever it is, and none of after", async () => {
    const token = await tokenFor(olga.id);
    const [theirs, others] = [await watch(on, olga.id, head), await watch(on, told.supervisor.id, head)];
    await done(on.here, olga.id, "signOutEverywhere", {});
    expect(await doors(token)).toEqual(shut());
    for (const { closed } of theirs.sockets) expect(await closed).toEqual(FORBIDDEN);

    await aMinutePasses(db, olga.id);
    const anew = await watch(on, olga.id, head);
    const end = await mark(on, told.lead.id);
    expect(kindsOf(await anew.heard(end))).toContain("SignedOutEverywhere");
    expect(kindsOf(await others.heard(end))).not.toContain("SignedOutEverywhere");
  });

  test("a socket closes with 4403 when its token ends, and one of the same person with a longer token stays", async () => {
    const token = await tokenFor(told.ada.personId, 2);
    const sockets = on.all.map(({ url }) => openSocket(url, async () => `Bearer ${token}`));
    const longer = await watch(on, told.ada.personId, head);
    for (const { closed } of sockets) expect(await closed).toEqual(FORBIDDEN);
    expect(await doors(token)).toEqual(shut());
    await longer.heard(await mark(on, told.lead.id));
  });
});
