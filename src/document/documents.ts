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
    await this.removeFilesWhere("id", documentId);
  }

  /** Removes the files that went with a draft of evidence, likewise. */
  async removeFilesOfDraft(evidenceDraftId: string): Promise<void> {
    await this.removeFilesWhere("evidenceDraftId", evidenceDraftId);
  }

  /** Removes what nobody needs any more; before anybody is served also what a crash has left. Never fails. */
  async tidy({ now = new Date(), unserved = false } = {}): Promise<void> {
    await this.inAnyCase(async () => {
      const removed = await removeLeftovers(this.db, this.storage, { now, unserved });
      if (removed > 0) this.logger.info({ swept: { files: removed } }, "removed files that no document needs");
    });
  }

  private async removeFilesWhere(column: "id" | "evidenceDraftId", id: string): Promise<void> {
    await this.inAnyCase(async () => {
      const removed = await this.db.rows(
        `SELECT storedAs FROM document WHERE ${column} = ? AND state = 'REMOVED' AND storedAs IS NOT NULL`,
        [id],
      );
      for (const { storedAs } of removed) await this.storage.remove(storedAs as string);
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
