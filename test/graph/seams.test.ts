import { parse } from "graphql";
import type { Database } from "../../src/database/database";
import { framing } from "../../src/hub/frame";
import { Log, openLog } from "../../src/log/log";
import { Logger } from "../../src/operator/logger";
import { makeSchema } from "../../src/schema";
import { loadScopes } from "../../src/scope/load";
import { fill } from "../bench/data";
import { openTestDatabase } from "../support/database";
import { tell } from "../support/story";
import { SECRET } from "../support/tandem";
import { Ask, asking } from "./asking";

let db: Database;
let log: Log;
let lead: string;
let ask: Ask;

beforeAll(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  lead = await fill(db, log, 14);
  ask = asking(db, log)(lead);
});
afterAll(() => db.close());

const draft = (most: number) =>
  db.source.query(
    "UPDATE commission SET stage = 'DRAFT_REPORT' WHERE id IN (SELECT id FROM (SELECT id FROM commission ORDER BY id LIMIT ?) x)",
    [most],
  );

const WORK = (size: number) =>
  `commission { reference board { name } pair { reference members { person { name }
     trainee { reference evidence(first: ${size}) { nodes { title areas { code } } } } } } }`;

test("the edges of a payload are read in as many statements for much as for little", async () => {
  await draft(2);
  const commissions = await db.rows("SELECT id FROM commission WHERE stage = 'DRAFT_REPORT' ORDER BY id");
  const counts: number[] = [];
  for (const [index, size] of [1, 6].entries()) {
    const { data, errors, statements } = await ask(
      `mutation ($input: RecordQualityAssuranceInput!) { recordQualityAssurance(input: $input) {
         errors { code message } cursor ${WORK(size)} } }`,
      { input: { commissionId: commissions[index]?.id, passed: true, notes: "Well argued.", expectedVersion: 1 } },
    );
    expect(errors).toBeUndefined();
    expect(data.recordQualityAssurance.errors).toEqual([]);
    const { members } = data.recordQualityAssurance.commission.pair;
    expect(
      members.map(
        (member: never) => (member as { trainee: { evidence: { nodes: [] } } }).trainee.evidence.nodes.length,
      ),
    ).toEqual([size, size]);
    counts.push(statements.length);
  }
  expect(counts[0]).toBe(counts[1]);
});

test("a refused payload reads nothing", async () => {
  const { data } = await ask(
    `mutation ($input: RecordQualityAssuranceInput!) { recordQualityAssurance(input: $input) { errors { code } ${WORK(1)} } }`,
    { input: { commissionId: "com_0", passed: true, notes: "Well argued.", expectedVersion: 1 } },
  );
  expect(data.recordQualityAssurance).toEqual({ errors: [{ code: "NOT_FOUND" }], commission: null });
});

test("what tasks are about is read for all of them at once", async () => {
  const tasks = async (most: number) => {
    await draft(most);
    const { data, errors, statements } = await ask(
      `{ viewer { tasks { kind about { __typename id ... on Commission { reference board { name } pair { members { person { name } } } } } } } }`,
    );
    expect(errors).toBeUndefined();
    const drafts = data.viewer.tasks.filter(
      ({ about }: { about: { __typename: string } }) => about.__typename === "Commission",
    );
    expect(drafts).toHaveLength(most);
    for (const { about } of drafts) expect(about.pair.members).toHaveLength(2);
    return statements.length;
  };
  const few = await tasks(3);
  expect(await tasks(12)).toBe(few);
});

test("the edges of a message are read in as many statements for much as for little", async () => {
  const statements: string[] = [];
  const counted: Database = {
    ...db,
    rows: (sql, values) => {
      statements.push(sql);
      return db.rows(sql, values);
    },
  };
  const frame = framing({
    ...{ schema: makeSchema(), db: counted, log, logger: new Logger("silent") },
    access: { opened: () => undefined },
  });
  const scope = (await loadScopes(db, [lead])).get(lead);
  const [item] = await db.rows("SELECT b.evidenceId AS id, b.traineeId FROM evidence_about b LIMIT 1");
  await tell({ db, log }, lead, async (tx) => {
    tx.append("EvidenceSubmitted", { id: item?.id as string }, { traineeId: item?.traineeId as string }, {});
  });
  const entry = (await log.after((await log.headPosition()) - 1, 1))[0];

  const told = async (size: number) => {
    const document = parse(`subscription { evidenceSubmitted { cursor entry { kind actor { name } subject { id } }
      evidence { title areas { code } about { reference } }
      trainee { person { name } pair { members { person { name } } } evidence(first: ${size}) { nodes { areas { code } } } } } }`);
    statements.length = 0;
    const { payload } = await frame({ document, name: null, variables: {} } as never, scope as never, entry as never);
    const { data, errors } = JSON.parse(payload);
    expect(errors).toBeUndefined();
    expect(data.evidenceSubmitted.trainee.evidence.nodes).toHaveLength(size);
    expect(data.evidenceSubmitted.evidence.areas).toHaveLength(2);
    expect(data.evidenceSubmitted.entry).toEqual({
      ...{ kind: "EvidenceSubmitted", actor: { name: "Lee Lead" }, subject: { id: item?.id } },
    });
    return statements.length;
  };
  const little = await told(1);
  expect(await told(6)).toBe(little);
});
