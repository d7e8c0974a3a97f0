import type { Database } from "../../src/database/database";
import { openLog } from "../../src/log/log";
import { Role } from "../../src/person/role";
import { Trainee } from "../../src/trainee/trainee.entity";
import { ask } from "../support/change";
import { openTestDatabase } from "../support/database";
import { Instances, startInstances } from "../support/instances";
import { Story, story } from "../support/story";
import { SECRET, Served } from "../support/tandem";
import { writing } from "../support/writing";

/** How often two meet over one item, or an item and an assessment. */
const ROUNDS = 6;

let db: Database;
let told: Story;
let on: Instances;
let commissionId: string;
const ready: Trainee[] = [];

// All is here before the instances start: from then on only they write.
beforeAll(async () => {
  db = await openTestDatabase();
  const log = await openLog(db, SECRET);
  told = await story({ db, log });
  commissionId = (await told.readyForAssessment(told.ada)).id;
  for (let nth = 0; nth < ROUNDS; nth += 1) {
    await told.pair(`One ${nth}`, `Other ${nth}`);
    const trainee = await told.trainee(`One ${nth}`);
    await told.assign(trainee, told.assessor, Role.ASSESSOR);
    await told.readyForAssessment(trainee);
    ready.push(trainee);
  }
  on = await startInstances(db, log);
});
afterAll(async () => {
  await on?.stop();
  await db?.close();
});
jest.setTimeout(120_000);

type Try = readonly [served: Served, by: string, mutation: string, input: Record<string, unknown>];

/** Two things at once: how many were done, and the codes of the refusals. */
const atOnce = async (...tries: readonly Try[]): Promise<{ done: number; codes: string[] }> => {
  const answers = await Promise.all(tries.map(([served, by, mutation, input]) => ask(served, by, mutation, input)));
  expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
  const refusals = answers.map(({ data }, index) => data[tries[index]?.[2] as string].errors);
  return {
    done: refusals.filter((errors) => errors.length === 0).length,
    codes: refusals.flat().map(({ code }) => code),
  };
};

test("R33: of two who return an item at once one does; of two that take its place one does; so of one who returns it and one who takes it back", async () => {
  const { here, there } = on;
  const written = writing(here, told, commissionId);
  const ada = told.ada.personId;
  for (let round = 0; round < ROUNDS; round += 1) {
    const item = await written.submit();
    const back = { ...written.ofItem(item) };
    const returned = await atOnce(
      [here, told.supervisor.id, "returnEvidence", back],
      [there, told.assessor.id, "returnEvidence", back],
    );
    expect(returned).toEqual({ done: 1, codes: ["CONFLICT"] });

    const instead = written.item({ replacesId: item.id });
    const replaced = await atOnce([here, ada, "submitEvidence", instead], [there, ada, "submitEvidence", instead]);
    expect(replaced).toEqual({ done: 1, codes: ["INVALID_INPUT"] });

    const [anew] = await db.rows("SELECT id, version FROM evidence WHERE replacesId = ?", [item.id]);
    const of = written.ofItem(anew as never);
    const ended = await atOnce([here, told.supervisor.id, "returnEvidence", of], [there, ada, "withdrawEvidence", of]);
    expect(ended).toEqual({ done: 1, codes: ["CONFLICT"] });
  }
});

test("R32, R33: an item that is returned while an assessment is opened is among what is judged, or the assessment is not opened", async () => {
  const { here, there } = on;
  for (const { id: traineeId } of ready) {
    const [item] = await db.rows(
      `SELECT e.id FROM evidence e JOIN evidence_about b ON b.evidenceId = e.id
       WHERE b.traineeId = ? AND e.source = 'TRAINEE'`,
      [traineeId],
    );
    const { done, codes } = await atOnce(
      [here, told.assessor.id, "openAssessment", { traineeId }],
      [there, told.lead.id, "returnEvidence", { evidenceId: item?.id, expectedVersion: 1, reason: "It is another's." }],
    );
    const judged = await db.rows(
      `SELECT x.evidenceId FROM assessment_evidence x JOIN assessment a ON a.id = x.assessmentId
       WHERE a.traineeId = ?`,
      [traineeId],
    );
    expect(codes).toEqual(done === 2 ? [] : ["RULE_NOT_MET"]);
    expect(judged).toHaveLength(done === 2 ? 3 : 0);
  }
});

test("R32, R33: an item that arrives while an assessment is opened is among what is judged, or arrived since", async () => {
  const { here, there } = on;
  const written = writing(here, told, commissionId);
  const { done } = await atOnce(
    [here, told.assessor.id, "openAssessment", { traineeId: told.ada.id }],
    [there, told.ada.personId, "submitEvidence", written.item()],
  );
  expect(done).toBe(2);
  const { assessments } = await written.asked(
    `{ assessments(filter: { traineeId: { eq: "${told.ada.id}" } }) {
      nodes { evidence { totalCount } arrivedSince { evidence { id } } } } }`,
    told.assessor.id,
  );
  const [{ evidence, arrivedSince }] = assessments.nodes;
  const [about] = await db.rows(
    `SELECT COUNT(*) AS count FROM evidence e JOIN evidence_about b ON b.evidenceId = e.id
     WHERE b.traineeId = ? AND e.state = 'SUBMITTED'`,
    [told.ada.id],
  );
  expect(evidence.totalCount + arrivedSince.length).toBe(Number(about?.count));
});
