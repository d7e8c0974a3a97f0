import { Shown } from "../cells";
import { LISTS } from "../oracle/parts";
import { FAR_BELOW } from "../selection";
import { absentId, grouped } from "../truth/truth";
import { askMany, gather, Matrix, someOf, Viewer } from "../viewing";

/** What nobody has ever seen: a well-formed id, a malformed one, and an id of a kind of thing that there is not. */
const NOTHING = ["not an id", `zzz_01${"7".repeat(24)}`];

/** `nodes(ids)`: each field of every thing, many at once; what is hidden is null, as what never was. */
export const byNodes = async ({ cells, world: { truth, selections } }: Matrix, viewer: Viewer): Promise<void> => {
  for (const type of selections.things) {
    const ids = [...truth.ids(type), absentId(type), ...NOTHING];
    const got = await gather(viewer, `... on ${type} { ${selections.whole(type)} }`, ids);
    for (const [index, id] of ids.entries()) {
      const thing = truth.thing(id) ? truth.called(id) : id;
      cells.check({ road: "nodes", viewer: viewer.name, thing }, viewer.sight.plain(id), got[index]);
    }
  }
};

/** `node(id)`: whether there is such a thing, and its type; then things of all types in one request. */
export const byNode = async (matrix: Matrix, viewer: Viewer): Promise<void> => {
  const { cells, world } = matrix;
  const ids = [...world.selections.things.flatMap((type) => [...someOf(matrix, type), absentId(type)]), ...NOTHING];
  const asked = ids.map((id) => ({
    field: "node(id: $id) { __typename id }",
    variables: { id: ["ID!", id] as const },
  }));
  const got = await askMany(viewer, asked);
  const together = await gather(viewer, "__typename id", ids);
  for (const [index, id] of ids.entries()) {
    const at = { viewer: viewer.name, thing: world.truth.called(id) };
    const expected = viewer.sight.node(id);
    cells.check({ road: "node", ...at }, expected, got[index]);
    cells.check({ road: "nodes of all types", ...at }, expected, together[index]);
  }
};

/** The lookups of each type: by id and, where it has one, by reference; an id of another type is the id of nothing. */
export const byLookup = async (matrix: Matrix, viewer: Viewer): Promise<void> => {
  const { cells, world } = matrix;
  const { truth, selections } = world;
  for (const { type, one } of Object.values(LISTS)) {
    const field = `${one}(id: $id) { ${selections.whole(type, FAR_BELOW)} }`; // as many as a document's tokens allow
    const rows = someOf(matrix, type, 5).map((id) => truth.row(id));
    const names = [
      ...rows.flatMap(({ id, reference }) => [[id, id], ...(reference ? [[reference, id]] : [])]),
      ...[absentId(type), "NO-SUCH-REFERENCE", viewer.personId ?? ""].map((name) => [
        name,
        type === "Person" ? name : "",
      ]),
    ] as [string, string][];
    const got = await askMany(
      viewer,
      names.map(([name]) => ({ field, variables: { id: ["ID!", name] as const } })),
    );
    for (const [index, [name, id]] of names.entries()) {
      const at = { road: "lookup", viewer: viewer.name, thing: `${truth.called(id)}, looked up as ${name}` };
      cells.check(at, viewer.sight.plain(id, FAR_BELOW), got[index]);
    }
  }
};

/** So many of a list are followed: the whole of 20 trainees would be more than one may ask for. */
const FOLLOWED = 10;

/** The edges of every thing, followed to the whole of what they lead to. */
export const byEdges = async (matrix: Matrix, viewer: Viewer): Promise<void> => {
  const { cells, world } = matrix;
  const { truth, selections } = world;
  const { sight } = viewer;
  for (const type of selections.things) {
    const neighbours = selections.neighbours(type);
    if (neighbours.length === 0) continue;
    const selection = `... on ${type} { ${selections.whole(type, FOLLOWED, (far) => selections.whole(far, FAR_BELOW))} }`;
    // What is hidden has no edges to follow: it is asked for like the rest, and is null.
    const ids = someOf(matrix, type, 100);
    const got = await gather(viewer, selection, ids);
    for (const [index, id] of ids.entries()) {
      const expected = sight.whole(id, FOLLOWED, (far) => sight.plain(far, FAR_BELOW) as Shown);
      cells.check({ road: "edges", viewer: viewer.name, thing: truth.called(id) }, expected, got[index]);
    }
  }
};

/** An edge to a thing of any type, followed to the whole of it. */
export const byAnyEdge = async (matrix: Matrix, viewer: Viewer): Promise<void> => {
  const { cells, world } = matrix;
  const { truth, selections } = world;
  const { sight } = viewer;
  const some = someOf(matrix, "Entry").map((id) => truth.row(id));
  const entries = grouped(some, ({ subjectId }) => truth.thing(subjectId)?.type ?? "?");
  for (const [type, rows] of entries) {
    // What is no thing, such as the Log, is nothing that an edge leads to.
    const whole = type === "?" ? "id" : `... on ${type} { ${selections.whole(type)} }`;
    const selection = `... on Entry { subject { ${whole} } }`;
    const got = await gather(
      viewer,
      selection,
      rows.map(({ id }) => id as string),
    );
    for (const [index, { id, subjectId }] of rows.entries()) {
      const subject = sight.sees(id) ? sight.plain(subjectId) : null;
      const expected = sight.sees(id) ? new Shown("Entry", { subject }) : null;
      cells.check({ road: "any edge", viewer: viewer.name, thing: truth.called(id as string) }, expected, got[index]);
    }
  }
};
