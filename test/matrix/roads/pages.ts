import { ANY_TEXT, Shown } from "../cells";
import { inOrder, ORDERS } from "../oracle/lists";
import { LISTS } from "../oracle/parts";
import { answerOf, FAR_BELOW, PAGE_INFO, Selections } from "../selection";
import { listed } from "../truth/edges";
import { Row } from "../truth/truth";
import { askMany, gather, Matrix, Viewer } from "../viewing";

const PAGE = `{ totalCount ${PAGE_INFO} nodes { id } edges { cursor node { id } } }`;

interface Page {
  readonly pageInfo: { readonly endCursor: string; readonly startCursor: string };
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
}

type Variables = { readonly n: number; readonly place: string | null };

/** A page as it must be: these rows of so many, and whether the list goes on before and after. */
const pageOf = (type: string, rows: readonly Row[], total: number, before: boolean, after: boolean): Shown => {
  const place = rows.length > 0 ? ANY_TEXT : null;
  const nodes = rows.map(({ id }) => new Shown(type, { id }));
  const info = { hasPreviousPage: before, hasNextPage: after, startCursor: place, endCursor: place };
  return new Shown(`${type}Connection`, {
    totalCount: total,
    pageInfo: new Shown("PageInfo", info),
    nodes,
    edges: nodes.map((node) => new Shown(`${type}Edge`, { cursor: ANY_TEXT, node })),
  });
};

/** Where things lie in a list, as the lead is told: whoever holds such a place of a thing that is hidden from them. */
const places = new Map<string, string>();

/** The root lists: page after page from either end, in every order, with the count of what is there for the viewer. */
export const byPages = async ({ cells, world }: Matrix, viewer: Viewer): Promise<void> => {
  const ask = async (list: string, order: string, size: string, place: string, variables: Variables): Promise<Page> => {
    const document = `query ($n: Int, $place: String) { list: ${list}(orderBy: ${order}, ${size}: $n, ${place}: $place) ${PAGE} }`;
    return (await viewer.ask(document, variables)).data?.list;
  };
  for (const [list, { type }] of Object.entries(LISTS)) {
    for (const [name, order] of Object.entries(ORDERS[type] ?? {})) {
      const mine = inOrder(viewer.sight.all(type), order);
      const size = Math.min(100, Math.max(2, Math.ceil(mine.length / 3)));
      const at = { road: "pages", viewer: viewer.name };
      for (const [take, beyond, whole] of [
        ["first", "after", mine],
        ["last", "before", mine.toReversed()],
      ] as const) {
        let place: string | null = null;
        for (let from = 0; from === 0 || from < mine.length; from += size) {
          const got = await ask(list, name, take, beyond, { n: size, place });
          const rows = whole.slice(from, from + size);
          const [began, goesOn] = [from > 0, from + size < mine.length];
          const forwards = take === "first";
          const expected = forwards
            ? pageOf(type, rows, mine.length, began, goesOn)
            : pageOf(type, rows.toReversed(), mine.length, goesOn, began);
          cells.check({ ...at, thing: `${list} by ${name}, ${take} ${size} after ${from}` }, expected, got);
          for (const { cursor, node } of got.edges)
            if (viewer.sight.standing.lead) places.set(`${name} ${node.id}`, cursor);
          place = forwards ? got.pageInfo.endCursor : got.pageInfo.startCursor;
        }
      }
      // From the place of a thing that the viewer does not see, which only somebody else could have told them.
      const everything = inOrder(world.truth.all(type), order);
      const hidden = everything.filter(({ id }) => !viewer.sight.sees(id) && places.has(`${name} ${id}`));
      const beyond = hidden[Math.floor(hidden.length / 2)];
      if (!beyond) continue;
      const after = everything.slice(everything.indexOf(beyond)).filter(({ id }) => viewer.sight.sees(id));
      const place = places.get(`${name} ${beyond.id}`) as string;
      const got = await ask(list, name, "first", "after", { n: 100, place });
      const expected = pageOf(type, after.slice(0, 100), mine.length, true, after.length > 100);
      cells.check({ ...at, road: "hidden places", thing: `${list} by ${name}` }, expected, got);
    }
  }
};

/** The root lists with each field of every thing. */
export const byLists = async ({ cells, world: { truth, selections } }: Matrix, viewer: Viewer): Promise<void> => {
  for (const [list, { type }] of Object.entries(LISTS)) {
    const [usual] = Object.entries(ORDERS[type] ?? {});
    if (!usual) continue;
    const mine = inOrder(viewer.sight.all(type), usual[1]);
    const size = ["Accreditation", "Trainee"].includes(type)
      ? 10
      : ["Application", "Commission"].includes(type)
        ? 20
        : 50;
    const document = `query ($n: Int, $place: String) { list: ${list}(orderBy: ${usual[0]}, first: $n, after: $place) {
      pageInfo { endCursor } nodes { ${selections.whole(type, FAR_BELOW)} } } }`;
    let place: string | null = null;
    for (let from = 0; from < mine.length; from += size) {
      const { data, errors } = await viewer.ask(document, { n: size, place });
      if (errors) throw new Error(errors[0]?.message);
      const expected = mine.slice(from, from + size);
      for (const [index, { id }] of expected.entries()) {
        const at = { road: "lists", viewer: viewer.name, thing: truth.called(id as string) };
        cells.check(at, viewer.sight.plain(id, FAR_BELOW), data.list.nodes[index]);
      }
      place = data.list.pageInfo.endCursor;
    }
  }
};

const connections = (selections: Selections, type: string) =>
  selections
    .fields(type)
    .map((field) => ({ field: field.name, ...answerOf(field) }))
    .filter(({ kind }) => kind === "connection");

/** The lists below things: in every order, and page after page. */
export const byListsBelow = async ({ cells, world: { truth, selections } }: Matrix, viewer: Viewer): Promise<void> => {
  const { sight } = viewer;
  for (const parent of selections.things) {
    for (const { field, type } of connections(selections, parent)) {
      const orders = Object.entries(ORDERS[type] ?? {});
      const open = sight.all(parent).filter((row) => sight.seesField(parent, field, row));
      const at = { viewer: viewer.name, field };
      const ordered = orders.map(
        ([name]) => `${name}: ${field}(orderBy: ${name}, first: 50) { totalCount nodes { id } }`,
      );
      const ids = open.map(({ id }) => id as string);
      const answers = await gather(viewer, `... on ${parent} { ${ordered.join(" ")} }`, ids);
      for (const [index, id] of ids.entries()) {
        const rows = sight.among(listed(truth, parent, field, id));
        const lists = orders.map(([name, order]) => {
          const nodes = inOrder(rows, order)
            .slice(0, 50)
            .map((row) => sight.id(row.id));
          return [name, new Shown(`${type}Connection`, { totalCount: rows.length, nodes })];
        });
        const thing = truth.called(id);
        cells.check(
          { ...at, road: "orders below", thing },
          new Shown(parent, Object.fromEntries(lists)),
          answers[index],
        );
      }

      const usual = orders[0]?.[1];
      const long = usual
        ? ids
            .map((id) => ({ id, rows: inOrder(sight.among(listed(truth, parent, field, id)), usual) }))
            .filter(({ rows }) => rows.length > 1)
        : [];
      let places: (string | null)[] = long.map(() => null);
      for (const [half, road] of [0, 1].map((page) => [page, `pages below, ${page + 1}`] as const)) {
        const asked = long.map(({ id, rows }, index) => ({
          field: `node(id: $id) { ... on ${parent} { ${field}(first: $n, after: $after) ${PAGE} } }`,
          variables: {
            id: ["ID!", id] as const,
            n: ["Int", Math.min(Math.ceil(rows.length / 2), 30)] as const,
            after: ["String", places[index]] as const,
          },
        }));
        const got = (await askMany(viewer, asked)) as Record<string, Page>[];
        for (const [index, { id, rows }] of long.entries()) {
          const size = Math.min(Math.ceil(rows.length / 2), 30);
          const some = rows.slice(half * size, half * size + size);
          const expected = pageOf(type, some, rows.length, half > 0, half * size + size < rows.length);
          cells.check({ ...at, road, thing: truth.called(id) }, expected, got[index]?.[field]);
        }
        places = long.map((_, index) => got[index]?.[field]?.pageInfo.endCursor ?? null);
      }
    }
  }
};
