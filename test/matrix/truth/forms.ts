const LONDON = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", dateStyle: "short" });

/** The day it is in London at a moment. */
export const dayIn = (moment: Date): string => LONDON.format(moment);
export const today = (): string => dayIn(new Date());

/** Pence as the graph shows them: worked out anew, without its formatter. */
export const pounds = (pence: unknown) => {
  const [whole = "", rest] = (Math.abs(Number(pence)) / 100).toFixed(2).split(".");
  const formatted = `${Number(pence) < 0 ? "-" : ""}£${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${rest}`;
  return { amountMinor: Number(pence), currency: "GBP", formatted };
};

/** A moment in a table, as the graph writes it. */
export const moment = (value: unknown): string => `${String(value).replace(" ", "T").padEnd(23, ".000")}Z`;

/** Between which days statements are asked for: what was owed before is in their opening balance. */
export const STATED_FROM = dayIn(new Date(Date.now() - 369 * 86_400_000));
export const STATED_TO = dayIn(new Date(Date.now() + 86_400_000));
