import {
  ArrayMaxSize,
  ArrayMinSize,
  IsDefined,
  IsInt,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidationError,
  validateSync,
} from "class-validator";
import { ClassType, Field, ID, InputType, Int } from "type-graphql";
import { CalendarDate, DateTime } from "../graph/scalars";
import { badInput } from "../operation/errors";
import { invalid, Refused, UserError } from "./refused";
import { Characters, NothingStrange, SaysSomething } from "./text";

type Described = { description: string; optional?: boolean };

const field =
  (
    type: () => unknown,
    { description, optional = false }: Described,
    ...checks: PropertyDecorator[]
  ): PropertyDecorator =>
  (prototype, name) => {
    Field(type as () => ClassType, { description, nullable: optional })(prototype, name as string);
    (optional ? ValidateIf((_, value) => value != null) : IsDefined())(prototype, name as string);
    for (const check of checks) check(prototype, name);
  };

// The kinds of input value. Each is a field and its checks in one.

/** An id or, for a thing that has one, a reference. */
export const AnId = (said: Described) =>
  field(() => ID, said, Characters(64, { message: "$property must be shorter than or equal to 64 characters" }));

export const SomeIds = (said: Described & { least?: number; most: number }) =>
  field(
    () => [ID],
    { ...said, description: `${said.description} At most ${said.most}.` },
    ArrayMinSize(said.least ?? 0, { message: `$property must name at least ${said.least}.` }),
    ArrayMaxSize(said.most, { message: `$property may name at most ${said.most}.` }),
  );

/** Text that says something: not blank, nothing strange in it, at most so many characters. */
export const Text = (said: Described & { most: number }) =>
  field(
    () => String,
    { ...said, description: `${said.description} At most ${said.most.toLocaleString("en-GB")} characters.` },
    SaysSomething(),
    NothingStrange(),
    Characters(said.most),
  );

/** A day that people could mean: a slip of the hand, such as the year 0217, is told of. */
export const Day = (said: Described) => field(() => CalendarDate, said, WithinMemory());

export const SomeDays = (said: Described & { most: number }) =>
  field(
    () => [CalendarDate],
    { ...said, description: `${said.description} At most ${said.most}.` },
    ArrayMaxSize(said.most, { message: `$property may name at most ${said.most}.` }),
    WithinMemory({ each: true }),
  );

const WithinMemory = (of: { each?: boolean } = {}): PropertyDecorator =>
  ValidateBy(
    { name: "withinMemory", validator: { validate: (day) => String(day) >= "1900" && String(day) < "2200" } },
    { message: "$property must be in the years 1900 to 2199.", ...of },
  );

/** A moment that a calendar has: time zones reach beyond it at both ends, where databases refuse it or turn it round. */
export const AMoment = (said: Described) => field(() => DateTime, said, WithinTheCalendar());

const WithinTheCalendar = (): PropertyDecorator =>
  ValidateBy(
    {
      name: "withinTheCalendar",
      validator: {
        validate: (at) => at instanceof Date && at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9_999,
      },
    },
    { message: "$property must be in the years 1 to 9999, in UTC." },
  );

/** A whole number within bounds. */
export const Count = (said: Described & { least: number; most: number }) =>
  field(
    () => Int,
    { ...said, description: `${said.description} ${said.least} to ${said.most.toLocaleString("en-GB")}.` },
    IsInt(),
    Min(said.least, { message: `$property must be at least ${said.least}.` }),
    Max(said.most, { message: `$property may be at most ${said.most}.` }),
  );

/** An amount in pence. */
export const Pence = (said: Described) => Count({ ...said, least: 0, most: 100_000_000 });

/** The version the client saw of the thing it changes. */
export const SeenVersion = () =>
  field(() => Int, { description: "The `version` you saw: another one now is a Conflict." }, IsInt());

export const Choice = (type: object, said: Described) => field(() => type, said);
export const Choices = (type: object, said: Described) => field(() => [type], said);
export const SomeChoices = (type: object, said: Described & { most: number }) =>
  field(
    () => [type],
    { ...said, description: `${said.description} At most ${said.most}.` },
    ArrayMaxSize(said.most, { message: `$property may name at most ${said.most}.` }),
  );
export const YesNo = (said: Described) => field(() => Boolean, said);

/** What every mutation may be given. */
@InputType()
export abstract class MutationInput {
  @Field(() => String, {
    nullable: true,
    description:
      "Makes a repeat safe: the same key with the same input has one effect and the same answer, for 24 hours. 8 to 100 characters.",
  })
  @ValidateIf((_, value) => value != null)
  @Characters(100, { least: 8, message: "idempotencyKey must have 8 to 100 characters." })
  idempotencyKey?: string;
}

const faults = (errors: readonly ValidationError[], path: readonly string[] = []): UserError[] =>
  errors.flatMap(({ property, constraints, children }) => [
    ...Object.values(constraints ?? {}).map((message) => invalid([...path, property], message)),
    ...faults(children ?? [], [...path, property]),
  ]);

/** Every value of an input that cannot be. */
export const faultsIn = (input: object): UserError[] => faults(validateSync(input, { forbidUnknownValues: false }));

/** Refuses values that cannot be: every fault at once. */
export const check = (input: object): void => {
  const found = faultsIn(input);
  if (found.length > 0) throw new Refused(found);
};

/** Refuses the argument of a field, which comes as it was sent, without the class that knows what it may be. */
export const refuseUnfit = (Input: ClassType<object>, given: object): void => {
  const found = faultsIn(Object.assign(new Input(), given));
  if (found.length > 0) throw badInput(found.map(({ message }) => message).join(" "));
};
