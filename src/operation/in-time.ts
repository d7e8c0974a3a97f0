import { requestError } from "./errors";
import { LIMITS } from "./limits";

/** What work answers, or TIMEOUT when it takes longer than a request may. */
export const inTime = async <T>(work: Promise<T> | T): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(requestError("TIMEOUT", "It took too long and was given up.")), LIMITS.requestMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
