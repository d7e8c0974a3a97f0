import { ClassType } from "type-graphql";
import type { Context } from "../context";
import { Row } from "../database/database";
import { guardSlot, OPENED, openedBy, visible } from "../graph/rows";
import { toIso } from "../graph/scalars";
import { rowOfColumn, thingOf } from "../graph/thing";
import { Entry } from "../log/entry.entity";
import { openedByFacts } from "../log/facts";
import { EntryRow } from "../log/log";
import { badInput } from "../operation/errors";
import { ALWAYS, Sql } from "../scope/condition";
import { RowName } from "../scope/table";
import { allHoldings, columnsOf, Holding, of } from "./holds";

/** So many rows are told at a time. */
export const ROWS_AT_A_TIME = 500;

/** What is held about somebody, or a part of it: rows by the name of what they are. */
export interface Held {
  readonly held: Record<string, object[]>;
  /** Where the next part begins; null when this was the last. */
  readonly next: string | null;
}

type Section = { target: ClassType; name: string; holding: Holding };

const sections = (): Section[] =>
  allHoldings()
    .filter(([, { about, written, part }]) => about ?? written ?? part)
    .map(([target, holding]) => ({ target, name: target.name, holding }))
    // A table between two others has no ids of its own, and tells nothing that those two do not.
    .filter(({ target }) => columnsOf(target).some(({ name }) => name === "id"))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** What somebody opens who is told such a row: reading it here is reading it. */
const openedIn = ({ target }: Section, row: Row): string | null =>
  target === Entry ? openedByFacts(row as EntryRow) : ((row[OPENED] ?? null) as string | null);

const LIST = "what is held";

/** What is held about the viewer that they may see, from a place on. */
export const heldAbout = async (ctx: Context, after: string | null): Promise<Held> => {
  const all = sections();
  const [section, id] = after === null ? [all[0]?.name as string, ""] : opened(ctx, after);
  const held: Record<string, object[]> = {};
  let room = ROWS_AT_A_TIME;
  for (const each of all.filter(({ name }) => name >= section)) {
    const rows = await rowsOf(ctx, each, each.name === section ? id : "", room);
    if (rows.length > 0) held[each.name] = rows.map((row) => told(each, row));
    for (const id of rows.map((row) => openedIn(each, row))) if (id) ctx.opened.add(id);
    room -= rows.length;
    if (room === 0) return { held, next: ctx.log.places.close([LIST, each.name, rows.at(-1)?.id]) };
  }
  return { held, next: null };
};

const opened = ({ log }: Context, place: string): [string, string] => {
  const [list, section, id] = (log.places.open(place) ?? []) as string[];
  if (list === LIST && section !== undefined && id !== undefined) return [section, id];
  throw badInput("This is not a place in what is held about you.");
};

const WORDS = "@words";
const NOTHING: Sql = { sql: "1=0", values: [] };

const rowsOf = async (ctx: Context, { target, holding }: Section, after: string, limit: number): Promise<Row[]> => {
  const personId = ctx.personId as string;
  const where = (condition: string | undefined) => (condition ? of(condition, personId) : NOTHING);
  const { about, written, part } = holding;
  const theirs = typeof about === "function" ? await about(ctx.db.rows, personId) : where(about);
  const [own, theirPart] = [where(written), where(part)];
  const seen = holding.own ? ALWAYS : visible(ctx, thingOf(target));
  const guards = guardsOf(ctx, target, holding);
  const opened = (holding.own ? [] : openedBy(thingOf(target))).map(({ sql }) => `, ${sql}`);
  return ctx.db.rows(
    `SELECT t.*, CASE WHEN ${theirs.sql} OR ${own.sql} THEN 1 ELSE 0 END AS \`${WORDS}\`${guards.sql}${opened.join("")}
     FROM \`${tableOf(ctx, target)}\` t
     WHERE (${theirs.sql} OR ${own.sql} OR ${theirPart.sql}) AND ${seen.sql} AND t.id > ? ORDER BY t.id LIMIT ${limit}`,
    [...theirs.values, ...own.values, ...guards.values, ...theirs.values, ...own.values, ...theirPart.values]
      .concat(seen.values)
      .concat(after),
  );
};

const tableOf = ({ db }: Context, target: ClassType): string => db.source.getMetadata(target).tableName;

/** The rows of "who may see what" that some columns fall under, where these are narrower than their thing's. */
const narrower = (target: ClassType, { own }: Holding): RowName[] =>
  own
    ? []
    : [...new Set(columnsOf(target).map(({ name }) => rowOfColumn(target, name)))].filter(
        (row) => row !== thingOf(target).sees,
      );

const guardsOf = (ctx: Context, target: ClassType, holding: Holding): Sql => {
  const parts = narrower(target, holding).map((row) => {
    const { sql, values } = visible(ctx, thingOf(target), row);
    return { sql: `, CASE WHEN ${sql} THEN 1 ELSE 0 END AS \`${guardSlot(row)}\``, values };
  });
  return { sql: parts.map(({ sql }) => sql).join(""), values: parts.flatMap(({ values }) => values) };
};

/** A row as it is told: without what is secret, what is hidden from them, and words about others. */
const told = ({ target, holding }: Section, row: Row): object => {
  const { words = {}, secret = [], own } = holding;
  const hidden = (name: string): boolean =>
    secret.includes(name) ||
    (name in words && !row[WORDS]) ||
    (!own && row[guardSlot(rowOfColumn(target, name))] === 0);
  return Object.fromEntries(
    columnsOf(target)
      .filter(({ name }) => !hidden(name))
      .map(({ name, type }) => [name, asTold(target, name, type, row[name] ?? null)]),
  );
};

const asTold = (target: ClassType, name: string, type: string, value: Row[string]): unknown => {
  if (value === null) return null;
  if (type === "boolean") return Boolean(value);
  if (type === "datetime") return toIso(value);
  return target === Entry && name === "facts" ? JSON.parse(value as string) : value;
};
