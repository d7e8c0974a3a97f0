import { newId } from "../../src/id";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

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
