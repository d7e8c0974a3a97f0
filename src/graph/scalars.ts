import { GraphQLScalarType } from "graphql";
import { GraphQLDateTimeISO, GraphQLJSON, GraphQLLocalDate } from "graphql-scalars";
import { Field, Int } from "type-graphql";
import { APart } from "./part";

const stored = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,3})?$/;

/** A moment as a database holds it ("2017-01-23 09:00:00.000", UTC) or as a Date, in RFC 3339 with milliseconds. */
export const toIso = (value: unknown): string => {
  // As both databases answer it: the one form that comes by the thousand.
  if (typeof value === "string" && value.length === 23 && value[10] === " ") {
    return `${value.slice(0, 10)}T${value.slice(11)}Z`;
  }
  const found = typeof value === "string" ? stored.exec(value) : null;
  if (found) return `${found[1]}T${found[2]}${(found[3] ?? ".").padEnd(4, "0")}Z`;
  return new Date(value as string | Date).toISOString();
};

export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: "DateTime",
  description: "A moment: RFC 3339 in UTC with milliseconds, such as 2017-01-23T09:00:00.000Z.",
  specifiedByURL: "https://scalars.graphql.org/andimarek/date-time",
  serialize: toIso,
});

export const CalendarDate = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  name: "Date",
  description: "A day of the calendar, such as 2017-01-23. A deadline lasts to the end of its day in London.",
  specifiedByURL: "https://scalars.graphql.org/andimarek/local-date",
  serialize: String, // it was checked when it was written
});

export const Json = new GraphQLScalarType({
  ...GraphQLJSON.toConfig(),
  name: "JSON",
  description: "Facts whose form depends on the kind of entry.",
  serialize: (value) => (typeof value === "string" ? JSON.parse(value) : value),
});

/** Any text of at most 64 characters: the resolver opens it, so that a wrong one gets its own error code. */
export const Cursor = new GraphQLScalarType({
  name: "Cursor",
  description: "A place in the Log. It tells nothing, cannot be compared, and serves only to continue `after` it.",
  serialize: String,
  parseValue: (value) => {
    if (typeof value !== "string" || value.length > 64)
      throw new TypeError("A Cursor is a text of at most 64 characters.");
    return value;
  },
});

@APart({ description: "An amount of money, exact: never a floating point number." })
export class Money {
  @Field(() => Int, { description: "The amount in the currency's minor unit: pence for GBP." })
  amountMinor!: number;

  @Field(() => String, { description: "ISO 4217 code." })
  currency!: string;

  @Field(() => String, { description: "For people to read, such as £550.00." })
  formatted!: string;
}

const formats = new Map<string, Intl.NumberFormat>();
const formatOf = (currency: string): Intl.NumberFormat => {
  const format = formats.get(currency) ?? new Intl.NumberFormat("en-GB", { style: "currency", currency });
  formats.set(currency, format);
  return format;
};

/** Money as the graph answers it, from pence (or another minor unit) and a currency of two decimals. */
export const money = (amountMinor: number, currency: string): Money => ({
  amountMinor,
  currency,
  formatted: formatOf(currency).format(amountMinor / 100),
});
