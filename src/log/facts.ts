import { EntryKind, kindOf } from "./kinds";

/** The facts of an entry's row; null once they are erased. */
export const factsOf = ({ facts }: { facts?: unknown }): Record<string, unknown> | null =>
  typeof facts === "string" ? (JSON.parse(facts) as Record<string, unknown>) : null;

/** The thing that is opened by reading an entry's facts; null where they repeat nothing of one, or are erased. */
export const openedByFacts = (entry: { kind: EntryKind; subjectId: string; facts: string | null }): string | null => {
  const { opens } = kindOf(entry.kind);
  const facts = opens ? factsOf(entry) : null;
  if (!opens || !facts) return null;
  return (opens === "subjectId" ? entry.subjectId : (facts[opens] as string | undefined)) ?? null;
};
