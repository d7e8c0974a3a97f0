const ID = /\b[a-z]{2,8}_[0-7][0-9a-hjkmnp-tv-z]{25}\b/g;
/** What may be a cursor within a text: one that the client sent is told back when it is refused. */
const CURSOR = /[\w-]{22,}/g;
/** What seals a document's address follows from its id: it is as unknown as the id is, and as long. */
const SEAL = /(?<=\/documents\/\w-\w+-@-)[\w-]{43}/g;
/** The fields that hold cursors, of pages and of the Log. No generated alias takes their names or hides them. */
const CURSORS: ReadonlySet<string> = new Set(["cursor", "startCursor", "endCursor"]);

/**
 * Compares what two worlds answer. Of ids that came into being since the worlds parted, and of cursors, it cannot know
 * which belong together: the first time they stand in the same place it takes note, and from then on they do. All else
 * must be equal: texts, numbers, times, the order of things, the length of cursors.
 */
export class Alike {
  private readonly forth = new Map<string, string>();
  private readonly back = new Map<string, string>();

  /** `common` are the ids that both worlds have: these are themselves. */
  constructor(private readonly common: ReadonlySet<string>) {}

  /** Where two answers first say something else, and what; null when they are alike. */
  difference(one: unknown, other: unknown, path: readonly string[] = []): string | null {
    const told = () => `${path.join(".")}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`;
    if (typeof one === "string" && typeof other === "string") {
      return (CURSORS.has(path.at(-1) ?? "") ? this.sameCursor(one, other) : this.sameText(one, other)) ? null : told();
    }
    if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
      return one === other ? null : told();
    }
    const [names, others] = [Object.keys(one), Object.keys(other)];
    if (Array.isArray(one) !== Array.isArray(other) || names.join() !== others.join()) return told();
    for (const name of names) {
      const [inner, outer] = [one, other].map((value) => (value as Record<string, unknown>)[name]);
      const found = this.difference(inner, outer, [...path, name]);
      if (found) return found;
    }
    return null;
  }

  /** A value of the one world as it is called in the other; what nobody knows of both stays as it is. */
  inOther<T>(value: T): T {
    if (typeof value === "string") {
      const known = this.forth.get(value);
      return (known ?? value.replace(ID, (id) => this.forth.get(id) ?? id)) as T;
    }
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((inner) => this.inOther(inner)) as T;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.inOther(inner)])) as T;
  }

  private sameText(one: string, other: string): boolean {
    const [ids, others] = [one.match(ID) ?? [], other.match(ID) ?? []];
    const [rest, ofOther] = [one, other].map((text) => text.replace(ID, "@").replace(SEAL, "a seal")) as [
      string,
      string,
    ];
    const known = rest.replace(CURSOR, (text) => this.forth.get(text) ?? text);
    return known === ofOther && ids.every((id, at) => this.same(id, others[at] as string));
  }

  private sameCursor(one: string, other: string): boolean {
    return one.length === other.length && this.same(one, other);
  }

  private same(one: string, other: string): boolean {
    if (this.common.has(one) || this.common.has(other)) return one === other;
    const [known, ofOther] = [this.forth.get(one), this.back.get(other)];
    if (known !== undefined || ofOther !== undefined) return known === other && ofOther === one;
    this.forth.set(one, other);
    this.back.set(other, one);
    return true;
  }
}
