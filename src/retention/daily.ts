import type { Logger } from "../operator/logger";
import { Clock, SYSTEM } from "../time";
import { SweepOptions, sweep } from "./sweep";

const DAY_MS = 86_400_000;

/** Sweeps now and every 24 hours, beside whatever is served. Answers how to stop; what runs is finished. */
export const sweepDaily = (
  options: SweepOptions & { logger: Logger },
  clock: Clock = SYSTEM,
): (() => Promise<void>) => {
  const { logger } = options;
  let running = Promise.resolve();
  const run = () => {
    running = running.then(async () => {
      try {
        const swept = await sweep(options, clock.now());
        if (swept) logger.info({ swept }, "swept what is kept no longer");
      } catch (error) {
        logger.error({ err: error }, "the sweep will be tried again tomorrow");
      }
    });
  };
  run();
  const stop = clock.every(DAY_MS, run);
  return async () => {
    stop();
    await running;
  };
};
