import Libsql from "libsql";
import { ConfigError } from "../config";
import { privateFile } from "./private-file";

/**
 * Takes a SQLite file for this process: an exclusive transaction on a small database beside it, which the system frees
 * when the process dies. Answers the function that gives it back.
 */
export const lockFile = (path: string): (() => void) => {
  privateFile(`${path}.lock`);
  const lock = new Libsql(`${path}.lock`);
  try {
    lock.exec("PRAGMA busy_timeout=0");
    lock.exec("BEGIN EXCLUSIVE");
  } catch {
    lock.close();
    throw new ConfigError([`DATABASE_URL: ${path} is in use by another server: stop that one, or name another file.`]);
  }
  return () => lock.close();
};
