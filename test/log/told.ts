import type { Row, Value } from "../../src/database/database";
import { allThings } from "../../src/graph/thing";
import { kindOf } from "../../src/log/kinds";
import { Change, Told } from "./tables";

/** Columns that no fact need tell of, and why. */
const SAYS_NOTHING: Readonly<Record<string, string>> = {
  version: "counts the changes that entries tell of",
  waitingRank: "orders the waiting list; that somebody is on it, or no longer, an entry tells as their state",
  linkHash: "finds a contributor's link: that there is one, another or none the entry tells",
  overdueToldFor: "remembers of which target day an entry has told that it has passed",
  dueToldFor: "remembers of which yearly review an entry has told that it is due",
  lapseToldFor: "remembers of which lapse an entry has told",
  sortName: "the name, folded: the name is told",
  emailKey: "the address, folded: the address is told",
  ...Object.fromEntries(
    ["name", "area", "areaKey", "languages", "contact"].map((word) => [
      `directory_entry.${word}`,
      "what somebody says in the directory is not kept once they take it back: that it is other words, an entry tells",
    ]),
  ),
};

const saysNothing = (table: string, column: string): boolean =>
  column in SAYS_NOTHING || `${table}.${column}` in SAYS_NOTHING;

/** Ids of new rows that no entry names, and why. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = {
  "contributor_area.areaId": "likewise",
  "contribution_part.areaId": "likewise, those of its item of evidence",
  "evidence_area.areaId": "the facts name the areas by their codes, which people know",
};

const isId = (value: unknown): value is string => typeof value === "string" && /^[a-z]{3}_[0-9a-z]{26}$/.test(value);

/** The facts' values, however deep they lie. */
const leaves = (value: unknown): unknown[] =>
  value !== null && typeof value === "object" ? Object.values(value).flatMap(leaves) : [value];

/** Every id that an entry names: its subject, its audience, its actor, and those among its facts. */
const idsOf = ({ subjectId, actorId, about, facts }: Told): Set<unknown> =>
  new Set([subjectId, actorId, ...about, ...leaves(facts).filter(isId)]);

const foreignIds = (row: Row): [string, string][] =>
  Object.entries(row).filter((entry): entry is [string, string] => entry[0] !== "id" && isId(entry[1]));

/** Whether an entry is about a row: by its own id or, where it has none of its own, by all that it joins. */
const isAbout = (entry: Told, row: Row): boolean => {
  const ids = idsOf(entry);
  if (row.id === entry.subjectId || entry.about.includes(row.id as string)) return true;
  const foreign = foreignIds(row);
  return foreign.some(([, id]) => id === entry.subjectId) && foreign.every(([, id]) => ids.has(id));
};

/** Booleans are numbers in the database. */
const same = (one: unknown, other: unknown): boolean => {
  const plain = (value: unknown) => JSON.stringify(value, (_, inner) => (typeof inner === "boolean" ? +inner : inner));
  return plain(one) === plain(other);
};

/** As the fact of the column's name: with both values or, where there was none before, with the later alone. */
const namedFact = ({ facts }: Told, column: string, from: Value, to: Value): boolean =>
  column in facts && (same(facts[column], { from, to }) || (from === null && same(facts[column], to)));

/** As one of a list: `from` and `to` hold what its rows were and are, each with its id. */
const inLists = ({ facts }: Told, { id }: Row, column: string, from: Value, to: Value): boolean => {
  const said = (list: unknown): unknown =>
    Array.isArray(list) ? list.find((one: Row) => one.id === id)?.[column] : undefined;
  return same(said(facts.from), from) && same(said(facts.to), to);
};

/** By the time of the entry itself. What stood there before is then the time of an earlier entry about the same. */
const itsTime = (entry: Told, row: Row, earlier: readonly Told[], from: Value, to: Value): boolean =>
  to === entry.at &&
  (from === null || earlier.some((one) => one.at === from && one.kind === entry.kind && isAbout(one, row)));

/** An id of something that the entry names; what stood there before, an earlier one named. */
const itsIds = (entry: Told, row: Row, earlier: readonly Told[], from: Value, to: Value): boolean => {
  const names = (id: Value) => id === null || idsOf(entry).has(id);
  return (
    (isId(from) || isId(to)) &&
    names(to) &&
    (names(from) || earlier.some((one) => isAbout(one, row) && idsOf(one).has(from)))
  );
};

const untoldColumns = ({ table, key, before, after }: Change, entries: readonly Told[], earlier: readonly Told[]) => {
  const row = before as Row;
  const about = entries.filter((entry) => isAbout(entry, row) || isAbout(entry, after as Row));
  const changed = Object.keys(row).filter((name) => row[name] !== after?.[name] && !saysNothing(table, name));
  // `from` and `to` of an entry are of one column.
  const pairs = about.filter(({ facts }) => "from" in facts && "to" in facts);
  return changed
    .filter((column) => {
      const [from, to] = [row[column] as Value, after?.[column] as Value];
      const told = about.some(
        (entry) =>
          namedFact(entry, column, from, to) ||
          inLists(entry, row, column, from, to) ||
          itsTime(entry, row, earlier, from, to) ||
          itsIds(entry, row, earlier, from, to),
      );
      if (told) return false;
      const pair = pairs.findIndex(({ facts }) => same(facts.from, from) && same(facts.to, to));
      if (pair >= 0) pairs.splice(pair, 1);
      return pair < 0;
    })
    .map(
      (column) => `${table}.${column} of ${key} went from ${row[column]} to ${after?.[column]}, and no entry says so.`,
    );
};

/** What is gone can be read nowhere else. */
const untoldLoss = ({ table, key, before }: Change, entries: readonly Told[]): string[] => {
  const row = before as Row;
  const about = entries.filter((entry) => isAbout(entry, row));
  if (about.length === 0) return [`${table} ${key} is gone, and no entry says so.`];
  return Object.entries(row)
    .filter(([column, value]) => column !== "id" && !isId(value) && value !== null && !saysNothing(table, column))
    .filter(([column, value]) => !about.some(({ facts }) => same(facts[column], value)))
    .map(([column, value]) => `${table} ${key} is gone, and no entry says that its ${column} was ${value}.`);
};

/** New rows that no entry names, nor anything new that an entry names. */
const unnamed = (changes: readonly Change[], entries: readonly Told[]): string[] => {
  const named = new Set<unknown>(entries.flatMap((entry) => [...idsOf(entry)]));
  let waiting = changes.filter(({ before }) => before === null);
  for (;;) {
    const left = waiting.filter(({ table, after }) => {
      const row = after as Row;
      if (row.id !== undefined && named.has(row.id)) return false;
      const foreign = foreignIds(row).filter(([column]) => !(`${table}.${column}` in NAMED_OTHERWISE));
      const joins = foreign.length > 0 && foreign.every(([, id]) => named.has(id));
      if (joins && row.id !== undefined) named.add(row.id);
      return !joins;
    });
    if (left.length === waiting.length) break;
    waiting = left;
  }
  return waiting.map(({ table, key }) => `${table} ${key} is new, and no entry names it.`);
};

/** What of these changes the entries written with them do not tell: each a sentence. */
export const untold = (changes: readonly Change[], entries: readonly Told[], earlier: readonly Told[]): string[] => [
  ...unnamed(changes, entries),
  ...changes.filter(({ before, after }) => before && after).flatMap((one) => untoldColumns(one, entries, earlier)),
  ...changes.filter(({ after }) => after === null).flatMap((one) => untoldLoss(one, entries)),
];

/** What is not as it must be of each entry, whatever it tells of: who, when, and of which version of what. */
export const misplaced = (
  entries: readonly Told[],
  by: string | null,
  earlier: readonly Told[],
  rowOf: (table: string, id: string) => Row | undefined,
): string[] => {
  const [first] = entries;
  if (!first) return ["Nothing was written into the Log."];
  return entries.flatMap(({ position, kind, actorId, at, subjectType, subjectId, subjectVersion }) => {
    const thing = allThings().find(({ name }) => name === subjectType);
    const subject = thing && rowOf(thing.table, subjectId);
    const faults = [
      actorId !== (kindOf(kind).actor === "nobody" ? null : by) && `names ${actorId} as its actor, not ${by}`,
      at !== first.at && "has another time than the change's first entry",
      at < (earlier.at(-1)?.at ?? at) && "is before its predecessor",
      !subject && `is about the ${subjectType} ${subjectId}, which is not there`,
      subject &&
        subjectVersion !== (subject.version ?? null) &&
        `tells of version ${subjectVersion}, not ${subject.version}`,
    ];
    return faults.filter(Boolean).map((fault) => `Entry ${position}, ${kind}, ${fault}.`);
  });
};
