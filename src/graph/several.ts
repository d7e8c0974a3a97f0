/** A choice of several as one column holds it: in order, each between commas, so that one is found by its whole name. */
export const chosen = (choices: readonly string[]): string =>
  choices.length === 0 ? "" : `,${[...new Set(choices)].sort().join()},`;

/** The choices that a column holds. */
export const choicesIn = (column: string): string[] => column.split(",").filter((choice) => choice !== "");
