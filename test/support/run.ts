import { mkdtempSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const FOLDER = "TEST_RUN_FOLDER";

/** What the test files of one run share lies in a folder of the run; its name is told to all processes of the run. */
export const beginRun = (): void => {
  process.env[FOLDER] = mkdtempSync(join(tmpdir(), "tandem-run-"));
};

export const runFolder = (): string => {
  const folder = process.env[FOLDER];
  if (!folder) throw new Error("Tests are run by jest, which begins the run.");
  return folder;
};

/** The databases of this run have names of their own on a server that others use too. */
export const databaseName = (end: string): string => `tandem_test_${basename(runFolder()).slice(-6)}_${end}`;

/** A database that one test file has done with and the next may take: its name, and how its tables look. */
export interface HandedOn {
  readonly name: string;
  readonly look: string;
}

const IDLE = ".idle";

export const handOn = ({ name, look }: HandedOn): void => writeFileSync(join(runFolder(), `${name}${IDLE}`), look);

/** Whoever removes the file has the database: several test files run at once. */
export const takeOver = (): HandedOn | undefined => {
  for (const file of readdirSync(runFolder()).filter((each) => each.endsWith(IDLE))) {
    const path = join(runFolder(), file);
    try {
      const look = readFileSync(path, "utf8");
      unlinkSync(path);
      return { name: file.slice(0, -IDLE.length), look };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error; // another one was quicker
    }
  }
  return undefined;
};
