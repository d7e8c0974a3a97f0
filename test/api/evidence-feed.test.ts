import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { done } from "../support/change";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let review: Commission;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.SCOPING);
});
afterEach(() => tandem.close());

const EVIDENCE = `evidence { id source title text version commission { id } about { id } areas { code }
  submittedBy { id } }`;
const item = (more: Record<string, unknown> = {}) => ({
  commissionId: review.id,
  source: "DOCUMENT",
  title: "The scoping note",
  text: "Where the review begins and ends.",
  traineeIds: [told.ada.id],
  areaIds: ["C1"],
  ...more,
});
const submit = async (by: string, more: Record<string, unknown> = {}) =>
  (await done(tandem, by, "submitEvidence", item(more), EVIDENCE)).evidence;

describe("as it arrives", () => {
  const FEED = `subscription Arrives($after: Cursor, $traineeId: ID, $commissionId: ID) {
    evidenceSubmitted(after: $after, traineeId: $traineeId, commissionId: $commissionId) {
      cursor entry { kind actor { id } } evidence { title source areas { code } } trainee { id } } }`;

  test("the assessor hears of each item once for each trainee it is about, live and from a cursor", async () => {
    const { data } = await tandem.as(told.assessor.id).ask("{ cursor }");
    const after = data.cursor;
    const live = tandem.ws(told.assessor.id).subscribe(FEED, { after });
    const only = { traineeId: told.ada.id, commissionId: review.id };
    const adas = tandem.ws(told.assessor.id).subscribe(FEED, { after, ...only });
    await submit(told.ben.personId, { traineeIds: [told.ada.id, told.ben.id] });
    const frames = await live.take(2);
    expect(frames.map((frame) => frame.data.evidenceSubmitted.trainee.id)).toEqual([told.ada.id, told.ben.id]);
    expect(frames[0]?.data.evidenceSubmitted).toMatchObject({
      entry: { kind: "EvidenceSubmitted", actor: { id: told.ben.personId } },
      evidence: { title: "The scoping note", areas: [{ code: "C1" }] },
    });
    expect(await adas.take(1)).toEqual(frames.slice(0, 1));
    const later = tandem.ws(told.assessor.id).subscribe(FEED, { after });
    expect(await later.take(2)).toEqual(frames);
  });

  test("a feed about what is out of scope does not begin; nor does one for a board", async () => {
    const stranger = await told.trainee("Eve");
    const begin = async (by: string, variables: Record<string, unknown> = {}) =>
      ((await tandem.ws(by).subscribe(FEED, variables).ended) as { extensions: { code: string } }[])[0]?.extensions
        .code;
    expect(await begin(told.assessor.id, { traineeId: stranger.id })).toBe("NOT_FOUND");
    expect(await begin(told.assessor.id, { traineeId: review.id })).toBe("NOT_FOUND");
    expect(await begin(told.assessor.id, { commissionId: "com_nonsense" })).toBe("NOT_FOUND");
    expect(await begin(told.seat.id)).toBe("FORBIDDEN");
  });
});
