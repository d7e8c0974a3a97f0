import { rowsInUse } from "./complete";
import { KINDS } from "./oracle/kinds";
import { FILTERS, ORDERS } from "./oracle/lists";
import { PARTS } from "./oracle/parts";
import { columnsOf } from "./oracle/sees";
import { answerOf } from "./selection";
import { Matrix } from "./viewing";

/** Fields of things, or of parts that a road shows, whose real value nobody was shown: then the world lacks something. */
export const unseen = ({ cells, world: { selections } }: Matrix, roads: readonly string[]): string[] =>
  [
    ...(roads.includes("nodes")
      ? selections.things.flatMap((type) => selections.fields(type).map(({ name }) => `${type}.${name}`))
      : []),
    ...Object.entries(PARTS)
      .filter(([, { road }]) => roads.includes(road))
      .flatMap(([type, { fields }]) => fields.split(" ").map((field) => `${type}.${field}`)),
  ].filter((field) => !cells.seen.has(field) && field !== MEANS_THE_WHOLE);

/** A rule that refuses means the whole of an input: its path is empty. */
const MEANS_THE_WHOLE = "RuleNotMet.path";

/**
 * What is the same in every instance: there is one version of a Standard yet, and only assessments are recorded when
 * they are opened.
 */
const ALIKE = new Set(["Standard.number", "Access.subjectType"]);

/** Values of fields that are the same in every instance. */
export const alike = ({ world: { truth, selections } }: Matrix): string[] =>
  selections.things.flatMap((type) =>
    selections
      .fields(type)
      .filter((field) => answerOf(field).kind === "value" && !ALIKE.has(`${type}.${field.name}`))
      .map(({ name }) => [name, new Set(truth.all(type).map((row) => row[name]))] as const)
      .filter(([, values]) => values.size < 2 && !values.has(undefined))
      .map(([name]) => `${type}.${name}`),
  );

/** Kinds of entry that never happened, and facts that an entry has and must not, or that none ever had. */
export const wrongFacts = ({ world: { truth } }: Matrix): string[] =>
  Object.entries(KINDS).flatMap(([kind, { facts }]) => {
    const entries = truth.all("Entry").filter((entry) => entry.kind === kind);
    const told = new Set(entries.flatMap((entry) => Object.keys(JSON.parse(String(entry.facts)) ?? {})));
    const declared = facts.split(" ").filter(Boolean);
    return [
      ...(entries.length === 0 ? [`${kind} never happened.`] : []),
      ...[...told].filter((fact) => !declared.includes(fact)).map((fact) => `${kind} tells ${fact}.`),
      ...declared.filter((fact) => !told.has(fact)).map((fact) => `${kind} never told ${fact}.`),
    ];
  });

/** Orders and filters by what not everybody sees who sees the thing: then the place of a thing tells what is hidden. */
export const telling = ({ viewers, world: { truth } }: Matrix): string[] => {
  type Lists = Readonly<Record<string, Readonly<Record<string, { by: string; shownAs?: string }>>>>;
  const names = [ORDERS as Lists, FILTERS as Lists].flatMap((lists) =>
    Object.entries(lists).flatMap(([type, all]) =>
      Object.values(all).map(({ by, shownAs }) => `${type}.${shownAs ?? by}`),
    ),
  );
  return [...new Set(names)].filter((name) => {
    const [type, field] = name.split(".") as [string, string];
    return viewers.some(({ sight }) => sight.among(truth.all(type)).some((row) => !sight.seesField(type, field, row)));
  });
};

/** Whether a row is open to whoever asks, or signs in: then its other columns say no more. */
const open = (row: string): boolean =>
  columnsOf(row).some(({ column }) => column === "public" || column === "signed in");

/** Cells of the table that open nothing to anybody in this world, as "row, column". */
export const idle = ({ viewers }: Matrix): string[] =>
  rowsInUse()
    .filter((row) => !open(row))
    .flatMap((row) =>
      columnsOf(row)
        .filter(
          ({ opens }) => !viewers.some(({ sight }) => sight.anything(row, (matter) => opens(sight.standing, matter))),
        )
        .map(({ column }) => `${row}, ${column}`),
    );

interface Rule {
  readonly rule: string;
  readonly needed: number;
  readonly actual: number;
  readonly parts: readonly Rule[];
}

/** Each trainee's readiness in short: of each rule how much there is, and how much it needs. */
export const readinessOf = ({ made, world }: Matrix): Record<string, string> =>
  Object.fromEntries(
    Object.entries(made.trainees).map(([name, id]) => {
      const { parts } = world.readiness.get(id) as Rule;
      return [name, parts.map(({ rule, actual, needed }) => `${rule} ${actual}/${needed}`).join(" ")];
    }),
  );
