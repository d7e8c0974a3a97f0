/** The facts of an entry's row; null once they are erased. */
export const factsOf = ({ facts }: { facts?: unknown }): Record<string, unknown> | null =>
  typeof facts === "string" ? (JSON.parse(facts) as Record<string, unknown>) : null;
