/** A thing or a part of one as it must be shown: its type, what people call it, and each field. */
export class Shown {
  constructor(
    readonly type: string,
    readonly fields: Readonly<Record<string, unknown>>,
    readonly called: string | null = null,
  ) {}
}

/** Things in no promised order. */
export class Unordered {
  constructor(readonly items: readonly unknown[]) {}
}

/** Any text at all: a cursor tells nothing, and so it is not known beforehand. */
export const ANY_TEXT = Symbol("any text");

/** Where a cell lies. */
export interface At {
  readonly road: string;
  readonly viewer: string;
  readonly thing: string;
  readonly field?: string;
}

const sorted = (items: readonly unknown[]): unknown[] => items.toSorted((a, b) => (idIn(a) < idIn(b) ? -1 : 1));
const idIn = (item: unknown): string =>
  String(item instanceof Shown ? item.fields.id : ((item as { id?: unknown } | null)?.id ?? JSON.stringify(item)));
const told = (value: unknown): string =>
  value instanceof Shown
    ? `${value.type} ${told(value.fields)}`
    : value instanceof Unordered
      ? told(value.items)
      : typeof value === "symbol"
        ? String(value.description)
        : (JSON.stringify(value, (_, inner) => (inner instanceof Shown ? { ...inner.fields } : inner)) ?? "nothing");
const short = (value: unknown): string => {
  const text = told(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

/** The checks that were made, each a cell of the matrix, and those that failed, in words. */
export class Cells {
  readonly byRoad = new Map<string, number>();
  readonly failures: string[] = [];
  /** The fields whose real value somebody has seen, as Type.field. */
  readonly seen = new Set<string>();

  get count(): number {
    return [...this.byRoad.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Compares an answer with what it must be, leaf by leaf. */
  check(at: At, expected: unknown, got: unknown): void {
    const listed = Array.isArray(got);
    if (expected instanceof Shown && got !== null && typeof got === "object") this.shown(at, expected, got);
    else if (expected instanceof Unordered && listed) this.list(at, sorted(expected.items), sorted(got));
    else if (Array.isArray(expected) && listed) this.list(at, expected, got);
    else if (expected === ANY_TEXT) this.cell(at, typeof got === "string" && got !== "", expected, got);
    else this.cell(at, same(expected, got), expected, got);
  }

  private shown(at: At, { type, fields, called }: Shown, got: object): void {
    const thing = called ?? at.thing;
    for (const name of new Set([...Object.keys(fields), ...Object.keys(got)])) {
      const field = called || !at.field ? name : `${at.field}.${name}`;
      const value = (got as Record<string, unknown>)[name];
      const failed = this.failures.length;
      this.check({ ...at, thing, field }, fields[name], value);
      if (failed === this.failures.length && !isNothing(value)) this.seen.add(`${type}.${name}`);
    }
  }

  private list(at: At, expected: readonly unknown[], got: readonly unknown[]): void {
    const alike = expected.length === got.length;
    this.cell(at, alike, expected, got);
    if (alike) for (const [index, item] of expected.entries()) this.check(at, item, got[index]);
  }

  private cell(at: At, holds: boolean, expected: unknown, got: unknown): void {
    this.byRoad.set(at.road, (this.byRoad.get(at.road) ?? 0) + 1);
    if (holds) return;
    const { road, viewer, thing, field } = at;
    const where = `${viewer} · ${thing}${field ? ` · ${field}` : ""} · by ${road}`;
    this.failures.push(`${where}: expected ${short(expected)}, got ${short(got)}`);
  }
}

const isNothing = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

const same = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === "object" && typeof b === "object" && a !== null && b !== null && canonical(a) === canonical(b));
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
