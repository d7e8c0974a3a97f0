import { Field, Int } from "type-graphql";
import { APart } from "../graph/part";
import { EntryKinds } from "../log/kinds";
import { ImportOf } from "./import-of";
import { Plan } from "./plan";

@APart({ description: "Something of a file that stands in the way of its import." })
export class ImportFault {
  @Field(() => Int, {
    nullable: true,
    description: "The row, as a spreadsheet counts it: the first one names the columns. Null when the whole is meant.",
  })
  row!: number | null;

  @Field(() => String, { nullable: true, description: "The column; null when the whole row or file is meant." })
  column!: string | null;

  @Field(() => String, { description: "For people to read." })
  message!: string;
}

@APart({ description: "How many entries of one kind an import would write." })
export class ImportMakes {
  @Field(() => EntryKinds, { description: "The kind of entry." })
  kind!: string;

  @Field(() => Int, { description: "How many." })
  count!: number;
}

@APart({ description: "What would become of a file, if it were imported now." })
export class ImportCheck {
  @Field(() => ImportOf, { description: "What the file was taken to hold." })
  of!: ImportOf;

  @Field(() => Int, { description: "How many rows were read, the first one and empty ones not counted." })
  rowCount!: number;

  @Field(() => String, {
    nullable: true,
    description: "What separates the cells of a row: a comma, semicolon or tab. Null when the file could not be read.",
  })
  separator!: string | null;

  @Field(() => [ImportMakes], {
    description:
      "What the import would write: entries, by their kind. Changes of readiness come beside them. Empty when something stands in the way.",
  })
  makes!: ImportMakes[];

  @Field(() => [ImportFault], {
    description: "Everything that stands in the way: the import refuses with the same. Empty when nothing does.",
  })
  faults!: ImportFault[];
}

/** What the dry run answers. */
export const checkOf = (of: ImportOf, { sheet, faults, makes }: Plan): ImportCheck => ({
  of,
  rowCount: sheet.count,
  separator: sheet.separator,
  makes: faults.length > 0 ? [] : makes.filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count })),
  faults: faults.map(({ path: [, row, column], message }) => ({
    row: row === undefined ? null : Number(row),
    column: column ?? null,
    message,
  })),
});
