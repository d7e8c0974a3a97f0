import type { Context } from "../context";
import type { Load } from "../graph/fields";
import { grouped } from "../graph/grouped";
import { marks, padded } from "../scope/condition";
import { Answered, complete, Written } from "./application.rules";

type Row = Omit<Written, "answers"> & { id: string };

/** Answers `Application.completeness`, by the function that `submitApplication` refuses by. */
export const completenessOf: Load = async ({ db }: Context, applications: readonly Row[]) => {
  const ids = padded(applications.map(({ id }) => id));
  const rows = await db.rows(`SELECT * FROM application_answer WHERE applicationId IN (${marks(ids)})`, ids);
  const answers = grouped(rows, ({ applicationId }) => applicationId as string);
  return applications.map(({ id, cvReference, statement, commitsTime }) =>
    complete({
      ...{ cvReference, statement, commitsTime: Boolean(commitsTime) },
      answers: (answers.get(id) ?? []) as unknown as Answered[],
    }),
  );
};
