import { setTimeout as sleep } from "node:timers/promises";
import { Role } from "../../src/person/role";
import { assessing } from "../support/assessing";
import { openTestDatabase } from "../support/database";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let act: ReturnType<typeof assessing>;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  act = assessing(tandem, told);
  await told.readyForAssessment(told.ada);
});
afterEach(() => tandem.close());

/** Who has opened the assessment, once everything until now is written. */
const readersOf = async ({ id }: { id: string }): Promise<unknown[]> => {
  await sleep(1_300);
  const rows = await tandem.db.rows("SELECT DISTINCT personId FROM access WHERE subjectId = ?", [id]);
  return rows.map(({ personId }) => personId).sort();
};
const ids = (...people: { id: string }[]) => people.map(({ id }) => id).sort();
const NUMBER = "query ($id: ID!) { assessment(id: $id) { round } }";

test("what is opened over HTTP and over a socket is in the access log a moment later, by whom and when", async () => {
  const assessment = await act.open();
  await tandem.as(told.lead.id).ask(NUMBER, { id: assessment.id });
  await tandem.ws((await told.person("Lou", Role.PROGRAMME_LEAD)).id).ask(NUMBER, { id: assessment.id });
  await tandem.as(told.supervisor.id).ask(NUMBER, { id: assessment.id });
  await tandem.as(null).ask(NUMBER, { id: assessment.id });
  expect(await readersOf(assessment)).toHaveLength(3);

  const { data } = await tandem
    .as(told.lead.id)
    .ask(
      "query ($id: ID!) { accesses(filter: { assessmentId: { eq: $id } }, orderBy: OLDEST_FIRST) { nodes { person { name } at } } }",
      { id: assessment.id },
    );
  const { nodes } = data.accesses;
  expect(nodes.map(({ person }: { person: { name: string } }) => person.name)).toEqual([
    ...[told.assessor.name, told.lead.name, "Lou"], // the assessor, by the payload of what they opened it with
  ]);
  for (const { at } of nodes) expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(30_000);
});

describe("a message that one execution made for a group", () => {
  const DECIDED =
    "subscription ($after: Cursor) { assessmentDecided(after: $after) { assessment { outcome } entry { id } } }";

  test("is opened by each who was sent it, and by nobody who was not", async () => {
    const [lou, lin, gone] = [
      await told.person("Lou", Role.PROGRAMME_LEAD),
      await told.person("Lin", Role.PROGRAMME_LEAD),
      await told.person("Gus", Role.PROGRAMME_LEAD),
    ];
    const opened = await act.open();
    const judged = await act.judgeAreas(opened);
    const subscribe = (personId: string) => tandem.ws(personId).subscribe(DECIDED);
    const listening = [told.lead, lou, lin, told.assessor].map(({ id }) => subscribe(id));
    const left = subscribe(gone.id);
    const others = [told.ada.personId, told.ben.personId].map(subscribe);
    await sleep(300);
    left.stop();
    await sleep(100);
    await act.decide(judged);
    for (const one of listening) await one.take(1);

    expect(await readersOf(opened)).toEqual(ids(told.lead, lou, lin, told.assessor));
    for (const one of [left, ...others]) expect(one.received).toEqual([]);
  });

  test("is opened by who catches up with it later too", async () => {
    const start = await tandem.log.head();
    const opened = await act.open();
    await act.decide(await act.judgeAreas(opened));
    expect(await readersOf(opened)).toEqual(ids(told.assessor));
    await tandem.ws(told.lead.id).subscribe(DECIDED, { after: start }).take(1);
    expect(await readersOf(opened)).toEqual(ids(told.assessor, told.lead));
  });

  test("is opened by the trainee once it is released to them, and not before", async () => {
    const listening = tandem.ws(told.ada.personId).subscribe(DECIDED);
    const opened = await act.open();
    const decided = await act.decide(await act.judgeAreas(opened));
    expect(await readersOf(opened)).toEqual(ids(told.assessor));
    await act.release(decided);
    await listening.take(1);
    expect(await readersOf(opened)).toEqual(ids(told.assessor, told.lead, { id: told.ada.personId }));
  });
});

test("a server that stops has written what was opened until its last answer", async () => {
  const db = await openTestDatabase();
  const other = await startTandem({ db });
  const cast = await story(other);
  await cast.readyForAssessment(cast.ada);
  const assessment = await assessing(other, cast).open();
  const { data } = await other.as(cast.lead.id).ask(NUMBER, { id: assessment.id });
  expect(data.assessment).toEqual({ round: 1 });
  await other.close();
  const rows = await db.rows("SELECT personId FROM access WHERE subjectId = ?", [assessment.id]);
  expect(rows.map(({ personId }) => personId).sort()).toEqual(ids(cast.assessor, cast.lead));
  await db.close();
});
