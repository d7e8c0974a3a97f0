import { DAYS_TO_APPEAL } from "../../src/appeal/appeal.rules";
import { daysAfter, londonDay, SYSTEM } from "../../src/time";
import { appealing } from "../support/appealing";
import { done } from "../support/change";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let act: ReturnType<typeof appealing>;
let ahead: number;

beforeEach(async () => {
  ahead = 0;
  tandem = await startTandem({ clock: { ...SYSTEM, now: () => new Date(Date.now() + ahead * 86_400_000) } });
  told = await story(tandem);
  act = appealing(tandem, told);
  await told.readyForAssessment(told.ada);
});
afterEach(() => tandem.close());

const tasksOf = async (by: string) => {
  const { data } = await tandem.as(by).ask("{ viewer { tasks { kind text since about { __typename id } } } }");
  return data.viewer.tasks;
};
const aTask = (kind: string, __typename: string, id: string, text: string) => ({
  ...{ kind, text, since: expect.any(String), about: { __typename, id } },
});

test("R39: a decision to appeal against waits for the trainee while there is time, then for the lead, then for who decides", async () => {
  const assessment = await act.released();
  const until = daysAfter(londonDay(new Date()), DAYS_TO_APPEAL);
  expect(await tasksOf(told.ada.personId)).toEqual([
    aTask(
      "APPEAL_DECISION",
      "Assessment",
      assessment.id,
      `You may appeal against the decision of round 1 until ${until}.`,
    ),
  ]);
  for (const [days, waiting] of [
    [DAYS_TO_APPEAL, 1],
    [DAYS_TO_APPEAL + 1, 0],
  ] as const) {
    ahead = days;
    expect(await tasksOf(told.ada.personId)).toHaveLength(waiting);
  }
  ahead = 0;
  expect(await tasksOf(told.lead.id)).toEqual([]);

  const appeal = await act.appeal(assessment);
  const olga = await act.another();
  expect(await tasksOf(told.ada.personId)).toEqual([]);
  expect(await tasksOf(told.lead.id)).toEqual([
    aTask(
      "ASSIGN_APPEAL",
      "Appeal",
      appeal.id,
      "Give the appeal of Ada against round 1 to an assessor who had no part in it.",
    ),
  ]);
  expect(await tasksOf(olga.id)).toEqual([]);

  const given = await act.give(appeal, olga);
  expect(await tasksOf(told.lead.id)).toEqual([]);
  expect(await tasksOf(told.assessor.id)).toEqual([]);
  expect(await tasksOf(olga.id)).toEqual([
    aTask("DECIDE_APPEAL", "Appeal", appeal.id, "Decide on the appeal of Ada against round 1."),
  ]);

  await act.decideAppeal(olga, given);
  expect(await tasksOf(told.ada.personId)).toEqual([]);
  expect(await tasksOf(told.assessor.id)).toEqual([]);
  expect(await tasksOf(olga.id)).toMatchObject([{ kind: "OPEN_ASSESSMENT", about: { id: told.ada.id } }]);
});

test("R39: while an appeal is open nobody is asked to open a round, nor to release one", async () => {
  const first = await act.released("FURTHER_EVIDENCE_NEEDED");
  const olga = await act.another();
  const kinds = async (by: string) => (await tasksOf(by)).map(({ kind }: { kind: string }) => kind);
  expect(await kinds(olga.id)).toEqual(["OPEN_ASSESSMENT"]);
  const appeal = await act.appeal(first);
  expect(await kinds(olga.id)).toEqual([]);
  await done(tandem, told.ada.personId, "withdrawAppeal", { appealId: appeal.id, expectedVersion: 1 });
  expect(await kinds(olga.id)).toEqual(["OPEN_ASSESSMENT"]);
});

test("R39: nor, of one that was open meanwhile, to release it, until the appeal is taken back", async () => {
  const first = await act.released("FURTHER_EVIDENCE_NEEDED");
  await act.decide(await act.judgeAreas(await act.open()), "NOT_ACCREDITED");
  const kinds = async () => (await tasksOf(told.lead.id)).map(({ kind }: { kind: string }) => kind);
  expect(await kinds()).toEqual(["RELEASE_ASSESSMENT"]);
  const appeal = await act.appeal(first);
  expect(await kinds()).toEqual(["ASSIGN_APPEAL"]);
  await done(tandem, told.ada.personId, "withdrawAppeal", { appealId: appeal.id, expectedVersion: 1 });
  expect(await kinds()).toEqual(["RELEASE_ASSESSMENT"]);
});
