import { CommissionStage } from "../../src/commission/commission-stage";
import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { Person } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { Trainee } from "../../src/trainee/trainee.entity";
import { done } from "../support/change";
import { openTestDatabase } from "../support/database";
import { Instances, startInstances } from "../support/instances";
import { Frame } from "../support/socket";
import { Story, story } from "../support/story";
import { SECRET, Served } from "../support/tandem";
import { until } from "../support/until";
import { mark } from "./watching";

const PEOPLE = 50;
const SOCKETS_EACH = 4;
const TRAINEES = 6;
/** So many of them lose the role and are given it back, again and again: so many changes in all. */
const FLAPPING = 16;
const FLAPS = 48;
/** So many items of evidence are written meanwhile, or more. */
const LEAST_ITEMS = 24;

// Beside the entry, what its message tells of the present: the newest evidence of the trainee.
const FEED = `subscription ($after: Cursor) { feed(after: $after) { cursor entry { kind } subject {
  ... on Evidence { title about { evidence(first: 1, orderBy: NEWEST_FIRST) { nodes { title } } } } } } }`;

/** A right given or taken: where it stands in the Log, and when its request was sent. */
interface Change {
  readonly held: boolean;
  readonly position: number;
  readonly sentAt: number;
}
interface Supervisor {
  readonly person: Person;
  readonly trainee: Trainee;
  readonly changes: Change[];
}
interface Heard {
  readonly by: Supervisor;
  readonly frames: { readonly at: number; readonly frame: Frame }[];
  ended: boolean;
}

/** By the model a supervisor holds the role at a position, or had it given back when the message came. */
const mayKnow = ({ changes }: Supervisor, position: number, at: number): boolean => {
  const held = changes.findLast((change) => change.position <= position)?.held ?? true;
  return held || changes.some((change) => change.held && change.position > position && change.sentAt <= at);
};

describe("on every instance", () => {
  let db: Database;
  let log: Log;
  let told: Story;
  let on: Instances;
  const supervisors: Supervisor[] = [];
  const writers: { readonly trainee: Trainee; readonly commissionId: string }[] = [];

  beforeAll(async () => {
    db = await openTestDatabase();
    log = await openLog(db, SECRET);
    told = await story({ db, log });
    for (let index = 0; index < TRAINEES; index += 2) {
      const names = [`Trainee ${index}`, `Trainee ${index + 1}`] as const;
      const review = await told.commissioned(await told.pair(...names), told.board, CommissionStage.ANALYSIS);
      for (const name of names) writers.push({ trainee: await told.trainee(name), commissionId: review.id });
    }
    for (let index = 0; index < PEOPLE; index += 1) {
      const person = await told.person(`Supervisor ${index}`, Role.SUPERVISOR);
      const { trainee } = writers[index % TRAINEES] as (typeof writers)[number];
      await told.assign(trainee, person, Role.SUPERVISOR);
      supervisors.push({ person, trainee, changes: [] });
    }
    on = await startInstances(db, log);
  }, 60_000);
  afterAll(async () => {
    await on?.stop();
    await db?.close();
  });

  const listen = (by: Supervisor, instance: Served, after: string): Heard => {
    const heard: Heard = { by, frames: [], ended: false };
    const end = () => {
      heard.ended = true;
    };
    const next = (frame: unknown) => void heard.frames.push({ at: performance.now(), frame: frame as Frame });
    instance
      .ws(by.person.id)
      .client.subscribe({ query: FEED, variables: { after } }, { next, error: end, complete: end });
    return heard;
  };

  const flap = async ({ person, changes }: Supervisor) => {
    const held = !(changes.at(-1)?.held ?? true);
    const input = { personId: person.id, role: Role.SUPERVISOR, expectedVersion: person.version + changes.length };
    const sentAt = performance.now();
    const [mutation, why] = held ? ["grantRole", {}] : ["revokeRole", { reason: "For now." }];
    const { cursor } = await done(on.here, told.lead.id, mutation as string, { ...input, ...(why as object) });
    changes.push({ held, position: await log.positionOf(cursor), sentAt });
  };
  /** Where each item of evidence stands, by its title: a number that only rises. */
  const written = new Map<string, { position: number; traineeId: string }>();
  const write = async ({ trainee, commissionId }: (typeof writers)[number]) => {
    const title = `Item ${written.size + 1}`;
    written.set(title, { position: Number.POSITIVE_INFINITY, traineeId: trainee.id });
    const item = {
      commissionId,
      traineeIds: [trainee.id],
      source: "TRAINEE",
      title,
      text: "What was learnt.",
      areaIds: ["C1"],
    };
    const { cursor } = await done(on.there, trainee.personId, "submitEvidence", item);
    written.set(title, { position: await log.positionOf(cursor), traineeId: trainee.id });
  };
  test("200 sockets of 50 people whose roles flap: what follows a loss reaches nobody who had it", async () => {
    const after = await log.head();
    const heard = supervisors.flatMap((by) =>
      Array.from({ length: SOCKETS_EACH }, (_, index) => listen(by, on.all[index % on.all.length] as Served, after)),
    );
    const first = await mark(on, told.lead.id);
    const has = (cursor: string) =>
      heard.every(({ frames }) => frames.some(({ frame }) => frame.data?.feed.cursor === cursor));
    await until(() => has(first), 30_000);

    // Some flap, two at a time; the others keep the role. Meanwhile trainees write.
    const flapping = supervisors.filter((_, index) => index % 3 > 0);
    let flaps = 0;
    const turns = async (every: readonly Supervisor[]) => {
      for (let turn = 0; turn < FLAPS / 2; turn += 1) await flap(every[turn % every.length] as Supervisor);
      flaps += 1;
    };
    const writing = async (every: typeof writers) => {
      // However slow the machine is, enough is written.
      for (let turn = 0; flaps < 2 || written.size < LEAST_ITEMS; turn += 1)
        await write(every[turn % every.length] as (typeof writers)[number]);
    };
    await Promise.all([
      turns(flapping.slice(0, FLAPPING / 2)),
      turns(flapping.slice(FLAPPING / 2, FLAPPING)),
      writing(writers.slice(0, TRAINEES / 2)),
      writing(writers.slice(TRAINEES / 2)),
    ]);
    const last = await mark(on, told.lead.id);
    await until(() => has(last), 30_000);

    let withheld = 0;
    for (const { by, frames, ended } of heard) {
      expect(ended).toBe(false);
      const positions: number[] = [];
      const titles: string[] = [];
      for (const { at, frame } of frames) {
        expect(frame).toEqual({ data: { feed: expect.anything() } });
        const { cursor, entry, subject } = frame.data.feed;
        const position = await log.positionOf(cursor);
        positions.push(position);
        if (entry.kind !== "EvidenceSubmitted") continue;
        expect(mayKnow(by, position, at)).toBe(true);
        titles.push(subject.title);
        for (const { evidence } of subject.about) {
          for (const { title } of evidence.nodes) {
            expect(mayKnow(by, (written.get(title) as { position: number }).position, at)).toBe(true);
          }
        }
      }
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
      // Who holds the role at the end has everything since it was given last.
      const since = by.changes.at(-1) ?? { held: true, position: 0 };
      const theirs = [...written].filter(([, { traineeId }]) => traineeId === by.trainee.id);
      const due = theirs.filter(([, { position }]) => since.held && position > since.position).map(([title]) => title);
      expect(titles).toEqual(expect.arrayContaining(due));
      withheld += theirs.length - titles.length;
    }
    // It has happened: many entries, and many that did not reach somebody.
    expect(supervisors.flatMap(({ changes }) => changes)).toHaveLength(FLAPS);
    expect(written.size).toBeGreaterThanOrEqual(LEAST_ITEMS);
    expect(withheld).toBeGreaterThan(20);
  }, 120_000);
});
