const LONDON = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", dateStyle: "short" });

/** The day it is in London at a moment, as YYYY-MM-DD: deadlines end with it. */
export const londonDay = (moment: Date): string => LONDON.format(moment);

/**
 * What tells the programme's time, and wakes what happens by it: one for a whole server. Tests bring their own. Tokens
 * and sockets keep this machine's time, as those who issue tokens do.
 */
export interface Clock {
  now(): Date;
  /** Calls back every so many milliseconds; answers how to stop. */
  every(milliseconds: number, work: () => void): () => void;
}

export const SYSTEM: Clock = {
  now: () => new Date(),
  every: (milliseconds, work) => {
    const timer = setInterval(work, milliseconds).unref();
    return () => clearInterval(timer);
  },
};

/** The day so many days after one. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** A moment as the databases hold it, in UTC. */
export const stored = (moment: Date): string => moment.toISOString().replace("T", " ").replace("Z", "");
