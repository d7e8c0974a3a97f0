import { Logger } from "./logger";

/** Hands what libraries write to the console to the log: stdout is for one line only, and their words stay out. */
export const takeOverConsole = (logger: Logger): void => {
  const { debug, info, warn, error } = logger.for("console");
  Object.assign(console, { debug, info, log: info, warn, error });
};
