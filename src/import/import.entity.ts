import { CourseDay } from "../course/course-day.entity";
import { Moment, OneOf, Whole, Words } from "../graph/columns";
import { One } from "../graph/fields";
import { listing } from "../graph/listing";
import { AThing, Id, Key } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Holds } from "../personal/holds";
import { ImportOf } from "./import-of";

/** That a file was imported. The file itself is not kept: what it held became people, boards and marks. */
@AThing({
  prefix: "imp",
  table: "import",
  sees: "office",
  audience: {},
  description: "One CSV file that the programme's office imported, all of it at once. The programme lead sees it.",
})
@Holds({ part: "t.importedById = $", nobodys: ["digest"] })
export class Import {
  @Id()
  id!: string;

  @OneOf("office", ImportOf, "What the file held.")
  of!: ImportOf;

  @Whole("office", "How many rows it had, the first one, which names the columns, and empty ones not counted.")
  rowCount!: number;

  @Words("office", 64, "The same for the same file: a digest of its text, under a key of this server.")
  digest!: string;

  @Key({ nullable: true })
  courseDayId!: string | null;

  @One(() => CourseDay, { sees: "office", key: "courseDayId", description: "The course day it told of." })
  readonly courseDay?: never;

  @Key({ index: true })
  importedById!: string;

  @One(() => Person, { sees: "office", key: "importedById", description: "Who imported it." })
  readonly importedBy?: never;

  @Moment("office", "When.")
  importedAt!: Date;
}

export const imports = listing(Import, {
  orders: {
    NEWEST_FIRST: { column: "importedAt", direction: "DESC", description: "What was imported last comes first." },
  },
});
