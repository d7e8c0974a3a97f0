import { People } from "./people";
import { SetUp } from "./programmes";
import { Stage } from "./stage";

/** The office imports its files, and corrects what it had written down of a trainee, a supervisor and a board. */
export const office = async (stage: Stage, people: People, { boards, cohorts }: SetUp): Promise<void> => {
  const { act, version, db, on } = stage;
  const { Lee, Ada, Stu } = people;
  on(25);
  await act(Lee, "importPeople", { csv: "name,email,role\nYra Imported,yra@example.org,SUPERVISOR" });
  on(24);
  const head = "reference,name,kind,sector,jurisdiction";
  await act(Lee, "importBoards", { csv: `${head}\nMIRE,Mire,SAB,ADULTS,Land of Mire\nFELL,Fell,OTHER,CHILDREN,Fells` });
  on(23);
  const [day] = await db.rows("SELECT id FROM course_day WHERE cohortId = ? ORDER BY number", [cohorts.first]);
  const courseDayId = day?.id as string;
  await act(Lee, "importCourseAttendance", {
    ...{ courseDayId, expectedVersion: await version("course_day", courseDayId) },
    csv: "trainee,attended\ndora@example.org,no\neli@example.org,no\nlou@example.org,no",
  });

  const of = async (personId: string) => ({ personId, expectedVersion: await version("person", personId) });
  await act(Lee, "changePerson", { ...(await of(Stu)), name: "Stu Beech" });
  await act(Lee, "changePerson", { ...(await of(Ada)), email: "adair@example.org", phone: "01632 960999" });
  await act(Lee, "changeBoard", {
    ...{
      boardId: boards.east,
      name: "Eastmoor Bay",
      kind: "REGIONAL_SAFEGUARDING_BOARD",
      sector: "ADULTS",
      jurisdiction: "Land of Bays",
    },
    ...{ reason: "It was put together anew.", expectedVersion: await version("board", boards.east) },
  });
};
