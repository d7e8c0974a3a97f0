import { CommissionStage } from "../../src/commission/commission-stage";
import { verifyLog } from "../../src/log/verify";
import { entriesAbout } from "../../src/personal/entries";
import { done } from "../support/change";
import { Story, story } from "../support/story";
import { SECRET, startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const act = (mutation: string, input: Record<string, unknown>, thing: string) =>
  done(tandem, told.lead.id, mutation, input, `${thing} { id }`);

test("R49: what a trainee is charged is told them, and outlives them without a word about them", async () => {
  const cara = await told.trainee("Cara");
  const { charge } = await act("chargeFee", { traineeId: cara.id }, "charge");
  await act("creditCharge", { chargeId: charge.id, amountMinor: 1, reason: "Cara was ill." }, "creditNote");
  const lines = () => tandem.db.rows("SELECT * FROM charge ORDER BY id");
  const before = await lines();
  const { data } = await tandem.as(cara.personId).ask("{ viewer { personalData { held } } }");
  const { Charge: held, Entry: entries } = data.viewer.personalData.held;
  expect(held).toMatchObject([{ id: charge.id, amountMinor: 350_000, vatMinor: 70_000 }, { amountMinor: -1 }]);
  expect(JSON.stringify(entries)).toContain("Cara was ill.");

  const [person] = await tandem.db.rows("SELECT version FROM person WHERE id = ?", [cara.personId]);
  const erased = { personId: cara.personId, reason: "REQUESTED", expectedVersion: Number(person?.version) };
  await act("erasePerson", erased, "person");

  expect(await lines()).toEqual(before);
  expect(JSON.stringify(before)).not.toContain("Cara");
  const told1 = await tandem.db.rows("SELECT facts, reason FROM entry WHERE kind IN ('FeeCharged', 'FeeCredited')");
  expect(told1.map(({ reason }) => reason)).toEqual([null, null]);
  expect((await verifyLog(tandem.db, SECRET)).fault).toBeNull();
});

test("why a board was credited under a review may speak of the two who conduct it, and goes with either", async () => {
  const { id: commissionId } = await told.commissioned(told.adaAndBen, told.board, CommissionStage.DRAFT_REPORT);
  const owed = { commissionId, amountMinor: 45_000, purpose: "Quality assurance" };
  const { charge } = await act("chargeQualityAssurance", owed, "charge");
  await act("creditCharge", { chargeId: charge.id, reason: "Ada fell ill." }, "creditNote");
  const about = async (personId: string) => {
    const { sql, values } = await entriesAbout(tandem.db.rows, personId);
    const rows = await tandem.db.rows(
      `SELECT t.reason FROM entry t WHERE t.kind = 'ChargeCredited' AND ${sql}`,
      values,
    );
    return rows.map(({ reason }) => reason);
  };
  for (const { personId } of [told.ada, told.ben]) expect(await about(personId)).toEqual(["Ada fell ill."]);
  expect(await about((await told.trainee("Cara")).personId)).toEqual([]);
});
