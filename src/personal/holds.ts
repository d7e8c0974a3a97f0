import { ClassType } from "type-graphql";
import { getMetadataArgsStorage } from "typeorm";
import { Row, Value } from "../database/database";
import { Sql } from "../scope/condition";

/** What stands in the place of words that were erased, where there must be some. */
export const ERASED = "Erased";
export const NAMELESS = "Erased person";

/** Reads rows: outside a transaction, or inside one. */
export type Rows = (sql: string, values?: readonly Value[]) => Promise<Row[]>;

/** What an entity holds of people: whose its rows are, and what becomes of its words when somebody is erased. */
export interface Holding {
  /** Which rows, over the alias `t`, are about a person: `$` stands for their id. */
  readonly about?: string | ((rows: Rows, personId: string) => Promise<Sql>);
  /** Rows about somebody else in the person's own words: told to them, and kept for whom they are about. */
  readonly written?: string;
  /** Rows about somebody else in which they had a part: told to them without the words. */
  readonly part?: string;
  /** Whether they are told every row about them. Otherwise: what "who may see what" lets them see. */
  readonly own?: true;
  /** The columns with words about the person, and what takes their place. */
  readonly words?: Readonly<Record<string, string | null | ((personId: string) => string)>>;
  /** The columns whose words are about nobody, and stay. */
  readonly nobodys?: readonly string[];
  /** The columns that nobody is told. */
  readonly secret?: readonly string[];
  /** Which rows go with the person altogether. */
  readonly removed?: string;
}

const declared = new Map<object, Holding>();
const wordless = new Map<object, Set<string>>();

/** Says of an entity whose data it holds. An entity without it, or a text column that it leaves out, fails the build. */
export const Holds =
  (holding: Holding): ClassDecorator =>
  (target) =>
    void declared.set(target, holding);

/** Marks a column that can hold no words: an id, a choice from a list, a day, a reference that is made here. */
export const Wordless: PropertyDecorator = (prototype, name) => {
  const target = prototype.constructor;
  wordless.set(target, (wordless.get(target) ?? new Set()).add(name as string));
};

export const holdingOf = (target: object): Holding => declared.get(target) ?? {};
export const allHoldings = (): [ClassType, Holding][] => [...declared] as [ClassType, Holding][];

/** The columns of an entity as they are declared. */
export const columnsOf = (target: object): { name: string; type: string; nullable: boolean }[] =>
  getMetadataArgsStorage()
    .filterColumns(target as never)
    .map(({ propertyName, options }) => ({
      name: propertyName,
      type: String(options.type),
      nullable: options.nullable === true,
    }));

/** A condition of a declaration, for one person. */
export const of = (condition: string, personId: string): Sql => ({
  sql: `(${condition.replaceAll("$", "?")})`,
  values: Array(condition.split("$").length - 1).fill(personId),
});

/** Rows with the id of a trainee's record. */
export const OF_TRAINEE = "t.traineeId IN (SELECT r.id FROM trainee r WHERE r.personId = $)";

const NO_WORDS: ReadonlySet<string> = new Set(["integer", "bigint", "boolean", "datetime"]);

/** What nobody has said whose it is, or said amiss: each a sentence. */
export const undeclaredIn = (entities: readonly (abstract new (...args: never) => unknown)[]): string[] =>
  entities.flatMap((target) => {
    const holding = declared.get(target);
    return holding ? undeclaredOf(target, holding) : [`${target.name} does not say whose data it holds.`];
  });

const undeclaredOf = (target: { readonly name: string }, holding: Holding): string[] => {
  const { about, words = {}, nobodys = [], secret = [] } = holding;
  const columns = columnsOf(target);
  const named = [...Object.keys(words), ...nobodys, ...secret];
  const told = new Set([...named, ...(wordless.get(target) ?? [])]);
  const names = columns.map(({ name }) => name);
  return [
    ...columns
      .filter(({ name, type }) => !NO_WORDS.has(type) && !told.has(name))
      .map(({ name }) => `${target.name}.${name} does not say whose words it holds.`),
    ...named
      .filter((name, index) => !names.includes(name) || named.indexOf(name) !== index)
      .map((name) => `${target.name}.${name} is not a column, or is spoken of twice.`),
    ...columns
      .filter(({ name, nullable }) => words[name] === null && !nullable)
      .map(({ name }) => `${target.name}.${name} cannot be emptied: it needs words in their place.`),
    ...(about || (!names.some((name) => IDS_OF_PEOPLE.has(name)) && Object.keys(words).length === 0)
      ? []
      : [`${target.name} does not say whom its rows are about.`]),
  ];
};

const IDS_OF_PEOPLE: ReadonlySet<string> = new Set(["personId", "traineeId"]);
