import { Field, ID, registerEnumType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { Moment, OneOf, Words } from "../graph/columns";
import { Computed, One, ToNode } from "../graph/fields";
import { listing } from "../graph/listing";
import { Json } from "../graph/scalars";
import { AThing, Key, Sees } from "../graph/thing";
import { Change } from "../history/change.type";
import { changedBy } from "../history/changed";
import { Person } from "../person/person.entity";
import { entriesAbout } from "../personal/entries";
import { Holds, Wordless } from "../personal/holds";
import { factsOf, openedByFacts } from "./facts";
import { EntryKind, EntryKinds, KINDS } from "./kinds";
import { entriesSeen } from "./seen";

registerEnumType(EntryKinds, {
  name: "EntryKind",
  description: "What an entry of the Log tells of.",
  valuesConfig: Object.fromEntries(Object.entries(KINDS).map(([kind, { description }]) => [kind, { description }])),
});

/** One row of the Log. It is written once, with the change it tells of, and never changed. */
@AThing({
  prefix: "ent",
  table: "entry",
  sees: "entry",
  visible: entriesSeen,
  audience: {},
  description: "One entry of the Log: something that happened, who did it, and what changed. Entries never change.",
})
@Holds({
  about: entriesAbout,
  part: "t.actorId = $",
  words: { facts: null, reason: null },
  nobodys: ["subjectType"],
  // A position counts what others did.
  secret: ["position", "subjectVersion", "sees", "salt", "digest", "chain"],
})
export class Entry {
  @PrimaryColumn("bigint")
  position!: number;

  @Wordless
  @Column("varchar", { length: 36 })
  @Index({ unique: true })
  @Sees("entry")
  @Field(() => ID, { description: "The global id: a TypeID, whose prefix names the type." })
  id!: string;

  @Moment("entry", "When it happened. Never before the entry that precedes it.")
  at!: Date;

  @Key({ nullable: true, index: true })
  actorId!: string | null;

  @One(() => Person, { sees: "entry", key: "actorId", description: "Who did it; nobody when time alone brought it." })
  readonly actor?: never;

  @OneOf("entry", EntryKinds, "What kind of thing happened.")
  kind!: EntryKind;

  @Words("entry", 40, "The type of the thing it happened to.")
  subjectType!: string;

  @Key({ index: true })
  subjectId!: string;

  @ToNode({ sees: "entry", key: "subjectId", description: "The thing it happened to, as it is now." })
  readonly subject?: never;

  @Column("integer", { nullable: true })
  subjectVersion!: number | null;

  @Column("text", { nullable: true })
  @Computed<Entry>(() => Json, {
    sees: "entry",
    from: ["kind", "subjectId", "facts"],
    value: ({ facts }) => facts,
    opens: openedByFacts,
    nullable: true,
    description: "What a reader of the history needs, by kind; null once erased.",
  })
  facts!: string | null;

  @Computed<Entry>(() => [Change], {
    sees: "entry",
    from: ["kind", "subjectId", "facts"],
    value: (entry) => changesToldBy(entry),
    opens: openedByFacts,
    nullable: true,
    description:
      "What it changed, each with what it was before: from the facts, where they tell of a change; null once erased.",
  })
  readonly changed?: never;

  @Words("entry", 1000, "Why, where the act asks for a reason.", { nullable: true })
  reason!: string | null;

  @Column("varchar", { length: 32, nullable: true })
  salt!: string | null;

  /** The row of "who may see what" it falls under, with what has been opened of it. */
  @Column("varchar", { length: 40 })
  sees!: string;

  // The ids that row is decided by.
  @Key({ nullable: true, index: true })
  traineeId!: string | null;

  @Key({ nullable: true, index: true })
  pairId!: string | null;

  @Key({ nullable: true, index: true })
  commissionId!: string | null;

  @Key({ nullable: true, index: true })
  boardId!: string | null;

  @Key({ nullable: true, index: true })
  personId!: string | null;

  @Column("varchar", { length: 64 })
  digest!: string;

  @Column("varchar", { length: 64 })
  chain!: string;
}

const changesToldBy = ({ kind, facts }: Pick<Entry, "kind" | "facts">): Change[] | null => {
  const told = factsOf({ facts });
  const json = (value: unknown) => (value == null ? null : JSON.stringify(value));
  return (
    told && changedBy(kind, told).map(({ name, before, after }) => ({ name, before: json(before), after: json(after) }))
  );
};

export const entries = listing(Entry, {
  orders: {
    NEWEST_FIRST: {
      column: "position",
      direction: "DESC",
      sees: "entry",
      description: "What happened last comes first.",
    },
    OLDEST_FIRST: { column: "position", direction: "ASC", sees: "entry", description: "In the order it happened." },
  },
});

/** The Log's one counter row: taken as the last step of each transaction, so positions follow the order of commits. */
@Entity("log_head")
@Holds({ secret: ["logId", "chain"] })
export class LogHead {
  @PrimaryColumn("integer")
  id!: number;

  @Column("varchar", { length: 12 })
  logId!: string;

  @Column("bigint")
  position!: number;

  /** Of the newest entry that changes what somebody may see. */
  @Column("bigint", { default: 0 })
  rightsPosition!: number;

  @Column("datetime", { precision: 3 })
  at!: Date;

  @Column("varchar", { length: 64 })
  chain!: string;
}
