const LONG = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A day as people write it: "23 January 2017". */
export const inWords = (day: string): string => LONG.format(new Date(day));
