import type { Row } from "../../src/database/database";
import { newId, prefixOf } from "../../src/id";
import { Snapshot } from "./snapshot";

export type Roll = () => number;
export const oneOf = <T>(roll: Roll, among: readonly T[]): T => among[Math.floor(roll() * among.length)] as T;

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d\.\d{3})Z?$/;

/** Values that an operation may name, by what they are. */
class Bag {
  readonly ids: string[] = [];
  readonly days: string[] = [];
  readonly moments: string[] = [];
  readonly words: string[] = [];

  put(value: unknown): void {
    if (typeof value !== "string" || value === "") return;
    const moment = MOMENT.exec(value);
    if (prefixOf(value)) this.ids.push(value);
    else if (moment) this.moments.push(`${moment[1]}T${moment[2]}Z`);
    else if (DAY.test(value)) this.days.push(value);
    else if (value.length <= 60) this.words.push(value);
  }
}

type Kind = "ids" | "days" | "moments" | "words";

/** What a viewer might come to ask by: what both worlds hold, what one alone does, and what they were told. */
export class Vocabulary {
  private readonly common = new Bag();
  /** What stands in the one world and not in the other: the viewer has no way to know it, and asks by it all the same. */
  private readonly alone = new Bag();
  private readonly told = new Bag();
  private readonly cursors: [cursor: string, list: string | null][] = [];

  constructor(
    private readonly roll: Roll,
    before: Snapshot,
    after: Snapshot,
  ) {
    const values = (rows: readonly Row[]) => rows.flatMap((row) => Object.values(row));
    const known = new Set<unknown>();
    for (const rows of before.values()) for (const value of values(rows)) known.add(value);
    for (const value of known) this.common.put(value);
    for (const rows of after.values()) {
      for (const value of values(rows)) if (!known.has(value)) this.alone.put(value);
    }
  }

  /** Remembers what an answer told; of a cursor, of which list it is where that can be seen. */
  hear(answer: unknown): void {
    if (typeof answer !== "object" || answer === null) return;
    const { cursor, node, entry } = answer as Record<string, { id?: string } | undefined>;
    if (typeof cursor === "string") this.cursors.push([cursor, entry ? "log" : prefixOf(node?.id ?? "")]);
    for (const [name, value] of Object.entries(answer)) {
      if (typeof value === "string" && /Cursor$/.test(name)) this.cursors.push([value, null]);
      else if (typeof value === "object") this.hear(value);
      else if (name !== "cursor" && name !== "__typename") this.told.put(value);
    }
  }

  day = (): string => this.of("days") ?? "2018-01-01";
  moment = (): string => this.of("moments") ?? "2018-01-01T00:00:00.000Z";
  word = (): string => this.of("words") ?? "a";

  /** The id of a thing with this prefix, most often; sometimes another's, a reference, or the id of nothing. */
  id(prefix: string): string {
    const chance = this.roll();
    if (chance < 0.05) return newId(prefix);
    if (chance < 0.1) return oneOf(this.roll, ["", "nothing", `${prefix}_x`, newId("zzz"), prefix.toUpperCase()]);
    if (chance < 0.15) return this.word();
    const among = chance < 0.25 ? () => true : (id: string) => prefixOf(id) === prefix;
    return this.of("ids", among) ?? newId(prefix);
  }

  /** A cursor that was told, most often, and most often of this list. */
  cursor(list?: string): string {
    const fit = this.roll() < 0.8 ? this.cursors.filter(([, of]) => of === list) : this.cursors;
    if (fit.length > 0 && this.roll() < 0.9) return oneOf(this.roll, fit)[0];
    return oneOf(this.roll, ["", "AAAAAAAAAAAAAAAAAAAAAA", "no cursor", this.word().slice(0, 60)]);
  }

  private of(kind: Kind, fits: (value: string) => boolean = () => true): string | undefined {
    const chance = this.roll();
    const bag = chance < 0.25 ? this.alone : chance < 0.8 ? this.told : this.common;
    const among = bag[kind].filter(fits);
    return oneOf(this.roll, among.length > 0 ? among : this.common[kind].filter(fits));
  }
}
