import type { Database } from "../database/database";
import type { Logger } from "../operator/logger";
import type { Storage } from "../storage/storage";
import type { Addresses } from "./addresses";
import { removeLeftovers } from "./leftovers";

/** Serves documents: the addresses they come and go by, and where they lie. */
export class Documents {
  constructor(
    private readonly db: Database,
    readonly addresses: Addresses,
    readonly storage: Storage,
    private readonly logger: Logger,
  ) {}

  /** Removes the file of a document that is removed. Never fails: what is left is found by the next `tidy`. */
  async removeFile(documentId: string): Promise<void> {
    await this.inAnyCase(async () => {
      const [removed] = await this.db.rows(
        "SELECT storedAs FROM document WHERE id = ? AND state = 'REMOVED' AND storedAs IS NOT NULL",
        [documentId],
      );
      if (removed) await this.storage.remove(removed.storedAs as string);
    });
  }

  /** Removes what nobody needs any more; before anybody is served also what a crash has left. Never fails. */
  async tidy({ now = new Date(), unserved = false } = {}): Promise<void> {
    await this.inAnyCase(async () => {
      const removed = await removeLeftovers(this.db, this.storage, { now, unserved });
      if (removed > 0) this.logger.info({ swept: { files: removed } }, "removed files that no document needs");
    });
  }

  private async inAnyCase(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error({ err: error }, "files that no document needs will be removed later");
    }
  }
}
