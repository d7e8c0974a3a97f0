import type { Context } from "../context";
import { grouped } from "../graph/grouped";
import { marks, padded } from "../scope/condition";

/** The roles of each of these people. */
export const rolesOf = async ({ db }: Context, people: readonly { id: string }[]): Promise<string[][]> => {
  const ids = padded(people.map(({ id }) => id));
  const rows = await db.rows(
    `SELECT personId, \`role\` FROM person_role WHERE personId IN (${marks(ids)}) ORDER BY \`role\``,
    ids,
  );
  const byPerson = grouped(rows, ({ personId }) => personId);
  return people.map(({ id }) => (byPerson.get(id) ?? []).map(({ role }) => role as string));
};
