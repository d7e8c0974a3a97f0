import { Kind } from "./kind";
import { APPLICATION } from "./kinds.application";
import { ASSESSMENT } from "./kinds.assessment";
import { COURSE } from "./kinds.course";
import { DOCUMENT } from "./kinds.document";
import { NETWORK } from "./kinds.network";
import { PEOPLE } from "./kinds.people";
import { PROGRAMME } from "./kinds.programme";
import { REVIEW } from "./kinds.review";
import { SUPERVISION } from "./kinds.supervision";

/** Every kind of entry, in the past tense. A new kind is one of the part it belongs to. */
export const KINDS = {
  ...PEOPLE,
  ...PROGRAMME,
  ...APPLICATION,
  ...COURSE,
  ...REVIEW,
  ...SUPERVISION,
  ...DOCUMENT,
  ...ASSESSMENT,
  ...NETWORK,
} as const satisfies Record<string, Kind>;

export type EntryKind = keyof typeof KINDS;
/** The facts of one kind of entry: a name that the kind does not declare is a fault of types. */
export type FactsOf<K extends EntryKind> = { readonly [Name in (typeof KINDS)[K]["facts"][number]]?: unknown };
export const EntryKinds = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, kind])) as { [K in EntryKind]: K };
export const kindOf = (kind: EntryKind): Kind => KINDS[kind];
