import type { Context } from "../context";
import type { Load } from "../graph/fields";
import { grouped } from "../graph/grouped";
import type { Rows } from "../personal/holds";
import { marks, padded } from "../scope/condition";
import { Answered, complete, Written } from "./application.rules";

type Row = Omit<Written, "answers" | "cvStored"> & { id: string };

/** Of which of these applications the CV has come as a file. */
export const cvsStored = async (rows: Rows, applicationIds: readonly string[]): Promise<ReadonlySet<unknown>> => {
  const found = await rows(
    `SELECT applicationId FROM document WHERE state = 'STORED' AND applicationId IN (${marks(applicationIds)})`,
    applicationIds,
  );
  return new Set(found.map(({ applicationId }) => applicationId));
};

/** Answers `Application.completeness`, by the function that `submitApplication` refuses by. */
export const completenessOf: Load = async ({ db }: Context, applications: readonly Row[]) => {
  const ids = padded(applications.map(({ id }) => id));
  const [rows, stored] = await Promise.all([
    db.rows(`SELECT * FROM application_answer WHERE applicationId IN (${marks(ids)})`, ids),
    cvsStored(db.rows, ids),
  ]);
  const answers = grouped(rows, ({ applicationId }) => applicationId as string);
  return applications.map(({ id, cvReference, statement, commitsTime }) =>
    complete({
      ...{ cvReference, cvStored: stored.has(id), statement, commitsTime: Boolean(commitsTime) },
      answers: (answers.get(id) ?? []) as unknown as Answered[],
    }),
  );
};
