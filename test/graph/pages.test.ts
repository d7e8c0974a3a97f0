import { GraphQLEnumType, GraphQLObjectType, getNamedType } from "graphql";
import { Access } from "../../src/access/access.entity";
import { Accreditation } from "../../src/accreditation/accreditation.entity";
import { Application } from "../../src/application/application.entity";
import { ApplicationState } from "../../src/application/application-state";
import { Assessment } from "../../src/assessment/assessment.entity";
import { Board } from "../../src/board/board.entity";
import { Commission } from "../../src/commission/commission.entity";
import type { Database } from "../../src/database/database";
import { DirectoryEntry } from "../../src/directory/directory-entry.entity";
import { Enquiry } from "../../src/enquiry/enquiry.entity";
import { EvidenceDraft } from "../../src/evidence/draft.entity";
import { DraftState } from "../../src/evidence/draft-state";
import { EvidenceSource } from "../../src/evidence/evidence-source";
import { FidelityConcern } from "../../src/fidelity/fidelity-concern.entity";
import { newId } from "../../src/id";
import { Import } from "../../src/import/import.entity";
import { ImportOf } from "../../src/import/import-of";
import { openLog } from "../../src/log/log";
import { NetworkMeeting } from "../../src/network/network-meeting.entity";
import { Cohort } from "../../src/programme/cohort.entity";
import { Programme } from "../../src/programme/programme.entity";
import { makeSchema } from "../../src/schema";
import { fill } from "../bench/data";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";
import { Ask, asking } from "./asking";

let db: Database;
let ask: Ask;

beforeAll(async () => {
  db = await openTestDatabase();
  const log = await openLog(db, SECRET);
  const lead = await fill(db, log, 14);
  ask = asking(db, log)(lead);
  const { manager } = db.source;
  // Copies that are equal in every order there is but by reference: ties.
  for (const [entity, prefix] of [
    [Programme, "prg"],
    [Cohort, "coh"],
    [Board, "brd"],
  ] as const) {
    const [first] = await manager.find(entity as typeof Board, { take: 1 });
    for (let copy = 0; copy < 16; copy += 1) {
      await manager.insert(entity as typeof Board, { ...first, id: newId(prefix), reference: `COPY-${copy}` });
    }
  }
  const programme = await manager.findOneByOrFail(Programme, { reference: "LT" });
  for (const [index, { personId }] of (await db.rows("SELECT personId FROM trainee LIMIT 17")).entries()) {
    await manager.insert(Accreditation, {
      ...{ id: newId("acc"), reference: `LT-ACC-${index}`, personId: personId as string, programmeId: programme.id },
      ...{
        traineeId: null,
        accreditedOn: "2017-05-01",
        yearFrom: "2017-05-01",
        reviewDueOn: "2018-05-01",
        lapsesOn: "2018-08-01",
        version: 1,
      },
    });
  }
  for (let index = 0; index < 17; index += 1) {
    const date = `2017-06-0${1 + (index % 5)}`;
    const said = { programmeId: programme.id, date, venue: "A hall", topic: "Findings", version: 1 };
    await manager.insert(NetworkMeeting, { id: newId("nwm"), ...said });
  }
  for (const [index, { id, personId, reference }] of (await manager.find(Accreditation)).entries()) {
    await manager.insert(DirectoryEntry, {
      ...{ id: newId("dir"), accreditationId: id, personId, reference, name: "Pat", sortName: `pat ${index % 5}` },
      ...{ sectorList: ",ADULTS,", nationList: "", area: "Leeds", areaKey: "leeds", version: 1 },
      ...{ agreedAt: new Date(), agreedTo: "To this." },
    });
  }
  const cohort = await manager.findOneByOrFail(Cohort, { programmeId: programme.id });
  for (const [index, { id: personId }] of (await db.rows("SELECT id FROM person LIMIT 17")).entries()) {
    const at = new Date(Date.UTC(2017, 5, 1 + (index % 5)));
    await manager.insert(Application, {
      ...{ id: newId("app"), reference: `LT-APP-${index}`, cohortId: cohort.id, personId: personId as string },
      ...{ state: ApplicationState.SUBMITTED, startedAt: at, submittedAt: at, commitsTime: true, version: 1 },
    });
    await manager.insert(Enquiry, {
      ...{ id: newId("enq"), programmeId: programme.id, personId: personId as string, question: "May I?" },
      ...{ askedAt: at, version: 1 },
    });
  }
  const commission = await manager.findOneOrFail(Commission, { where: {} });
  for (let index = 0; index < 17; index += 1) {
    const begunAt = new Date(Date.UTC(2017, 5, 1 + (index % 5)));
    await manager.insert(EvidenceDraft, {
      ...{ id: newId("evr"), writtenById: lead, commissionId: commission.id, source: EvidenceSource.OTHERS },
      ...{ title: "A word", state: DraftState.OPEN, begunAt, version: 1 },
    });
  }
  const [{ id: accreditationId, personId: reviewer } = {}] = await db.rows("SELECT id, personId FROM accreditation");
  for (let index = 0; index < 17; index += 1) {
    const raisedAt = new Date(Date.UTC(2017, 5, 1 + (index % 5)));
    await manager.insert(FidelityConcern, {
      ...{ id: newId("fid"), accreditationId: accreditationId as string, personId: reviewer as string },
      ...{ commissionId: commission.id, concern: "Nobody was asked.", raisedAt, raisedById: lead, version: 1 },
    });
  }
  for (let index = 0; index < 17; index += 1) {
    const importedAt = new Date(Date.UTC(2017, 5, 1 + (index % 5)));
    await manager.insert(Import, {
      ...{ id: newId("imp"), of: ImportOf.PEOPLE, rowCount: 1, digest: "", importedById: lead, importedAt },
    });
  }
  const assessments = await manager.find(Assessment, { take: 17 });
  await manager.insert(
    Access,
    assessments.map(({ id: subjectId }, index) => {
      const at = new Date(Date.UTC(2017, 5, 1 + (index % 5))); // some at the same moment: ties
      return { id: newId("acs"), at, personId: lead, subjectType: "Assessment", subjectId };
    }),
  );
});
afterAll(() => db.close());

const listsAndOrders = Object.values((makeSchema().getQueryType() as GraphQLObjectType).getFields())
  .filter(({ type }) => getNamedType(type).name.endsWith("Connection"))
  .flatMap(({ name, args }) => {
    const orders = getNamedType(args.find((arg) => arg.name === "orderBy")?.type) as GraphQLEnumType | undefined;
    if (!orders) return []; // `changes` has one order: test/history goes through it
    return orders.getValues().map((order) => [name, order.name] as const);
  });

const whole = async (list: string, order: string): Promise<string[]> => {
  const { data } = await ask(`{ ${list}(first: 100, orderBy: ${order}) { totalCount nodes { id } } }`);
  const { totalCount, nodes } = data[list];
  const ids = nodes.map(({ id }: { id: string }) => id);
  expect(ids).toHaveLength(Math.min(100, totalCount));
  return ids;
};

/** Follows a list page by page until there is no further one. */
const walked = async (list: string, order: string, way: "forwards" | "backwards", size: number): Promise<string[]> => {
  const [count, from, more, end] =
    way === "forwards"
      ? ["first", "after", "hasNextPage", "endCursor"]
      : ["last", "before", "hasPreviousPage", "startCursor"];
  const query = `query ($at: String) { ${list}(${count}: ${size}, ${from}: $at, orderBy: ${order}) {
    edges { cursor node { id } } pageInfo { ${more} ${end} } } }`;
  const ids: string[] = [];
  let at: string | null = null;
  for (let pages = 0; pages < 60; pages += 1) {
    const { data, errors } = await ask(query, { at });
    expect(errors).toBeUndefined();
    const { edges, pageInfo } = data[list];
    const page = edges.map(({ node }: { node: { id: string } }) => node.id);
    if (way === "forwards") ids.push(...page);
    else ids.unshift(...page);
    if (!pageInfo[more as string]) return ids;
    expect(page).toHaveLength(size);
    expect(pageInfo[end as string]).toBe(edges.at(way === "forwards" ? -1 : 0).cursor);
    at = pageInfo[end as string];
  }
  throw new Error("It goes on for ever.");
};

test("there are lists to walk, and each can be ordered", () => {
  expect(new Set(listsAndOrders.map(([list]) => list)).size).toBeGreaterThanOrEqual(12);
});

test.each(listsAndOrders)("%s by %s is walked both ways with nothing missed or repeated", async (list, order) => {
  const all = await whole(list, order);
  expect(new Set(all).size).toBe(all.length);
  if (list !== "entries") expect(all.length).toBeGreaterThanOrEqual(14);
  const forwards = await walked(list, order, "forwards", 7);
  expect(forwards.slice(0, 100)).toEqual(all);
  expect(new Set(forwards).size).toBe(forwards.length);
  expect(await walked(list, order, "backwards", 5)).toEqual(forwards);
});

test("rows that tie are ordered by id, in the order's own direction", async () => {
  const ids = await whole("trainees", "NEWEST_FIRST"); // all joined on one day
  expect(ids).toEqual([...ids].sort().reverse());
  const cohorts = await whole("cohorts", "NEWEST_FIRST");
  expect(cohorts).toEqual([...cohorts].sort().reverse());
});

test("a walk is not disturbed by what is added before its place", async () => {
  const page =
    "query ($at: String) { boards(first: 5, after: $at, orderBy: NAME) { nodes { id } pageInfo { endCursor } } }";
  const first = (await ask(page)).data.boards;
  const before = (await ask(page, { at: first.pageInfo.endCursor })).data.boards.nodes;
  const [known] = await db.source.manager.find(Board, { take: 1 });
  await db.source.manager.insert(Board, { ...known, id: newId("brd"), reference: "EARLY", sortName: "a" } as Board);
  expect((await ask(page, { at: first.pageInfo.endCursor })).data.boards.nodes).toEqual(before);
});

test("a page between two places holds what lies between them", async () => {
  const all = (await ask("{ trainees(first: 10) { edges { cursor node { id } } } }")).data.trainees.edges;
  const { data } = await ask(
    `query ($after: String, $before: String) { trainees(first: 20, after: $after, before: $before) {
      nodes { id } pageInfo { hasNextPage hasPreviousPage } } }`,
    { after: all[2].cursor, before: all[6].cursor },
  );
  expect(data.trainees.nodes).toEqual(all.slice(3, 6).map(({ node }: { node: object }) => node));
  expect(data.trainees.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: true });
});

test("only edges with their places, or only where the page lies, can be asked for", async () => {
  const { data, errors } = await ask(
    "{ a: trainees(first: 2) { edges { cursor } } b: trainees(first: 2, before: null) { pageInfo { hasNextPage hasPreviousPage } } }",
  );
  expect(errors).toBeUndefined();
  const whole = await ask("{ trainees(first: 2) { edges { cursor node { id } } } }");
  expect(data.a.edges).toEqual(whole.data.trainees.edges.map(({ cursor }: { cursor: string }) => ({ cursor })));
  expect(data.b.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
});
