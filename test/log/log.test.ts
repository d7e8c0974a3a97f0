import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { Log, openLog } from "../../src/log/log";
import { verifyLog } from "../../src/log/verify";
import { openTestDatabase } from "../support/database";
import { Story, story, tell } from "../support/story";
import { SECRET } from "../support/tandem";

const WRITERS = 12;
const EACH = 15;

let db: Database;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

interface Place {
  readonly position: number;
  readonly id: string;
}

/** How writers put entries in order, and how a reader follows them. */
interface Order {
  /** One transaction that writes one entry or a few, after work that takes a moment. */
  write(): Promise<unknown>;
  after(position: number): Promise<readonly Place[]>;
}

/** Lets 12 writers race while a tail follows; answers what the tail saw. */
const tailWhile = async ({ write, after }: Order): Promise<readonly Place[]> => {
  const seen: Place[] = [];
  let writing = true;
  const tail = async () => {
    for (;;) {
      const over = !writing;
      const page = await after(seen.at(-1)?.position ?? 0);
      seen.push(...page);
      if (over && page.length === 0) return;
      await sleep(1);
    }
  };
  const followed = tail();
  const writer = async () => {
    for (let count = 0; count < EACH; count += 1) await write();
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  writing = false;
  await followed;
  return seen;
};

const work = (atMostMs = 6) => sleep(Math.random() * atMostMs);
const missedBy = async (seen: readonly Place[], table: string): Promise<number> => {
  const all = await db.rows(`SELECT id FROM ${table}`);
  const ids = new Set(seen.map(({ id }) => id));
  return all.filter(({ id }) => !ids.has(id as string)).length;
};

describe("the Log under 12 writers", () => {
  let log: Log;
  let s: Story;
  beforeEach(async () => {
    log = await openLog(db, SECRET);
    s = await story({ db, log });
  });

  /** One to three entries; every fifth transaction fails at the end and leaves nothing. */
  const write = async () => {
    const fails = Math.random() < 0.2;
    const before = await log.headPosition();
    await tell({ db, log }, s.lead.id, async (tx) => {
      for (let count = 1 + Math.floor(Math.random() * 3); count > 0; count -= 1) {
        tx.append("RoleGranted", s.lead, { personId: s.lead.id }, { role: before });
        await work();
      }
      if (fails) throw new Error("It failed at last.");
    }).catch((error: Error) => {
      if (error.message !== "It failed at last.") throw error;
    });
  };

  test("positions have no gap and no repeat, and a tail misses nothing", async () => {
    const seen = await tailWhile({ write, after: (position) => log.after(position, 50) });
    const head = await log.headPosition();

    expect(head).toBeGreaterThan(WRITERS * EACH);
    expect(seen.map(({ position }) => position)).toEqual(Array.from({ length: head }, (_, index) => index + 1));
    expect(await missedBy(seen, "entry")).toBe(0);
    expect(await verifyLog(db, SECRET)).toMatchObject({ entries: head, fault: null });
  });

  test("positions follow commits: what begins after a commit comes after it, and time never goes back", async () => {
    await tailWhile({ write, after: (position) => log.after(position, 50) });
    const entries = await db.rows("SELECT position, at, facts FROM entry ORDER BY position");

    for (const { position, facts } of entries) {
      const { before = 0 } = JSON.parse(facts as string) as { before?: number };
      expect(Number(position)).toBeGreaterThan(before);
    }
    const times = entries.map(({ at }) => at as string);
    expect([...times].sort()).toEqual(times);
  });

  test("an entry is not before its predecessor though the clock went back", async () => {
    await db.source.query("UPDATE log_head SET at = '2999-01-01 00:00:00.000'");
    await s.append("RoleGranted", { personId: s.lead.id });
    const [entry] = await db.rows("SELECT at FROM entry ORDER BY position DESC LIMIT 1");

    expect(entry?.at).toMatch(/^2999-01-01 00:00:00/);
    expect((await verifyLog(db, SECRET)).fault).toBeNull();
  });
});

// What the Log's counter is for. On a server a tail of these misses entries; SQLite has one writer at a time anyway.
describe("a Log that takes its positions otherwise", () => {
  const isServer = () => db.kind === "mysql";
  beforeEach(async () => {
    const position = isServer() ? "BIGINT AUTO_INCREMENT PRIMARY KEY" : "INTEGER PRIMARY KEY AUTOINCREMENT";
    await db.source.query(`CREATE TABLE twin (position ${position}, id VARCHAR(36) NOT NULL)`);
    await db.source.query("CREATE TABLE twin_head (id INTEGER PRIMARY KEY, position BIGINT NOT NULL)");
    await db.source.query("INSERT INTO twin_head VALUES (1, 0)");
  });
  afterEach(async () => {
    await db.source.query("DROP TABLE twin");
    await db.source.query("DROP TABLE twin_head");
  });

  const after = async (position: number) =>
    (await db.rows("SELECT position, id FROM twin WHERE position > ? ORDER BY position LIMIT 50", [
      position,
    ])) as unknown as Place[];

  const byAutoIncrement = () =>
    db.inTurn(() =>
      db.source.transaction(async (manager) => {
        await manager.query("INSERT INTO twin (id) VALUES (?)", [newId("twn")]);
        await work(isServer() ? 30 : 2);
      }),
    );

  const takenFirst = () =>
    db.inTurn(async () => {
      const position = await db.source.transaction(async (manager) => {
        await manager.query("UPDATE twin_head SET position = position + 1 WHERE id = 1");
        return (await manager.query("SELECT position FROM twin_head WHERE id = 1"))[0].position;
      });
      await db.source.transaction(async (manager) => {
        await work(isServer() ? 30 : 2);
        await manager.query("INSERT INTO twin (position, id) VALUES (?, ?)", [position, newId("twn")]);
      });
    });

  test.each([
    ["by auto-increment", byAutoIncrement],
    ["from the counter, as the first step", takenFirst],
  ])("%s lets a tail miss entries", async (_, write) => {
    const seen = await tailWhile({ write, after });
    const missed = await missedBy(seen, "twin");

    if (isServer()) expect(missed).toBeGreaterThan(0);
    else expect(missed).toBe(0);
  });
});
