import { ANY_TEXT, Shown, Unordered } from "./cells";
import { FIELDS, ITS_OWN } from "./oracle/fields";
import { inOrder, ORDERS } from "./oracle/lists";
import { matterOf, rowOf } from "./oracle/matters";
import { Matter, Standing, standingOf } from "./oracle/relations";
import { sees } from "./oracle/sees";
import { Answer, answerOf, BELOW, Selections } from "./selection";
import { listed, target } from "./truth/edges";
import { stoodThen } from "./truth/history";
import { Row, Truth } from "./truth/truth";
import { trueValue } from "./truth/values";

export interface World {
  readonly truth: Truth;
  readonly selections: Selections;
  /** What a programme lead reads of each trainee's readiness: compared by hand with what it must be. */
  readonly readiness: ReadonlyMap<string, unknown>;
}

const ROW = new Map(
  Object.entries(FIELDS).flatMap(([type, rows]) =>
    Object.entries(rows).flatMap(([row, fields]) =>
      fields.split(" ").map((field) => [`${type}.${field}`, row] as const),
    ),
  ),
);

/** What a viewer must see of everything, by the oracle. */
export class Sight {
  readonly standing: Standing;
  private readonly seen = new Map<unknown, boolean>();
  private readonly matters = new Map<unknown, Matter>();
  private readonly shown = new Map<string, Shown>();

  constructor(
    readonly world: World,
    readonly personId: string | null,
  ) {
    this.standing = standingOf(world.truth, personId);
  }

  private matter(type: string, row: Row): Matter {
    const known = this.matters.get(row.id);
    if (known) return known;
    const matter = matterOf(this.world.truth, type, row);
    this.matters.set(row.id, matter);
    return matter;
  }

  /** Whether the viewer sees that there is such a thing. */
  sees(id: unknown): boolean {
    const known = this.seen.get(id);
    if (known !== undefined) return known;
    const { truth } = this.world;
    const thing = truth.thing(id);
    // Section 5: of entries the public sees none.
    const may =
      thing !== undefined &&
      (thing.type !== "Entry" || this.personId !== null) &&
      sees(this.standing, rowOf(truth, thing.type, thing.row), this.matter(thing.type, thing.row));
    this.seen.set(id, may);
    return may;
  }

  /** Whether the viewer sees a field of a thing that they see. */
  seesField(type: string, field: string, row: Row): boolean {
    const under = ROW.get(`${type}.${field}`);
    if (under === undefined) throw new Error(`Section 5 says nothing of ${type}.${field}: see oracle/fields.ts.`);
    return under === ITS_OWN || sees(this.standing, under, this.matter(type, row));
  }

  /** Whether what falls under a row would be the viewer's to see of a thing, once it is released or shared. */
  mightSee(id: unknown, under: string): boolean {
    const thing = this.world.truth.thing(id);
    return (
      thing !== undefined &&
      sees(this.standing, under, { ...this.matter(thing.type, thing.row), released: true, shared: true })
    );
  }

  /** Whether something holds of whose matter a thing is that falls under a row, or has a field that does. */
  anything(under: string, holds: (matter: Matter) => boolean): boolean {
    const { truth, selections } = this.world;
    return selections.things.some((type) =>
      truth
        .all(type)
        .filter((row) => FIELDS[type]?.[under] !== undefined || rowOf(truth, type, row) === under)
        .some((row) => holds(this.matter(type, row))),
    );
  }

  /** Those of these rows that the viewer sees. */
  among(rows: readonly Row[]): Row[] {
    return rows.filter(({ id }) => this.sees(id));
  }

  /** Those of a type that the viewer sees. */
  all(type: string): Row[] {
    return this.among(this.world.truth.all(type));
  }

  /** A thing as it must be shown, whole: its edges lead to ids, or to whole things once. */
  whole(id: unknown, first = BELOW, far: (id: unknown) => Shown = (there) => this.id(there)): Shown | null {
    if (!this.sees(id)) return null;
    const { truth, selections } = this.world;
    const { type, row } = truth.thing(id) as { type: string; row: Row };
    const fields = selections.fields(type).map((field) => {
      const mine = this.seesField(type, field.name, row);
      return [field.name, mine ? this.value(type, field.name, answerOf(field), row, first, far) : null];
    });
    return new Shown(type, Object.fromEntries(fields), truth.called(id as string));
  }

  /** The same, kept: edges lead to ids. */
  plain(id: unknown, first = BELOW): Shown | null {
    if (!this.sees(id)) return null;
    const key = `${first} ${id}`;
    const known = this.shown.get(key);
    if (known) return known;
    const made = this.whole(id, first) as Shown;
    this.shown.set(key, made);
    return made;
  }

  /** Nothing of a thing but which one it is. */
  id(id: unknown): Shown {
    return new Shown(this.world.truth.thing(id)?.type ?? "?", { id });
  }

  node(id: unknown): Shown | null {
    const thing = this.world.truth.thing(id);
    return thing && this.sees(id) ? new Shown(thing.type, { __typename: thing.type, id }) : null;
  }

  private value(
    type: string,
    field: string,
    answer: Answer,
    row: Row,
    first: number,
    far: (id: unknown) => Shown,
  ): unknown {
    const { truth } = this.world;
    if (answer.kind === "thing" && !answer.list) {
      const id = target(truth, type, field, row);
      return this.sees(id) ? far(id) : null;
    }
    if (answer.kind === "anything") return this.node(target(truth, type, field, row));
    if (answer.kind === "thing") {
      return new Unordered(this.among(listed(truth, type, field, row.id)).map(({ id }) => far(id)));
    }
    if (answer.kind === "connection") return this.page(answer.type, listed(truth, type, field, row.id), first, far);
    if (field === "asOf") return this.asOf(answer.type, type, row);
    const { readiness } = this.world;
    if (field === "readiness") return this.rule(readiness.get(row.id as string));
    if (field === "training") return this.rule(partOf(readiness.get(row.id as string), "E4"));
    if (answer.type === "RuleOutcome") return this.rule(trueValue(truth, type, field, answer.type, row, this.personId));
    if (answer.type === "Statement")
      return this.statement(trueValue(truth, type, field, answer.type, row, this.personId) as Stated);
    const value = trueValue(truth, type, field, answer.type, row, this.personId);
    return answer.type === "LaterReview" ? this.later(value as Later[]) : this.part(answer.type, value);
  }

  /** A reviewer's reviews: who has left one no longer sees it, and that there was one is not hidden. */
  private later(reviews: readonly Later[]): Shown[] {
    return reviews.map(
      ({ commission, ...found }) =>
        new Shown("LaterReview", { ...found, commission: this.sees(commission.id) ? commission : null }),
    );
  }

  /** The first page of a list below a thing, in its usual order. */
  private page(type: string, rows: readonly Row[], first: number, far: (id: unknown) => Shown): Shown {
    const [usual] = Object.values(ORDERS[type] ?? {});
    if (!usual) throw new Error(`How are lists of ${type} ordered? Say so in oracle/lists.ts.`);
    const mine = inOrder(this.among(rows), usual);
    const shown = mine.slice(0, first).map(({ id }) => id);
    const place = shown.length > 0 ? ANY_TEXT : null;
    return new Shown(`${type}Connection`, {
      totalCount: mine.length,
      pageInfo: new Shown("PageInfo", {
        hasNextPage: mine.length > first,
        hasPreviousPage: false,
        startCursor: place,
        endCursor: place,
      }),
      nodes: shown.map(far),
      edges: shown.map((id) => new Shown(`${type}Edge`, { cursor: ANY_TEXT, node: this.id(id) })),
    });
  }

  private part(type: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.part(type, item));
    return value !== null && typeof value === "object" && type !== "JSON" ? new Shown(type, { ...value }) : value;
  }

  /** How a thing stood, by those entries about it that the viewer sees. */
  private asOf(snapshot: string, type: string, row: Row): Shown | null {
    const column = { Trainee: "traineeId", Commission: "commissionId" }[type] ?? "subjectId";
    const entries = this.among(this.world.truth.where("Entry", column, row.id));
    const ready = type === "Trainee" && this.seesField(type, "readiness", row);
    const stood = stoodThen(type, entries, ready);
    return (
      stood &&
      new Shown(
        snapshot,
        Object.fromEntries(
          Object.entries(stood).map(([name, value]) => [name, name === "rules" ? this.part("RuleAsOf", value) : value]),
        ),
      )
    );
  }

  /** What somebody owes, part by part; whom a board pays is for each viewer to know or not. */
  private statement({ lines, totals, rates, ...sums }: Stated): Shown {
    return new Shown("Statement", {
      ...sums,
      lines: lines.map((line) => new Shown("StatementLine", { ...line })),
      totals: totals.map((total) => new Shown("StatementTotal", { ...total })),
      rates: rates.map(({ person, ...rate }) => {
        return new Shown("StatementRate", { ...rate, person: this.sees(person.id) ? person : null });
      }),
    });
  }

  /** What a rule answers, as the viewer must see it: the same for all but for the things that it names. */
  rule(outcome: unknown): unknown {
    if (outcome === null || typeof outcome !== "object") return outcome ?? null;
    const { because, parts, ...said } = outcome as { because?: Reason[]; parts?: unknown[] };
    return new Shown("RuleOutcome", {
      ...said,
      ...(because && {
        because: because.map(({ id, text }) => new Shown("Reason", { id, text, node: id ? this.node(id) : null })),
      }),
      ...(parts && { parts: parts.map((part) => this.rule(part)) }),
    });
  }
}

/** A rule that is a part of another one's answer. */
const partOf = (outcome: unknown, rule: string): unknown =>
  (outcome as { parts: { rule: string }[] }).parts.find((part) => part.rule === rule);

interface Stated {
  readonly lines: readonly object[];
  readonly totals: readonly object[];
  readonly rates: readonly { readonly person: { readonly id: unknown } }[];
}

interface Later {
  readonly commission: { readonly id: unknown };
}

interface Reason {
  readonly id: string | null;
  readonly text: string;
}
