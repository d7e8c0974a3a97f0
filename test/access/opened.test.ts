import { parse } from "graphql";
import type { Database } from "../../src/database/database";
import { framing } from "../../src/hub/frame";
import { send } from "../../src/hub/subscriber";
import { newId } from "../../src/id";
import { EntryRow, Log, openLog } from "../../src/log/log";
import { Logger } from "../../src/operator/logger";
import { makeSchema } from "../../src/schema";
import { loadScopes } from "../../src/scope/load";
import { asking } from "../graph/asking";
import { theWorld, World } from "../scope/world";
import { openTestDatabase } from "../support/database";
import { tell } from "../support/story";
import { SECRET } from "../support/tandem";

let db: Database;
let log: Log;
let world: World;
/** What was opened since the test began: by whom, which thing. */
let openings: { personId: string; subjectId: string }[];
let as: ReturnType<typeof asking>;
const access = {
  opened: (personId: string, ids: Iterable<string>) => {
    for (const subjectId of ids) openings.push({ personId, subjectId });
  },
};

beforeAll(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  world = await theWorld(db, log);
  as = asking(db, log, access);
});
beforeEach(() => {
  openings = [];
});
afterAll(() => db.close());

/** The names of the assessments of Ada and of Cara that this person has opened; whatever else would be named by its id. */
const openedBy = (personId: string): string[] => {
  const names = new Map<string, string>();
  for (const [who, about] of Object.entries({ Ada: world.ofAda, Cara: world.ofCara })) {
    names.set(about.released, `${who} 1`);
    names.set(about.unreleased, `${who} 2`);
  }
  names.set(world.ofAda.partnersUnreleased, "Ben 1");
  expect(openings.every((opening) => opening.personId === personId)).toBe(true);
  return openings.map(({ subjectId }) => names.get(subjectId) ?? subjectId).sort();
};

const question = async (personId: string | null, query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await as(personId)(query, variables);
  expect(errors).toBeUndefined();
  return data;
};
const judgementOf = async (assessmentId: string) =>
  (await db.rows("SELECT id FROM judgement WHERE assessmentId = ?", [assessmentId]))[0]?.id as string;

const EVERY = ["Ada 1", "Ada 2", "Ben 1", "Cara 1", "Cara 2"];

/** Ways to an assessment, with what a programme lead opens by it. */
const ROADS: [string, string, readonly string[]][] = [
  ["a lookup", "assessment(id: $one) { round }", ["Ada 2"]],
  ["a node", "node(id: $one) { ... on Assessment { outcome } }", ["Ada 2"]],
  ["nodes", "nodes(ids: [$one, $other]) { ... on Assessment { version } }", ["Ada 1", "Ada 2"]],
  ["a judgement as a node", "node(id: $judgement) { ... on Judgement { rating } }", ["Ada 2"]],
  ["a list", "assessments { nodes { summary } }", EVERY],
  ["a page of a list", "assessments(first: 1, filter: { traineeId: { eq: $ada } }) { nodes { round } }", ["Ada"]],
  ["the edges of a list", "assessments { edges { node { round } } }", EVERY],
  ["an edge to many", "trainee(id: $ada) { assessments { nodes { openedAt } } }", ["Ada 1", "Ada 2"]],
  [
    "an edge to many, under another name",
    "trainee(id: $ada) { a: assessments { e: edges { n: node { r: round } } } }",
    ["Ada 1", "Ada 2"],
  ],
  ["a list of judgements below it", "assessment(id: $one) { judgements { strengths } }", ["Ada 2"]],
  [
    "an edge to one thing, joined",
    "node(id: $judgement) { ... on Judgement { assessment { trainee { reference } } } }",
    ["Ada 2"],
  ],
  [
    "an edge to a thing of any type",
    "entries(first: 100) { nodes { subject { ... on Assessment { round } } } }",
    EVERY,
  ],
  ["facts that repeat it", "entries(first: 100) { nodes { facts } }", EVERY],
  ["facts, under another name", "entries(first: 100) { nodes { told: facts } }", EVERY],
];

describe.each(ROADS)("by %s", (_, road, opens) => {
  const ask = async (personId: string) => {
    const { ofAda } = world;
    const all = {
      one: ["ID!", ofAda.unreleased],
      other: ["ID!", ofAda.released],
      judgement: ["ID!", await judgementOf(ofAda.unreleased)],
      ada: ["ID!", ofAda.trainee],
    };
    const used = Object.entries(all).filter(([name]) => road.includes(`$${name}`));
    const said = used.length > 0 ? `(${used.map(([name, [type]]) => `$${name}: ${type}`).join(", ")})` : "";
    return question(
      personId,
      `query ${said} { ${road} }`,
      Object.fromEntries(used.map(([name, [, value]]) => [name, value])),
    );
  };

  test("whoever reads an assessment has opened it, each once and nothing else", async () => {
    const { id } = world.told.lead;
    await ask(id);
    // On a page of one it is the newest, and those were opened at the same moment: either may be it.
    if (opens[0] === "Ada") expect(openedBy(id)).toEqual([expect.stringMatching(/^Ada [12]$/)]);
    else expect(openedBy(id)).toEqual(opens);
  });

  test("a compiled query opens the same as an interpreted one", async () => {
    const { id } = world.told.assessor;
    await ask(id);
    const first = openings;
    for (let time = 0; time < 2; time += 1) {
      openings = [];
      await ask(id);
      expect(openings).toEqual(first);
    }
    expect(first).not.toEqual([]);
  });

  test("what is hidden is not opened", async () => {
    const { told, seat, nobody, supervisor } = world;
    for (const { id } of [told.supervisor, told.seat, seat, nobody, supervisor]) await ask(id);
    await ask(told.ben.personId);
    expect(openings).toEqual([]);

    // Of her own assessments a trainee opens only the one that is released.
    await ask(told.ada.personId);
    expect(openedBy(told.ada.personId).filter((name) => name !== "Ada 1")).toEqual([]);
  });
});

test("who is told what is held about them has opened what is told of theirs", async () => {
  const { personId } = world.told.ada;
  await question(personId, "{ viewer { personalData { held } } }");
  expect([...new Set(openedBy(personId))]).toEqual(["Ada 1"]);
});

test("a trainee who reads what was released to them has opened that, and nothing else", async () => {
  const { personId } = world.told.ada;
  await question(
    personId,
    "{ viewer { trainees { assessments { totalCount nodes { outcome judgements { rating } } } } } }",
  );
  expect(openedBy(personId)).toEqual(["Ada 1"]);
});

test.each([
  ["a count", "{ assessments { totalCount } }"],
  ["an id", "{ assessments { nodes { id __typename } } }"],
  ["the id of a task's matter", "{ viewer { tasks { text about { __typename id } } } }"],
  [
    "what readiness is worked out from",
    "{ trainees { nodes { readiness { met next parts { actual } } evidenceMatrix { count } } } }",
  ],
  [
    "an entry without its facts",
    "{ entries(first: 100) { nodes { kind at subjectType actor { name } subject { id } } } }",
  ],
  [
    "a filter",
    '{ assessments(filter: { openedAt: { after: "2016-01-01T00:00:00Z" } }) { totalCount pageInfo { endCursor } } }',
  ],
  [
    "other things",
    "{ trainees { nodes { reference evidence { nodes { title text } } pair { commissions { nodes { stage } } } } } }",
  ],
])("%s opens nothing", async (_, query) => {
  await question(world.told.lead.id, query);
  expect(openings).toEqual([]);
});

test("facts that repeat nothing of an assessment open nothing", async () => {
  const { lead } = world.told;
  const data = await question(lead.id, "{ entries(first: 100) { nodes { kind facts } } }");
  const about = data.entries.nodes.filter(({ kind }: { kind: string }) => kind.startsWith("Assessment"));
  expect(openedBy(lead.id)).toHaveLength(about.length);
  expect(data.entries.nodes.length).toBeGreaterThan(about.length + 20);
});

test("without more statements than before, and none of its own", async () => {
  const { statements } = await as(world.told.lead.id)("{ assessments { nodes { round judgements { rating } } } }");
  expect(statements).toHaveLength(2);
  expect(openings).toHaveLength(5);
});

test("an answer that fails as a whole has opened nothing", async () => {
  const { data } = await as(world.told.lead.id)(
    `mutation ($id: ID!) { releaseAssessment(input: { assessmentId: $id, expectedVersion: 1 }) { assessment { round } }
       recordJudgement(input: { assessmentId: $id, expectedVersion: 9, areaId: "C1", rating: MET, strengths: "x", areasToWorkOn: "y" }) { cursor } }`,
    { id: world.ofCara.unreleased },
  );
  expect(data).toBeNull();
  expect(openings).toEqual([]);
});

test("a payload opens what it shows; a refused one shows nothing, though the assessment was read to refuse it", async () => {
  const { lead } = world.told;
  const release = (expectedVersion: number) =>
    question(
      lead.id,
      `mutation ($id: ID!, $expectedVersion: Int!) { releaseAssessment(input: { assessmentId: $id, expectedVersion: $expectedVersion }) {
         assessment { outcome } errors { code } } }`,
      { id: world.ofAda.partnersUnreleased, expectedVersion },
    );
  expect((await release(7)).releaseAssessment).toEqual({ assessment: null, errors: [{ code: "CONFLICT" }] });
  expect(openings).toEqual([]);
  expect((await release(1)).releaseAssessment.assessment.outcome).toBe("FURTHER_EVIDENCE_NEEDED");
  expect(openedBy(lead.id)).toEqual(["Ben 1"]);
});

describe("a message", () => {
  const entryOf = async (kind: string, facts: Record<string, unknown>) => {
    const { ofAda, told } = world;
    await tell({ db, log }, told.assessor.id, async (tx) => {
      const subject =
        kind === "JudgementRecorded"
          ? { id: await judgementOf(ofAda.unreleased) }
          : { id: kind === "EvidenceSubmitted" ? ofAda.evidence : ofAda.unreleased };
      tx.append(kind as never, subject, { traineeId: ofAda.trainee }, facts, null as never);
    });
    return (await log.after((await log.headPosition()) - 1, 1))[0] as EntryRow;
  };
  const framed = async (selection: string, entry: object) => {
    const { id } = world.told.lead;
    const scope = (await loadScopes(db, [id])).get(id);
    const frame = framing({ schema: makeSchema(), db, log, logger: new Logger("silent"), access });
    const asked = { document: parse(`subscription { ${selection} }`), name: null, variables: {} };
    return frame(asked as never, scope as never, entry as never);
  };
  const frameOf = async (selection: string, kind: string, facts: Record<string, unknown> = {}) => {
    const made = await framed(selection, await entryOf(kind, facts));
    expect(JSON.parse(made.payload).errors).toBeUndefined();
    return made;
  };

  test.each([
    ["its assessment", "assessmentDecided { assessment { round } }", "AssessmentDecided"],
    ["a fact of its own", "assessmentDecided { outcome }", "AssessmentDecided"],
    ["its entry's facts", "feed { entry { facts } }", "AssessmentDecided"],
    ["the facts of a judgement's entry", "feed { entry { facts } }", "JudgementRecorded"],
    ["its subject", "feed { subject { ... on Assessment { outcome } } }", "AssessmentOpened"],
    ["a judgement", "feed { entry { subject { ... on Judgement { rating } } } }", "JudgementRecorded"],
  ])("is opened by each who is sent it, and nobody else: by %s", async (_, selection, kind) => {
    const told = kind === "JudgementRecorded" ? { assessmentId: world.ofAda.unreleased } : { round: 2 };
    const { sentTo } = await frameOf(selection, kind, told);
    expect(openings).toEqual([]); // made, and not sent yet
    const [one, another] = [newId("per"), newId("per")];
    for (const personId of [one, another]) sentTo(personId);
    const subjectId = world.ofAda.unreleased;
    expect(openings).toEqual([
      { personId: one, subjectId },
      { personId: another, subjectId },
    ]);
  });

  test.each([
    ["has ended the subscription", { closed: true }, { open: true, buffered: 0 }],
    ["has left", { closed: false }, { open: false, buffered: 0 }],
    ["reads too slowly", { closed: false }, { open: true, buffered: 2 ** 21 }],
  ])("is not opened by somebody who %s before it is sent", async (_, subscriber, { open, buffered }) => {
    const { lead } = world.told;
    const made = await frameOf("assessmentDecided { outcome }", "AssessmentDecided", { outcome: "ACCREDIT" });
    const sent: string[] = [];
    const connection = (more: object) => ({
      ...{ personId: lead.id, open: true, buffered: () => 0, close: () => undefined },
      ...{ send: (text: string) => void sent.push(text), ...more },
    });
    send({ id: "1", ...subscriber, connection: connection({ open, buffered: () => buffered }) } as never, made);
    expect([sent, openings]).toEqual([[], []]);
    send({ id: "1", closed: false, connection: connection({}) } as never, made);
    expect([sent.length, openedBy(lead.id)]).toEqual([1, ["Ada 2"]]);
  });

  test("opens nothing by its place, its kind and the id of its subject, nor by facts of other kinds", async () => {
    const place = await frameOf("feed { cursor subject { id } entry { kind at subject { id } } }", "AssessmentDecided");
    const other = await frameOf("feed { entry { facts } subject { ... on Evidence { title } } }", "EvidenceSubmitted");
    for (const { sentTo } of [place, other]) sentTo(world.told.lead.id);
    expect(openings).toEqual([]);
  });

  test("that fails as a whole opens nothing, though its parts were read", async () => {
    const entry = { ...(await entryOf("AssessmentDecided", { outcome: "ACCREDIT" })), at: "not a moment" };
    const { payload, sentTo } = await framed("assessmentDecided { outcome assessment { round } entry { at } }", entry);
    sentTo(world.told.lead.id);
    expect(JSON.parse(payload)).toMatchObject({ data: null, errors: [{ message: "Internal error" }] });
    expect(openings).toEqual([]);
  });
});
