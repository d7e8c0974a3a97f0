import { assessing } from "../support/assessing";
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

const decided = async (outcome = "ACCREDIT") => act.decide(await act.judgeAreas(await act.open()), outcome);

describe("as it is heard", () => {
  const FEED = `subscription Decided($after: Cursor, $traineeId: ID) {
    assessmentDecided(after: $after, traineeId: $traineeId) {
      entry { kind } outcome round trainee { id } assessment { outcome } } }`;
  const codeOf = async (by: string, query: string, variables: Record<string, unknown> = {}) =>
    ((await tandem.ws(by).subscribe(query, variables).ended) as { extensions: { code: string } }[])[0]?.extensions.code;

  test("the assessor and the lead hear of the decision, the trainee of its release, each once", async () => {
    const after = (await tandem.as(told.lead.id).ask("{ cursor }")).data.cursor;
    const [assessor, lead, trainee] = [told.assessor.id, told.lead.id, told.ada.personId].map((person) =>
      tandem.ws(person).subscribe(FEED, { after }),
    );
    const ready = await decided();
    await assessor?.take(1);
    expect(trainee?.received).toEqual([]);
    await act.release(ready);
    const message = {
      outcome: "ACCREDIT",
      round: 1,
      trainee: { id: told.ada.id },
      assessment: { outcome: "ACCREDIT" },
    };
    expect(await trainee?.take(1)).toEqual([
      { data: { assessmentDecided: { entry: { kind: "AssessmentReleased" }, ...message } } },
    ]);
    for (const listening of [assessor, lead]) {
      expect(listening?.received).toEqual([
        { data: { assessmentDecided: { entry: { kind: "AssessmentDecided" }, ...message } } },
      ]);
    }
    const replayed = tandem.ws(told.ada.personId).subscribe(FEED, { after, traineeId: told.ada.id });
    expect(await replayed.take(1)).toEqual(trainee?.received);
  });

  test("a board and a supervisor may not listen to decisions; nor anybody to a stranger's", async () => {
    const eve = await told.trainee("Eve");
    expect(await codeOf(told.seat.id, FEED)).toBe("FORBIDDEN");
    expect(await codeOf(told.supervisor.id, FEED)).toBe("FORBIDDEN");
    expect(await codeOf(told.assessor.id, FEED, { traineeId: eve.id })).toBe("NOT_FOUND");
  });

  test("the feed tells everything in scope, of some kinds or about one thing", async () => {
    const ALL = `subscription Feed($after: Cursor, $kinds: [EntryKind!], $about: ID) {
      feed(after: $after, kinds: $kinds, about: $about) { entry { kind } subject { __typename id } } }`;
    const after = (await tandem.as(told.lead.id).ask("{ cursor }")).data.cursor;
    const kinds = ["AssessmentOpened", "AssessmentReleased", "AccreditationReleased"];
    const lead = tandem.ws(told.lead.id).subscribe(ALL, { after, kinds });
    const about = tandem.ws(told.ada.personId).subscribe(ALL, { after, about: told.ada.personId });
    const bens = tandem.ws(told.ben.personId).subscribe(ALL, { after, about: told.ada.id });
    const assessment = await act.release(await decided());
    const kindsOf = (frames: readonly { data?: { feed: { entry: { kind: string } } } }[]) =>
      frames.map(({ data }) => data?.feed.entry.kind);
    const frames = await lead.take(3);
    expect(kindsOf(frames)).toEqual(kinds);
    expect(frames[0]?.data.feed.subject).toEqual({ __typename: "Assessment", id: assessment.id });
    expect(kindsOf(await about.take(1))).toEqual(["AccreditationReleased"]);
    expect(kindsOf(await bens.take(1))).toEqual(["AccreditationReleased"]);
    const eve = await told.trainee("Eve");
    expect(await codeOf(told.ada.personId, ALL, { about: eve.id })).toBe("NOT_FOUND");
    expect(await codeOf(told.ada.personId, ALL, { about: assessment.id.slice(0, -1) })).toBe("NOT_FOUND");
    expect(await codeOf(told.ada.personId, ALL, { kinds: ["Nonsense"] })).toBe("BAD_USER_INPUT");
  });
});
