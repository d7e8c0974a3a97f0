import { mkdir, open, opendir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { halfOf, Storage } from "./storage";

/** Makes what happened in a folder outlive a power cut. */
const synced = async (path: string): Promise<void> => {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

const missing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOENT";

/** Files in a folder of this machine, made with the first of them and for this user alone. */
export const folderStorage = (path: string): Storage => ({
  put: async (name, content) => {
    const made = await mkdir(path, { recursive: true, mode: 0o700 });
    if (made !== undefined) await synced(dirname(made));
    const half = join(path, halfOf(name));
    // Made before any of the content is asked for: content that fails at once cannot be tidied away before the file is there.
    const file = await open(half, "wx", 0o600);
    try {
      await pipeline(content, file.createWriteStream({ flush: true }));
      await rename(half, join(path, name));
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
    await synced(path);
  },
  get: async (name): Promise<Readable | null> => {
    try {
      const file = await open(join(path, name), "r");
      return file.createReadStream();
    } catch (error) {
      if (missing(error)) return null;
      throw error;
    }
  },
  remove: (name) => rm(join(path, name), { force: true }),
  list: async function* () {
    try {
      for await (const entry of await opendir(path)) if (entry.isFile()) yield entry.name;
    } catch (error) {
      if (!missing(error)) throw error;
    }
  },
});
