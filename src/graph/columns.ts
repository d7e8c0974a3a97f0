import { ClassType, Field, Int } from "type-graphql";
import { Column, ColumnOptions } from "typeorm";
import { Wordless } from "../personal/holds";
import { RowName } from "../scope/table";
import { CalendarDate, DateTime } from "./scalars";
import { Sees } from "./thing";

type Options = { nullable?: boolean; default?: boolean };

const column =
  (
    sees: RowName,
    options: ColumnOptions,
    type: () => unknown,
    description: string,
    { nullable = false, ...more }: Options,
  ): PropertyDecorator =>
  (prototype, name) => {
    Column({ ...options, ...more, nullable })(prototype, name);
    Sees(sees)(prototype, name);
    Field(type as () => ClassType, { nullable, description })(prototype, name as string);
  };

const wordless =
  (declared: PropertyDecorator): PropertyDecorator =>
  (prototype, name) => {
    declared(prototype, name);
    Wordless(prototype, name);
  };

// A column and its field in one: what is stored is what is shown, to those who see the row of the table it names.

export const Words = (sees: RowName, length: number, description: string, options: Options = {}) =>
  column(sees, { type: "varchar", length }, () => String, description, options);

export const LongText = (sees: RowName, description: string, options: Options = {}) =>
  column(sees, { type: "text" }, () => String, description, options);

export const Whole = (sees: RowName, description: string, options: Options = {}) =>
  column(sees, { type: "integer" }, () => Int, description, options);

export const Flag = (sees: RowName, description: string, options: Options = {}) =>
  column(sees, { type: "boolean" }, () => Boolean, description, options);

/** A day of the calendar, kept as YYYY-MM-DD so that it has no time zone. */
export const CalendarDay = (sees: RowName, description: string, options: Options = {}) =>
  wordless(column(sees, { type: "varchar", length: 10 }, () => CalendarDate, description, options));

export const Moment = (sees: RowName, description: string, options: Options = {}) =>
  column(sees, { type: "datetime", precision: 3 }, () => DateTime, description, options);

/** One of an enum that is registered with the schema. */
export const OneOf = (sees: RowName, type: object, description: string, options: Options = {}) =>
  wordless(column(sees, { type: "varchar", length: 60 }, () => type, description, options));

/** A column that is not shown. */
export const Hidden = (options: ColumnOptions): PropertyDecorator => Column(options);
