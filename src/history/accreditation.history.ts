import { Held, lapsedBy, standing } from "../accreditation/accreditation.rules";
import type { Context } from "../context";
import { EntryKind, EntryKinds, kindOf } from "../log/kinds";
import { londonDay } from "../time";
import type { AccreditationSnapshot } from "./accreditation-snapshot.type";
import { Columns, followed, kindsOf, Told, toldBy } from "./columns";
import { AskedAt, entriesUntil } from "./entries";

const DAYS = [
  ...(["accreditedOn", "yearFrom", "reviewDueOn", "lapsesOn", "conditionsUntil"] as const),
  ...(["withdrawnOn", "restoredOn"] as const),
];
type Day = (typeof DAYS)[number];

/**
 * Whichever kinds of entry tell of a day: each names it as its column is named. A change of one is told to everybody who
 * sees the day, whoever else is told why; so nobody who sees the accreditation misses one.
 */
const telling = (day: Day): EntryKind[] =>
  (Object.keys(EntryKinds) as EntryKind[]).filter((kind) => kindOf(kind).facts.includes(day));

const COLUMNS = Object.fromEntries(DAYS.map((day) => [day, toldBy(day, ...telling(day))])) as Columns<Day>;
const BEGINNING = Object.fromEntries(DAYS.map((day) => [day, null])) as Record<Day, null>;

/** How an accreditation stood after these entries; null before it was given or, to whom it was not told yet, released. */
export const accreditationAfter = (entries: readonly Told[]) =>
  entries.length > 0 ? followed(COLUMNS, BEGINNING, entries) : null;

/** By what the standing is told, where all of it is known. */
const heldBy = (days: Readonly<Record<Day, unknown>>): Held | null =>
  days.reviewDueOn === null || days.lapsesOn === null ? null : (days as unknown as Held);

/** Answers `Accreditation.asOf`. */
export const accreditationsAsOf = async (
  ctx: Context,
  accreditations: readonly { id: string }[],
  asked: AskedAt,
): Promise<(AccreditationSnapshot | null)[]> => {
  const ids = accreditations.map(({ id }) => id);
  const entries = await entriesUntil(ctx, "subjectId", ids, kindsOf(COLUMNS), asked);
  const day = londonDay(asked.at);
  return ids.map((id) => {
    const stood = accreditationAfter(entries.get(id) ?? []);
    if (!stood) return null;
    const held = heldBy(stood.values);
    return {
      ...asked,
      ...stood.values,
      standing: held && standing(held, day),
      lapsedOn: held && lapsedBy(held, day),
      erased: stood.erased,
    } as AccreditationSnapshot;
  });
};
