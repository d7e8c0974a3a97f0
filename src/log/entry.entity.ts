import { Field, ID, registerEnumType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { One, ToNode } from "../graph/fields";
import { listing } from "../graph/listing";
import { DateTime, Json } from "../graph/scalars";
import { AThing, Key } from "../graph/thing";
import { Person } from "../person/person.entity";
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
  visible: entriesSeen,
  description: "One entry of the Log: something that happened, who did it, and what changed. Entries never change.",
})
export class Entry {
  @PrimaryColumn("bigint")
  position!: number;

  @Column("varchar", { length: 36 })
  @Index({ unique: true })
  @Field(() => ID, { description: "The global id: a TypeID, whose prefix names the type." })
  id!: string;

  @Column("datetime", { precision: 3 })
  @Field(() => DateTime, { description: "When it happened. Never before the entry that precedes it." })
  at!: Date;

  @Key({ nullable: true })
  actorId!: string | null;

  @One(() => Person, { key: "actorId", description: "Who did it; nobody when time alone brought it." })
  readonly actor?: never;

  @Column("varchar", { length: 60 })
  @Field(() => EntryKinds, { description: "What kind of thing happened." })
  kind!: EntryKind;

  @Column("varchar", { length: 40 })
  @Field(() => String, { description: "The type of the thing it happened to." })
  subjectType!: string;

  @Key({ index: true })
  subjectId!: string;

  @ToNode({ key: "subjectId", description: "The thing it happened to, as it is now." })
  readonly subject?: never;

  @Column("integer", { nullable: true })
  subjectVersion!: number | null;

  @Column("text", { nullable: true })
  @Field(() => Json, { nullable: true, description: "What a reader of the history needs, by kind; null once erased." })
  facts!: string | null;

  @Column("varchar", { length: 1000, nullable: true })
  @Field(() => String, { nullable: true, description: "Why, where the act asks for a reason." })
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

export const entries = listing(Entry, {
  orders: {
    NEWEST_FIRST: { column: "position", direction: "DESC", description: "What happened last comes first." },
    OLDEST_FIRST: { column: "position", direction: "ASC", description: "In the order it happened." },
  },
});

/** The Log's one counter row: taken as the last step of each transaction, so positions follow the order of commits. */
@Entity("log_head")
export class LogHead {
  @PrimaryColumn("integer")
  id!: number;

  @Column("varchar", { length: 12 })
  logId!: string;

  @Column("bigint")
  position!: number;

  @Column("datetime", { precision: 3 })
  at!: Date;

  @Column("varchar", { length: 64 })
  chain!: string;
}
