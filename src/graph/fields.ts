import { Arg, ArgOptions, Args, ClassType, Extensions, Field } from "type-graphql";
import { JoinColumn, ManyToOne } from "typeorm";
import type { Context } from "../context";
import type { Row } from "../database/database";
import type { Sql } from "../scope/condition";
import { RowName } from "../scope/table";
import type { Listing } from "./listing";
import { Node } from "./node";

/** A table between two others: which of its columns names the parent, which the child. */
export interface Through {
  readonly table: string;
  readonly parent: string;
  readonly child: string;
}

// The kinds of field beside a plain column. A field is read from this declaration and nothing else.
export type FieldRead =
  | { kind: "one"; target: () => ClassType; key: string; by: string }
  | { kind: "node"; key: string }
  | {
      kind: "list";
      target: () => ClassType;
      by: string | Through;
      order: readonly string[];
      size: number;
      among?: Among;
    }
  | { kind: "many"; listing: () => Listing; by: string | Through }
  | { kind: "computed"; from: readonly string[]; value: (row: never, context: Context) => unknown; opens?: Opens }
  | { kind: "loaded"; from: readonly string[]; load: Load; size: number | Weighs };

/** Which of a list's rows are meant, over the alias `t`: for all, or for what the field's arguments ask. */
// biome-ignore lint/suspicious/noExplicitAny: arguments differ from field to field.
export type Among = (args: any) => readonly Sql[];

/** The arguments of a field: each one's type and what is said of it. */
type ArgsOf = Record<string, [() => ClassType | object, ArgOptions]>;

const takes = (args: ArgsOf, prototype: object, name: string | symbol): void => {
  for (const [index, [arg, [type, options]]] of Object.entries(args).entries()) {
    Arg(arg, type as () => ClassType, options)(prototype, name as string, index);
  }
};

/** The id of the thing that is opened by reading a field of this row, or null. */
type Opens = (row: never) => string | null;

/** Answers for many parents at once, in their order. */
// biome-ignore lint/suspicious/noExplicitAny: rows, arguments and answers differ from field to field.
export type Load = (context: Context, rows: readonly any[], args: any) => Promise<readonly unknown[]>;

/** What one answer counts for in a query's cost, by the arguments of its field. Refuses, before anything runs, what cannot be. */
// biome-ignore lint/suspicious/noExplicitAny: arguments differ from field to field.
export type Weighs = (args: any) => number;

/** `sees` is the row of "who may see what" that the field falls under: for each field of a thing. */
type Described = { description: string; sees?: RowName };

const reads = (read: FieldRead, sees: RowName | undefined): PropertyDecorator =>
  Extensions(sees ? { read, sees } : { read }) as PropertyDecorator;

/**
 * An edge to one thing: the parent's column `key` holds the target's `by` (its id unless told). On an entity it is a
 * foreign key too.
 */
export const One =
  (
    target: () => ClassType,
    { description, sees, key = "id", by = "id" }: Described & { key?: string; by?: string },
  ): PropertyDecorator =>
  (prototype, name) => {
    const said = {
      nullable: true,
      simple: true,
      description: `${description} Null when it is not there or not yours to see.`,
    };
    Field(target, said)(prototype, name as string);
    reads({ kind: "one", target, key, by }, sees)(prototype, name);
    if (key !== "id" && by === "id") {
      // The foreign key only: an edge is never read through the relation. Both RESTRICTs are stated as MariaDB reports them.
      ManyToOne(target, { onDelete: "RESTRICT", onUpdate: "RESTRICT" })(prototype, name as string);
      JoinColumn({ name: key })(prototype, name as string);
    }
  };

/** An edge to a thing of any type, by its id in column `key`. */
export const ToNode =
  ({ description, sees, key }: Described & { key: string }): PropertyDecorator =>
  (prototype, name) => {
    const said = {
      nullable: true,
      simple: true,
      description: `${description} Null when it is not there or not yours to see.`,
    };
    Field(() => Node, said)(prototype, name as string);
    reads({ kind: "node", key }, sees)(prototype, name);
  };

/**
 * An edge to a short, bounded list of things whose column `by` holds the parent's id, or which another table ties to it;
 * `among` says which of them where not all are meant.
 */
export const ListOf =
  (
    target: () => ClassType,
    {
      description,
      sees,
      size,
      args = {},
      ...rest
    }: Described & {
      by: string | Through;
      order: readonly string[];
      size: number;
      args?: ArgsOf;
      among?: Among;
    },
  ): PropertyDecorator =>
  (prototype, name) => {
    const said = { nullable: true, simple: true, description: `${description} Null when they are not yours to see.` };
    Field(() => [target()], said)(prototype, name as string);
    takes(args, prototype, name);
    reads({ kind: "list", target, size, ...rest }, sees)(prototype, name);
  };

/** An edge to any number of things: a connection. */
export const Many =
  (listing: () => Listing, { description, sees, ...rest }: Described & { by: string | Through }): PropertyDecorator =>
  (prototype, name) => {
    const said = { nullable: true, simple: true, description: `${description} Null when they are not yours to see.` };
    Field(() => listing().Connection, said)(prototype, name as string);
    Args(() => listing().Page)(prototype, name as string, 0);
    reads({ kind: "many", listing, ...rest }, sees)(prototype, name);
  };

/** A field worked out from columns of its own row. */
export const Computed =
  <R = Row>(
    type: () => ClassType | object,
    {
      description,
      sees,
      from,
      value,
      opens,
      nullable = false,
    }: Described & {
      from: readonly string[];
      value: (row: R, context: Context) => unknown;
      opens?: (row: R) => string | null;
      nullable?: boolean;
    },
  ): PropertyDecorator =>
  (prototype, name) => {
    Field(type as () => ClassType, { nullable, simple: true, description })(prototype, name as string);
    const opening = opens ? { opens: opens as Opens } : {};
    reads({ kind: "computed", from, value: value as never, ...opening }, sees)(prototype, name);
  };

/** A field that a function answers for many rows at once. `size` is what one answer counts for in a query's cost. */
export const Loaded =
  (
    type: () => ClassType | object,
    {
      description,
      sees,
      from = ["id"],
      load,
      args = {},
      size = 1,
    }: Described & {
      from?: readonly string[];
      load: Load;
      args?: ArgsOf;
      size?: number | Weighs;
    },
  ): PropertyDecorator =>
  (prototype, name) => {
    const said = { nullable: true, simple: true, description: `${description} Null when it is not yours to see.` };
    Field(type as () => ClassType, said)(prototype, name as string);
    takes(args, prototype, name);
    reads({ kind: "loaded", from, load, size }, sees)(prototype, name);
  };
