import { setTimeout as sleep } from "node:timers/promises";
import { Story, story, tell } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

const FEED = "subscription ($after: Cursor) { feed(after: $after) { cursor entry { id kind at facts } } }";
const WRITERS = 6;
const EACH = 25;

let tandem: Tandem;
let s: Story;
beforeEach(async () => {
  tandem = await startTandem();
  s = await story(tandem);
});
afterEach(() => tandem.close());

/** What a subscriber keeps of a message: the entry, and where to continue. */
interface Got {
  readonly id: string;
  readonly place: string;
}

/** One connection's worth of a subscription. */
interface Stream {
  readonly received: readonly Got[];
  cut(): void;
}

/** Opens a stream after a place. */
type Open = (after: string) => Stream;

const write = () =>
  tell(tandem, s.lead.id, async (tx) => {
    for (let count = 1 + Math.floor(Math.random() * 3); count > 0; count -= 1) {
      tx.append("EvidenceSubmitted", s.ada, { traineeId: s.ada.id }, { title: count });
    }
    await sleep(Math.random() * 4);
  });

/** Cuts a subscriber off at random moments while writers race, until it has come to the end of the Log. */
const cutOffAgainAndAgain = async (open: Open, start: string) => {
  const position = await tandem.log.headPosition();
  let writing = true;
  const writer = async () => {
    for (let count = 0; count < EACH; count += 1) await write();
  };
  const written = Promise.all(Array.from({ length: WRITERS }, writer)).then(() => {
    writing = false;
  });
  const received: Got[] = [];
  let cuts = 0;
  for (let quiet = 0; writing || quiet < 3; cuts += 1) {
    const over = !writing;
    const stream = open(received.at(-1)?.place ?? start);
    await sleep(over ? 300 : Math.random() * 60);
    stream.cut();
    received.push(...stream.received);
    quiet = over && stream.received.length === 0 ? quiet + 1 : 0;
    if (!over) await sleep(Math.random() * 60); // away, while others write
  }
  await written;
  const rows = await tandem.db.rows("SELECT id FROM entry WHERE position > ? ORDER BY position", [position]);
  const expected = rows.map(({ id }) => id as string);
  return { ids: received.map(({ id }) => id), expected, cuts };
};

const overTheSocket: Open = (after) => {
  const socket = tandem.ws(s.lead.id);
  const listening = socket.subscribe(FEED, { after });
  let cut = 0;
  return {
    get received() {
      return listening.received
        .slice(0, cut)
        .map(({ data }) => ({ id: data.feed.entry.id, place: data.feed.cursor as string }));
    },
    cut: () => {
      cut = listening.received.length;
      socket.cut();
    },
  };
};

test("a subscriber cut off at random resumes after its last cursor: nothing missed, nothing twice, in order", async () => {
  const { ids, expected, cuts } = await cutOffAgainAndAgain(overTheSocket, await tandem.log.head());

  expect(cuts).toBeGreaterThan(15);
  expect(expected.length).toBeGreaterThan(WRITERS * EACH);
  expect(ids).toEqual(expected);
});

// What the cursor and the seam are for: subscriptions made otherwise lose messages or get some twice.

interface Told extends Got {
  readonly position: number;
}
const entriesWhere = async (sql: string, value: string | number, most = 1_000): Promise<Told[]> => {
  const rows = await tandem.db.rows(`SELECT position, id, at FROM entry WHERE ${sql} LIMIT ${most}`, [value]);
  return rows.map(({ position, id, at }) => ({ position: Number(position), id: id as string, place: at as string }));
};

/** Continues after the time of the last message. */
const byTime: Open = (after) => {
  const received: Got[] = [];
  let open = true;
  const follow = async () => {
    for (let last = after; open; await sleep(2)) {
      const page = await entriesWhere("at > ? ORDER BY at", last, 5);
      if (!open) return;
      received.push(...page);
      last = page.at(-1)?.place ?? last;
    }
  };
  void follow();
  return { received, cut: () => (open = false) };
};

/** Hears what is committed from the first moment, and replays beside it, page by page. */
const joiningBeforeTheReplayEnded =
  (heard: Set<(entry: Told) => void>): Open =>
  (after) => {
    const received: Got[] = [];
    const hear = (entry: Told) => void received.push({ id: entry.id, place: String(entry.position) });
    let open = true;
    heard.add(hear);
    const replay = async () => {
      for (let position = Number(after), more = true; more; await sleep(1)) {
        const page = await entriesWhere("position > ? ORDER BY position", position, 5);
        more = open && page.length > 0;
        if (more) for (const entry of page) hear(entry);
        position = page.at(-1)?.position ?? position;
      }
    };
    void replay();
    const cut = () => {
      open = false;
      heard.delete(hear);
    };
    return { received, cut };
  };

test("a twin that resumes by time misses messages or repeats them", async () => {
  const [last] = await tandem.db.rows("SELECT at FROM entry ORDER BY position DESC LIMIT 1");
  const { ids, expected } = await cutOffAgainAndAgain(byTime, last?.at as string);

  expect(ids).not.toEqual(expected);
});

test("a twin that joins before its replay has ended repeats messages or loses their order", async () => {
  const heard = new Set<(entry: Told) => void>();
  let position = await tandem.log.headPosition();
  const start = String(position);
  let looking = Promise.resolve();
  const stop = tandem.log.onCommit(() => {
    looking = looking.then(async () => {
      for (const entry of await entriesWhere("position > ? ORDER BY position", position)) {
        position = entry.position;
        for (const hear of heard) hear(entry);
      }
    });
  });
  const { ids, expected } = await cutOffAgainAndAgain(joiningBeforeTheReplayEnded(heard), start);
  stop();

  expect(ids).not.toEqual(expected);
  expect(new Set(ids).size).toBeLessThan(ids.length);
});
