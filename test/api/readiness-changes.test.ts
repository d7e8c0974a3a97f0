import { EvidenceSource } from "../../src/evidence/evidence-source";
import { assessing } from "../support/assessing";
import { done } from "../support/change";
import { commissioning } from "../support/commissioning";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const READINESS = `query Own($id: ID!) { trainee(id: $id) { readiness { met next
  parts { rule met needed actual next because { id text } } } } }`;
const adasReadiness = async () =>
  (await tandem.as(told.ada.personId).ask(READINESS, { id: told.ada.id })).data.trainee.readiness;

describe("as it changes", () => {
  const CHANGES = `query Changes { entries(first: 20, orderBy: NEWEST_FIRST) { nodes { kind facts subject { id } } } }`;
  const changes = async (by = told.lead.id) => {
    const { data } = await tandem.as(by).ask(CHANGES);
    return data.entries.nodes
      .filter(({ kind }: { kind: string }) => kind === "ReadinessChanged")
      .map(({ facts, subject }: { facts: object; subject: { id: string } }) => ({ ...facts, of: subject.id }))
      .reverse();
  };
  const evidence = (commissionId: string, source: string, traineeIds = [told.ada.id]) => ({
    ...{ commissionId, source, traineeIds },
    ...{ title: "An item", text: "What it says.", areaIds: ["C1"] },
  });

  test("E12: the third source flips its rule, and with it the whole; the second flips nothing", async () => {
    const review = await told.readyForAssessment(told.ada);
    await tandem.db.source.query("DELETE FROM evidence_about");
    const submit = (by: string, source: string) =>
      done(tandem, by, "submitEvidence", evidence(review.id, source), "evidence { id }");
    await submit(told.ben.personId, "OTHERS");
    await submit(told.ada.personId, "TRAINEE");
    expect(await changes()).toEqual([]);
    await submit(told.ben.personId, "DOCUMENT");
    const flips = [
      { of: told.ada.id, rule: "READINESS", from: false, to: true },
      { of: told.ada.id, rule: "E12", from: false, to: true },
    ];
    expect(await changes()).toEqual(flips);
    expect(await changes(told.ada.personId)).toEqual(flips);
    expect(await changes(told.ben.personId)).toEqual([]);
  });

  test("E12: of two sources that arrive at once one flips the rule, and only one", async () => {
    const review = await told.commissioned(told.adaAndBen, told.board);
    await told.submitEvidence(review, [told.ada], EvidenceSource.DOCUMENT);
    await Promise.all([
      done(tandem, told.ben.personId, "submitEvidence", evidence(review.id, "OTHERS"), "evidence { id }"),
      done(tandem, told.ada.personId, "submitEvidence", evidence(review.id, "TRAINEE"), "evidence { id }"),
    ]);
    expect(await changes()).toEqual([{ of: told.ada.id, rule: "E12", from: false, to: true }]);
  });

  test("E8: a rate agreed last flips the rule for both of the pair, one entry each", async () => {
    const { agree, propose } = commissioning(tandem, told);
    const commission = await agree(await propose(), told.ada.personId);
    const before = (await changes()).length;
    await agree(commission, told.ben.personId);
    const flips = (await changes()).slice(before);
    expect(flips).toHaveLength(2);
    for (const { id } of [told.ada, told.ben]) {
      expect(flips).toContainEqual({ of: id, rule: "E8", from: false, to: true });
    }
  });

  test("readinessChanged tells each flip of one trainee, from a cursor on, to those who may read it", async () => {
    const FEED = `subscription Readiness($id: ID!, $after: Cursor) { readinessChanged(traineeId: $id, after: $after) {
      rule from to trainee { id readiness { met } } entry { kind } } }`;
    const review = await told.readyForAssessment(told.ada);
    await tandem.db.source.query("DELETE FROM evidence_about");
    const after = (await tandem.as(told.ada.personId).ask("{ cursor }")).data.cursor;
    const own = tandem.ws(told.ada.personId).subscribe(FEED, { id: told.ada.id, after });
    for (const source of ["OTHERS", "DOCUMENT"]) {
      await done(
        tandem,
        told.ben.personId,
        "submitEvidence",
        evidence(review.id, source, source === "OTHERS" ? [told.ada.id] : [told.ada.id, told.ben.id]),
      );
    }
    await done(tandem, told.ada.personId, "submitEvidence", evidence(review.id, "TRAINEE"));
    const message = { from: false, to: true, trainee: { id: told.ada.id, readiness: { met: true } } };
    const entry = { kind: "ReadinessChanged" };
    expect((await own.take(2)).map(({ data }) => data.readinessChanged)).toEqual([
      { rule: "READINESS", ...message, entry },
      { rule: "E12", ...message, entry },
    ]);
    const codeOf = async (by: string, id: string) =>
      ((await tandem.ws(by).subscribe(FEED, { id }).ended) as { extensions: { code: string } }[])[0]?.extensions.code;
    expect(await codeOf(told.seat.id, told.ada.id)).toBe("FORBIDDEN");
    const eve = await told.trainee("Eve");
    expect(await codeOf(told.ada.personId, eve.id)).toBe("NOT_FOUND");
  });

  test("an assessment that is opened and decided changes nothing that the trainee reads of their readiness", async () => {
    await told.readyForAssessment(told.ada);
    const before = await adasReadiness();
    const act = assessing(tandem, told);
    await act.decide(await act.judgeAreas(await act.open()));
    await told.attendGroupDays(told.ben, 1);
    expect(await adasReadiness()).toEqual(before);
  });
});
