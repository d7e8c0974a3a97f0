import { CommissionStage } from "../../src/commission/commission-stage";
import { newId } from "../../src/id";
import { Role } from "../../src/person/role";
import { assessing } from "../support/assessing";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

interface Task {
  kind: string;
  text: string;
  since: string | null;
  about: { __typename: string; id: string } | null;
}
const tasksOf = async (by: string): Promise<Task[]> => {
  const { data, errors } = await tandem.as(by).ask("{ viewer { tasks { kind text since about { __typename id } } } }");
  expect(errors).toBeUndefined();
  return data.viewer.tasks;
};
const kindsOf = async (by: string) => (await tasksOf(by)).map(({ kind }) => kind);
const aTask = (kind: string, __typename: string, id: string, text: string) => ({
  ...{ kind, text, about: { __typename, id } },
});

describe("what waits for staff", () => {
  test("R14, R39: a ready trainee, then areas, then a decision, then a release wait for whoever is next", async () => {
    const { assessor, lead, ada } = told;
    expect(await tasksOf(assessor.id)).toEqual([]);
    await told.readyForAssessment(ada);
    expect(await tasksOf(assessor.id)).toMatchObject([
      aTask("OPEN_ASSESSMENT", "Trainee", ada.id, "Open the assessment of Ada, who is ready."),
    ]);
    const act = assessing(tandem, told);
    const assessment = await act.open();
    const five = await act.judgeAreas(assessment, 4);
    expect(await tasksOf(assessor.id)).toMatchObject([
      aTask("JUDGE_AREAS", "Assessment", assessment.id, "Judge C5, C6 of Ada, round 1."),
    ]);
    const { assessment: more } = await act.judge(five, "C6");
    const { assessment: all } = await act.judge(more, "C5");
    expect(await tasksOf(assessor.id)).toMatchObject([
      aTask("DECIDE_ASSESSMENT", "Assessment", assessment.id, "Decide on Ada, round 1: every area is judged."),
    ]);
    expect(await tasksOf(lead.id)).toEqual([]);
    const decided = await act.decide(all, "FURTHER_EVIDENCE_NEEDED");
    expect(await tasksOf(assessor.id)).toEqual([]);
    expect(await tasksOf(lead.id)).toMatchObject([
      { ...aTask("RELEASE_ASSESSMENT", "Assessment", assessment.id, "Release the decision on Ada, round 1.") },
    ]);
    await act.release(decided);
    expect(await tasksOf(lead.id)).toEqual([]);
    expect(await kindsOf(assessor.id)).toEqual(["OPEN_ASSESSMENT"]); // the second round
  });

  test("E20: nobody is asked to assess their pair partner, nor, where the Standard forbids it, whom they supervised", async () => {
    await told.readyForAssessment(told.ada);
    await tandem.db.source.query("INSERT INTO person_role (id, personId, `role`) VALUES (?, ?, 'ASSESSOR')", [
      newId("rol"),
      told.supervisor.id,
    ]);
    await told.assign(told.ada, told.supervisor, Role.ASSESSOR);
    expect(await kindsOf(told.supervisor.id)).toEqual([]);
    await tandem.db.source.query("UPDATE standard SET assessorMayHaveSupervised = 1");
    expect(await kindsOf(told.supervisor.id)).toEqual(["OPEN_ASSESSMENT"]);
    await tandem.db.source.query("UPDATE pair_member SET personId = ?, traineeId = NULL WHERE traineeId = ?", [
      told.supervisor.id,
      told.ben.id,
    ]);
    expect(await kindsOf(told.supervisor.id)).toEqual([]);
  });

  test("a past group day of the supervisor's waits until attendance is recorded", async () => {
    const day = async (date: string) => {
      const id = newId("sup");
      await tandem.db.source.query(
        `INSERT INTO supervision_session (id, kind, date, supervisorId, currency, version)
         VALUES (?, 'GROUP', ?, ?, 'GBP', 1)`,
        [id, date, told.supervisor.id],
      );
      return id;
    };
    const [late, earlier] = [await day(daysAgo(1)), await day(daysAgo(9))];
    await day(daysAgo(-3));
    await told.attendGroupDays(told.ada, 1);
    const since = (ago: number) => `${daysAgo(ago)}T00:00:00.000Z`;
    expect(await tasksOf(told.supervisor.id)).toMatchObject([
      { kind: "RECORD_ATTENDANCE", since: since(9), about: { __typename: "SupervisionSession", id: earlier } },
      { kind: "RECORD_ATTENDANCE", since: since(1), about: { id: late } },
    ]);
    expect(await tasksOf(told.lead.id)).toEqual([]);
  });
});

test("tasks come by urgency, at most 50, in as many statements as for one", async () => {
  const rows = jest.spyOn(tandem.db, "rows");
  // The fewest of three: the tail of the Log asks beside it, now and then.
  const statements = async () => {
    const counts: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      rows.mockClear();
      await tasksOf(told.lead.id);
      counts.push(rows.mock.calls.length);
    }
    return Math.min(...counts);
  };
  await told.readyForAssessment(told.ada);
  const act = assessing(tandem, told);
  const assessment = await act.decide(await act.judgeAreas(await act.open()));
  const review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.DRAFT_REPORT);
  const few = await statements();
  const { source } = tandem.db;
  for (let copy = 1; copy <= 60; copy += 1) {
    await source.query(
      `INSERT INTO commission (id, reference, boardId, pairId, stage, reviewKind, format, sector, practice, proposedAt, version)
       SELECT ?, ?, boardId, pairId, stage, reviewKind, format, sector, practice, proposedAt, version
       FROM commission WHERE id = ?`,
      [newId("com"), `COPY-${copy}`, review.id],
    );
  }
  const tasks = await tasksOf(told.lead.id);
  expect(tasks).toHaveLength(50);
  expect(tasks[0]).toMatchObject({ kind: "RELEASE_ASSESSMENT", about: { id: assessment.id } });
  expect(new Set(tasks.slice(1).map(({ kind }) => kind))).toEqual(new Set(["RECORD_QUALITY_ASSURANCE"]));
  expect(await statements()).toBe(few);
});
