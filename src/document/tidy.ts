import { Clock, SYSTEM } from "../time";
import type { Documents } from "./documents";

const HOUR_MS = 3_600_000;

/** Tidies the storage every hour, beside whatever is served. Answers how to stop; what runs is finished. */
export const tidyHourly = (documents: Documents, clock: Clock = SYSTEM): (() => Promise<void>) => {
  let running = Promise.resolve();
  const stop = clock.every(HOUR_MS, () => {
    running = running.then(() => documents.tidy({ now: clock.now() }));
  });
  return async () => {
    stop();
    await running;
  };
};
