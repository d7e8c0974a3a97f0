import { Shown } from "../cells";
import { inOrder } from "../oracle/lists";
import { moment } from "../truth/forms";
import { asOf } from "../truth/history";
import { absentId } from "../truth/truth";
import { askMany, Matrix, someOf, Viewer } from "../viewing";

const CONCERNED = ["subjectId", "traineeId", "pairId", "commissionId", "boardId", "personId"] as const;
const YEAR_MS = 366 * 86_400_000;

/** What changed of some things of each type in a year: nothing where one does not see the thing. */
export const byChanges = async (matrix: Matrix, viewer: Viewer): Promise<void> => {
  const { cells, world } = matrix;
  const { truth, selections } = world;
  const to = asOf();
  for (const from of [new Date(Date.parse(to) - YEAR_MS), new Date(Date.parse(to) - 2 * YEAR_MS)]) {
    const [begins, ends] = [from.toISOString(), new Date(from.getTime() + YEAR_MS).toISOString()];
    const ids = selections.things.flatMap((type) => [...someOf(matrix, type, 5).slice(0, 10), absentId(type)]);
    const asked = ids.map((id) => ({
      field: "changes(about: $about, from: $from, to: $to, first: 10) { totalCount nodes { id } }",
      variables: {
        about: ["ID!", id] as const,
        from: ["DateTime!", begins] as const,
        to: ["DateTime!", ends] as const,
      },
    }));
    const got = await askMany(viewer, asked);
    for (const [index, id] of ids.entries()) {
      const about = new Map(
        CONCERNED.flatMap((column) => truth.where("Entry", column, id)).map((row) => [row.id, row]),
      );
      const meant = viewer.sight.sees(id)
        ? viewer.sight.among([...about.values()]).filter(({ at }) => begins <= moment(at) && moment(at) < ends)
        : [];
      const nodes = inOrder(meant, { by: "position" })
        .slice(0, 10)
        .map((row) => viewer.sight.id(row.id));
      const at = { road: "changes", viewer: viewer.name, thing: `changes about ${truth.called(id)}` };
      cells.check(at, new Shown("EntryConnection", { totalCount: meant.length, nodes }), got[index]);
    }
  }
};
