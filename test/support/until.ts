import { setTimeout as sleep } from "node:timers/promises";

/** Waits until something holds; fails when it does not in time. */
export const until = async (holds: () => boolean | Promise<boolean>, withinMs = 5_000): Promise<void> => {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It did not come about within ${withinMs} ms: ${holds}`);
    await sleep(5);
  }
};
