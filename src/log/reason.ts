import { EntryKind, KINDS, kindOf } from "./kinds";

type Asked<K extends EntryKind> = (typeof KINDS)[K] extends { reason: infer When } ? When : never;

/** Why something was done, for a kind of entry that asks for it; nothing for any other. */
export type WhyOf<K extends EntryKind> = [Asked<K>] extends [never]
  ? []
  : Asked<K> extends "required"
    ? [reason: string]
    : [reason: string | null];

/** Refuses an entry that does not say why though its kind asks for it, or says it where nobody asks. */
export const checkReason = (kind: EntryKind, facts: { from?: unknown; to?: unknown }, reason: string | null): void => {
  const { reason: asked } = kindOf(kind);
  const corrects = facts.from != null && facts.from !== facts.to;
  const due = asked === "required" || (asked === "to correct" && corrects);
  if (due && !reason?.trim()) throw new Error(`${kind} asks for a reason and has none.`);
  if (!asked && reason !== null) throw new Error(`${kind} does not ask for a reason and has one.`);
};
