import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context";
import { Sees } from "../graph/thing";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { conditionFor } from "../scope/condition";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Import } from "./import.entity";
import { ImportBoardsInput, ImportCourseAttendanceInput, ImportPeopleInput } from "./import.inputs";
import * as imports from "./import.service";
import { checkOf, ImportCheck } from "./import-check.type";
import { ImportOf } from "./import-of";

const ImportPeoplePayload = payloadOf("ImportPeople", "import", () => Import);
const ImportBoardsPayload = payloadOf("ImportBoards", "import", () => Import);
const ImportCourseAttendancePayload = payloadOf("ImportCourseAttendance", "import", () => Import);

@Resolver()
export class ImportResolver {
  @Sees("office")
  @Query(() => ImportCheck, {
    nullable: true,
    description:
      "Looks through a CSV file before it is imported, and stores nothing: what the import would make, and every fault by its row. For the programme lead; null for everybody else.",
  })
  async checkImport(
    @Ctx() ctx: Context,
    @Arg("of", () => ImportOf, { description: "What the file holds." }) of: ImportOf,
    @Arg("csv", { description: "The text of the file." }) csv: string,
    @Arg("courseDayId", () => ID, { nullable: true, description: "The course day, for its attendance." })
    courseDayId: string | null = null,
  ): Promise<ImportCheck | null> {
    if (!conditionFor(ctx.scope, "office").all) return null;
    return checkOf(of, await imports.check(ctx, { of, csv, courseDayId }));
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ImportPeoplePayload, {
    description:
      "The programme lead makes everybody in a CSV file known to the programme, as `invitePerson` and `grantRole` would one by one; or nobody, where anything is amiss. `checkImport` tells it beforehand.",
  })
  importPeople(@Ctx() ctx: Context, @Arg("input") input: ImportPeopleInput): Promise<object> {
    return answer(ctx, "importPeople", input, imports.importPeople);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ImportBoardsPayload, {
    description:
      "The programme lead registers every board in a CSV file, as `registerBoard` would one by one; or none, where anything is amiss. `checkImport` tells it beforehand.",
  })
  importBoards(@Ctx() ctx: Context, @Arg("input") input: ImportBoardsInput): Promise<object> {
    return answer(ctx, "importBoards", input, imports.importBoards);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ImportCourseAttendancePayload, {
    description:
      "The programme lead records from a CSV file who was there on a course day, as `recordCourseAttendance` would; or nothing, where anything is amiss. `checkImport` tells it beforehand.",
  })
  importCourseAttendance(@Ctx() ctx: Context, @Arg("input") input: ImportCourseAttendanceInput): Promise<object> {
    return answer(ctx, "importCourseAttendance", input, imports.importCourseAttendance);
  }
}
