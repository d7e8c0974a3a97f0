/** A moment in a table, as the graph writes it. */
export const moment = (value: unknown): string => `${String(value).replace(" ", "T").padEnd(23, ".000")}Z`;
