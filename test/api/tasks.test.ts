import { CommissionStage } from "../../src/commission/commission-stage";
import { EvidenceSource } from "../../src/evidence/evidence-source";
import { newId } from "../../src/id";
import { done } from "../support/change";
import { commissioning } from "../support/commissioning";
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

describe("the viewer", () => {
  test("without a token there is nobody", async () => {
    expect((await tandem.as(null).ask("{ viewer { kinds } }")).data).toEqual({ viewer: null });
  });

  test("somebody reads who they are, what they are, and their own records, seats and pairs", async () => {
    const WHO = `{ viewer { kinds person { id name } trainees { id } seats { board { id } } pairs { id } tasks { kind } } }`;
    const viewer = async (by: string) => (await tandem.as(by).ask(WHO)).data.viewer;
    expect(await viewer(told.ada.personId)).toEqual({
      ...{ kinds: ["TRAINEE"], person: { id: told.ada.personId, name: "Ada" } },
      ...{ trainees: [{ id: told.ada.id }], seats: [], pairs: [{ id: told.adaAndBen.id }], tasks: [] },
    });
    expect(await viewer(told.seat.id)).toMatchObject({
      ...{ kinds: ["BOARD_PARTNER"], trainees: [], pairs: [], seats: [{ board: { id: told.board.id } }] },
    });
    expect(await viewer(told.lead.id)).toMatchObject({ kinds: ["LEAD"] });
    expect(await viewer(told.assessor.id)).toMatchObject({ kinds: ["ASSESSOR"], trainees: [] });
    expect(await viewer(told.supervisor.id)).toMatchObject({ kinds: ["SUPERVISOR"] });
  });

  test("R46: one whose accreditation lapsed is a reviewer no more", async () => {
    const give = (personId: string, number: string, lapsesOn: string) =>
      tandem.db.source.query(
        `INSERT INTO accreditation (id, reference, personId, programmeId, accreditedOn, yearFrom, reviewDueOn, lapsesOn, version)
         VALUES (?, ?, ?, ?, '2015-01-01', '2015-01-01', '2016-01-01', ?, 1)`,
        [newId("acc"), number, personId, told.cohort.programmeId, lapsesOn],
      );
    const [mo, fay] = [await told.person("Mo"), await told.person("Fay")];
    await give(mo.id, "LT-2222-3333", "2999-01-01");
    await give(fay.id, "LT-2222-4444", "2016-02-01");
    const kinds = async (by: string) => (await tandem.as(by).ask("{ viewer { kinds } }")).data.viewer.kinds;
    expect([await kinds(mo.id), await kinds(fay.id)]).toEqual([["REVIEWER"], []]);
  });
});

describe("what waits for the pair and the board", () => {
  test("R21: an offer waits for the other side until it is answered; then the board may commission", async () => {
    const { propose, offer, accept, agree } = commissioning(tandem, told);
    const { ada, ben, seat } = told;
    const proposed = await propose();
    expect(await kindsOf(seat.id)).toEqual([]);
    const first = await offer(ada.personId, proposed, ada.personId);
    expect(await tasksOf(seat.id)).toMatchObject([
      aTask("ANSWER_RATE", "RateOffer", first.id, `Answer Ada's offer of £550.00 a day for ${proposed.reference}.`),
    ]);
    expect(await kindsOf(ada.personId)).toEqual([]);
    const other = await offer(seat.id, first.commission, ada.personId, 50_000);
    expect(await kindsOf(seat.id)).toEqual([]);
    expect(await tasksOf(ada.personId)).toMatchObject([
      aTask(
        "ANSWER_RATE",
        "RateOffer",
        other.id,
        `Answer the board's offer of £500.00 a day for ${proposed.reference}.`,
      ),
    ]);
    expect(await kindsOf(ben.personId)).toEqual([]);
    const { commission } = await accept(ada.personId, other);
    await agree(commission, ben.personId);
    expect(await tasksOf(seat.id)).toMatchObject([
      aTask(
        "GRANT_COMMISSION",
        "Commission",
        proposed.id,
        `Commission ${proposed.reference}: every day rate is agreed.`,
      ),
    ]);
    expect(await kindsOf(ada.personId)).toEqual([]);
  });

  test.each([
    { stage: "COMMISSIONED", pair: ["ADVANCE_COMMISSION", "SUBMIT_EVIDENCE"], board: [], lead: [] },
    { stage: "FINDINGS", pair: ["ADVANCE_COMMISSION", "SUBMIT_EVIDENCE"], board: [], lead: [] },
    { stage: "DRAFT_REPORT", pair: ["SUBMIT_EVIDENCE"], board: [], lead: ["RECORD_QUALITY_ASSURANCE"] },
    { stage: "QUALITY_ASSURANCE", pair: ["SUBMIT_EVIDENCE"], board: ["RECORD_BOARD_RESPONSE"], lead: [] },
    { stage: "BOARD_RESPONSE", pair: ["SUBMIT_EVIDENCE"], board: ["RECORD_PUBLICATION"], lead: [] },
    { stage: "PUBLISHED", pair: ["SUBMIT_EVIDENCE"], board: [], lead: [] },
  ])("a review at $stage waits for whoever takes it on", async ({ stage, pair, board, lead }) => {
    const review = await told.commissioned(told.adaAndBen, told.board, stage as CommissionStage);
    expect(await kindsOf(told.ada.personId)).toEqual(pair);
    expect(await kindsOf(told.seat.id)).toEqual(board);
    expect(await kindsOf(told.lead.id)).toEqual(lead);
    for (const by of [told.seat.id, told.lead.id]) {
      for (const { about } of await tasksOf(by)) expect(about).toEqual({ __typename: "Commission", id: review.id });
    }
  });

  test("a draft that did not pass quality assurance is looked at again", async () => {
    const review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.DRAFT_REPORT);
    const input = { commissionId: review.id, expectedVersion: 1, passed: false, notes: "Not yet." };
    await done(tandem, told.lead.id, "recordQualityAssurance", input);
    expect((await tasksOf(told.lead.id))[0]?.text).toBe(
      `Look at ${review.reference} again: it did not pass quality assurance.`,
    );
  });

  test("R33: sources without evidence wait for the trainee whose they are, until there is none", async () => {
    const review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.PUBLISHED);
    await told.submitEvidence(review, [told.ada], EvidenceSource.DOCUMENT);
    await told.submitEvidence(review, [told.ada], EvidenceSource.OTHERS);
    expect(await tasksOf(told.ada.personId)).toEqual([
      {
        ...aTask("SUBMIT_EVIDENCE", "Trainee", told.ada.id, "Submit a reflection of your own."),
        since: `${daysAgo(330)}T00:00:00.000Z`,
      },
    ]);
    await told.submitEvidence(review, [told.ada], EvidenceSource.TRAINEE);
    expect(await tasksOf(told.ada.personId)).toEqual([]);
    expect(await kindsOf(told.ben.personId)).toEqual(["SUBMIT_EVIDENCE"]);
  });

  test("one who speaks for the board and is of the pair has no task of the board's about it", async () => {
    const review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.BOARD_RESPONSE);
    await tandem.db.source.query("UPDATE seat SET personId = ? WHERE boardId = ?", [told.ada.personId, review.boardId]);
    expect(await kindsOf(told.ada.personId)).toEqual(["SUBMIT_EVIDENCE"]);
  });
});
