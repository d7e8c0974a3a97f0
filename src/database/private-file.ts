import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";

/** Makes the folder of a file of ours where it is missing, for this user alone. */
export const privateFolder = (path: string): void => void mkdirSync(dirname(path), { recursive: true, mode: 0o700 });

/** Makes an empty file where it is missing, for this user alone. What SQLite puts beside it gets the same mode. */
export const privateFile = (path: string): void => {
  privateFolder(path);
  closeSync(openSync(path, "a", 0o600));
};
