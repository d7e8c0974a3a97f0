import { setImmediate as turn } from "node:timers/promises";

/** How long work may go on before sockets and requests get a turn. */
const AT_A_TIME_MS = 5;
let since = 0;

/** Lets others have a turn when it is time: an embedded database answers at once, so awaiting it lets nobody in. */
export const breath = async (): Promise<void> => {
  if (performance.now() - since < AT_A_TIME_MS) return;
  await turn();
  since = performance.now();
};
