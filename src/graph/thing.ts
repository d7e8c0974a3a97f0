import { ClassType, Extensions, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { Wordless } from "../personal/holds";
import { Audience, Sql } from "../scope/condition";
import { Scope } from "../scope/scope";
import { RowName } from "../scope/table";
import { Node } from "./node";

/** What the graph knows of one kind of thing: its table, its id prefix, and who may see it. */
export interface Thing {
  readonly name: string;
  readonly prefix: string;
  readonly table: string;
  /** The row of the table "who may see what" under which the thing falls, and each field of it that names the same. */
  readonly sees: RowName;
  /** Where, in its table, the ids stand by which that row is decided. */
  readonly audience: Audience;
  /**
   * What a scope lets through of its table, as SQL over the alias `t`, where that differs from one to the next, or from
   * one day in London to the next.
   */
  readonly visible: Visible | null;
  /** The same of narrower rows that fields of it fall under. */
  readonly narrower: Partial<Record<RowName, Visible>>;
  /** Whether people may look it up by its `reference`. */
  readonly referenced: boolean;
  /** The id of the thing that is opened by reading more of this one than its id, as SQL over the alias `t`; or null. */
  readonly opens: string | null;
}

type Visible = (scope: Scope, today: string) => Sql;

export interface ThingOptions {
  prefix: string;
  table: string;
  description: string;
  sees: RowName;
  audience: Audience;
  visible?: Visible;
  narrower?: Thing["narrower"];
  referenced?: boolean;
  opens?: string;
}

const byClass = new Map<ClassType, Thing>();
const byName = new Map<string, Thing>();
const byPrefix = new Map<string, Thing>();

/** Declares a class as a thing of the graph: entity, object type, id prefix and audience in one place. */
export const AThing =
  ({ description, referenced = false, ...rest }: ThingOptions) =>
  (target: ClassType): void => {
    const thing: Thing = { name: target.name, referenced, visible: null, narrower: {}, opens: null, ...rest };
    Entity(thing.table)(target);
    ObjectType({ description, implements: Node, simpleResolvers: true })(target as never);
    byClass.set(target, thing);
    byName.set(thing.name, thing);
    byPrefix.set(thing.prefix, thing);
  };

export const thingOf = (target: ClassType): Thing => {
  const thing = byClass.get(target);
  if (!thing) throw new Error(`${target.name} is not declared as a thing of the graph.`);
  return thing;
};
export const thingNamed = (name: string): Thing | undefined => byName.get(name);
export const thingWithPrefix = (prefix: string): Thing | undefined => byPrefix.get(prefix);
export const allThings = (): Thing[] => [...byName.values()];

/** The row of "who may see what" that a field falls under. A field of a thing that names none fails the build. */
export const Sees =
  (row: RowName | typeof ITS_OWN): PropertyDecorator =>
  (prototype, name) => {
    Reflect.defineMetadata(SEES, row, prototype, name);
    (Extensions({ sees: row }) as PropertyDecorator)(prototype, name);
  };

const SEES = "tandem:sees";

/** The row under which a column of a thing falls: its field's, and the thing's own where it is not shown. */
export const rowOfColumn = (target: ClassType, column: string): RowName => {
  const row = Reflect.getMetadata(SEES, target.prototype, column) as RowName | typeof ITS_OWN | undefined;
  return row === undefined || row === ITS_OWN ? thingOf(target).sees : row;
};

/** The row of the thing itself, whichever that is. */
export const ITS_OWN = "its own";

/** The id column and field of a thing. */
export const Id = (): PropertyDecorator => (prototype, name) => {
  PrimaryColumn("varchar", { length: 36 })(prototype, name);
  Wordless(prototype, name);
  Sees(ITS_OWN)(prototype, name);
  Field(() => ID, { description: "The global id: a TypeID, whose prefix names the type." })(prototype, name as string);
};

/**
 * The version column and field of a thing that changes. A version tells that something happened: where most changes are
 * of a part that falls under a narrower row, so does the version.
 */
export const Version =
  (sees: RowName | typeof ITS_OWN = ITS_OWN): PropertyDecorator =>
  (prototype, name) => {
    const narrower = sees !== ITS_OWN;
    Column("integer")(prototype, name);
    Sees(sees)(prototype, name);
    const said = "Rises by one with every change; a change names the version it saw.";
    Field(() => Int, {
      nullable: narrower,
      description: narrower ? `${said} Null when its changes are not yours to see.` : said,
    })(prototype, name as string);
  };

/** The human reference of a thing, by which it can be looked up. */
export const Reference =
  (example: string): PropertyDecorator =>
  (prototype, name) => {
    Column("varchar", { length: 40 })(prototype, name);
    Wordless(prototype, name);
    Index({ unique: true })(prototype, name as string);
    Sees(ITS_OWN)(prototype, name);
    Field(() => String, { description: `The reference people use, such as ${example}.` })(prototype, name as string);
  };

/** A foreign key or other hidden id. */
export const Key =
  (options: { nullable?: boolean; index?: boolean } = {}): PropertyDecorator =>
  (prototype, name) => {
    Column("varchar", { length: 36, nullable: options.nullable ?? false })(prototype, name);
    Wordless(prototype, name);
    if (options.index) Index()(prototype, name as string);
  };
