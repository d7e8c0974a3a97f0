import type { Database } from "../database/database";
import { isDuplicate, retryingDeadlocks } from "../database/retry";
import { typeNameOf } from "../graph/node";
import { newId } from "../id";
import type { Logger } from "../operator/logger";
import { Access } from "./access.entity";

/** How long an opening waits for others to be written with it, and how many are written in one statement. */
const SOON_MS = 1_000;
export const BATCH = 500;
/** The most openings that are kept while they cannot be written. */
export const MOST_WAITING = 20_000;

type Opening = Pick<Access, "id" | "at" | "personId" | "subjectType" | "subjectId">;

const keyOf = ({ personId, subjectId }: Pick<Opening, "personId" | "subjectId">): string => `${personId} ${subjectId}`;

/**
 * Who opened what, and when. Openings are gathered in memory and written in batches, so that nobody who reads waits for
 * it; outside the Log, whose entries are of changes.
 */
export class AccessLog {
  private readonly waiting = new Map<string, Opening>();
  /** Openings that there was no room for, and when the first of them was. */
  private lost: { openings: number; since: Date } | null = null;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<boolean> | undefined;

  constructor(
    private readonly db: Database,
    private readonly logger: Logger,
  ) {}

  /** Notes that a person opened these things. One that waits to be written is not noted twice. */
  opened(personId: string, subjectIds: Iterable<string>, at: Date): void {
    for (const subjectId of subjectIds) {
      const key = keyOf({ personId, subjectId });
      if (this.waiting.has(key)) continue;
      if (this.waiting.size >= MOST_WAITING) {
        this.lost = { since: at, ...this.lost, openings: (this.lost?.openings ?? 0) + 1 };
        continue;
      }
      const subjectType = typeNameOf({ id: subjectId }) as string;
      this.waiting.set(key, { id: newId("acs"), at, personId, subjectType, subjectId });
      if (this.waiting.size === BATCH) void this.write();
    }
    this.soon();
  }

  /** Writes what still waits. Call it when nothing more is answered. */
  async close(): Promise<void> {
    await this.writing;
    while (this.waiting.size > 0 && (await this.write()));
    clearTimeout(this.timer);
    if (this.waiting.size > 0) this.logger.error({ openings: this.waiting.size }, "the access log lost openings");
  }

  private soon(): void {
    if (this.waiting.size === 0) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.write();
    }, SOON_MS).unref();
  }

  /** Writes a batch now. Answers whether it could; what it could not is tried again a moment later. */
  private write(): Promise<boolean> {
    this.writing ??= this.writeBatches().finally(() => {
      this.writing = undefined;
      this.soon();
    });
    return this.writing;
  }

  private async writeBatches(): Promise<boolean> {
    try {
      // Beyond the first only whole ones: what comes in meanwhile waits for others again.
      for (let size = this.waiting.size; size > 0; size = this.waiting.size >= BATCH ? BATCH : 0) {
        const batch = [...this.waiting.values()].slice(0, BATCH);
        await this.db.inTurn(() => retryingDeadlocks(() => this.insert(batch)));
        for (const opening of batch) this.waiting.delete(keyOf(opening));
      }
      return true;
    } catch (error) {
      this.logger.warn({ err: error, openings: this.waiting.size }, "the access log will be written later");
      return false;
    } finally {
      if (this.lost) this.logger.error(this.lost, "the access log lost openings");
      this.lost = null;
    }
  }

  private async insert(batch: readonly Opening[]): Promise<void> {
    try {
      await this.db.source.manager.insert(Access, [...batch]);
    } catch (error) {
      // It was written the time before, and only the answer was lost: a batch is written whole, under ids of its own.
      if (!isDuplicate(error)) throw error;
    }
  }
}
