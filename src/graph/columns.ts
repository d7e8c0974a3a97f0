import { ClassType, Field, Int } from "type-graphql";
import { Column, ColumnOptions } from "typeorm";
import { CalendarDate, DateTime } from "./scalars";

type Options = { nullable?: boolean };

const column =
  (
    options: ColumnOptions,
    type: () => unknown,
    description: string,
    { nullable = false }: Options,
  ): PropertyDecorator =>
  (prototype, name) => {
    Column({ ...options, nullable })(prototype, name);
    Field(type as () => ClassType, { nullable, description })(prototype, name as string);
  };

// A column and its field in one: what is stored is what is shown.

export const Words = (length: number, description: string, options: Options = {}) =>
  column({ type: "varchar", length }, () => String, description, options);

export const LongText = (description: string, options: Options = {}) =>
  column({ type: "text" }, () => String, description, options);

export const Whole = (description: string, options: Options = {}) =>
  column({ type: "integer" }, () => Int, description, options);

export const Flag = (description: string, options: Options = {}) =>
  column({ type: "boolean" }, () => Boolean, description, options);

/** A day of the calendar, kept as YYYY-MM-DD so that it has no time zone. */
export const CalendarDay = (description: string, options: Options = {}) =>
  column({ type: "varchar", length: 10 }, () => CalendarDate, description, options);

export const Moment = (description: string, options: Options = {}) =>
  column({ type: "datetime", precision: 3 }, () => DateTime, description, options);

/** One of an enum that is registered with the schema. */
export const OneOf = (type: object, description: string, options: Options = {}) =>
  column({ type: "varchar", length: 60 }, () => type, description, options);

/** A column that is not shown. */
export const Hidden = (options: ColumnOptions): PropertyDecorator => Column(options);
