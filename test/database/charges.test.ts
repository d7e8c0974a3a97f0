import { Charge } from "../../src/charge/charge.entity";
import { ChargeKind } from "../../src/charge/charge-kind";
import { chargeBoard, chargeTrainee, creditBoard, creditTrainee } from "../../src/charge/ledger";
import { CommissionStage } from "../../src/commission/commission-stage";
import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { openTestDatabase } from "../support/database";
import { story, tell } from "../support/story";
import { SECRET } from "../support/tandem";

/** The first step by which trainees, too, have lines in the ledger. */
const BY_TRAINEES = 1764067700000;

let db: Database;
let log: Log;
beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
});
afterEach(() => db.close());

test("what boards were charged before is kept, both ways, and no VAT is made up for it; nor a fee for anybody", async () => {
  const told = await story({ db, log });
  const { id: commissionId } = await told.commissioned(told.adaAndBen, told.board, CommissionStage.DRAFT_REPORT);
  const board = { kind: ChargeKind.QUALITY_ASSURANCE, boardId: told.board.id, commissionId, sessionId: null } as const;
  const fee = { kind: ChargeKind.PROGRAMME_FEE, traineeId: told.ada.id, vatPercent: 20, currency: "GBP" } as const;
  await tell({ db, log }, told.lead.id, async (tx) => {
    const assured = await chargeBoard(tx, { ...board, purpose: "Quality assurance", amountMinor: 45_000 });
    await creditBoard(tx, assured, 1, "A slip.");
    const charged = await chargeTrainee(tx, { ...fee, purpose: "Programme fee", amountMinor: 350_000 });
    await creditTrainee(tx, charged, 1, "A bursary.");
  });
  const kept = () =>
    db.rows(
      "SELECT id, boardId, commissionId, amountMinor, purpose, creditsId FROM charge WHERE payer = 'BOARD' ORDER BY id",
    );
  const before = await kept();
  const steps = db.source.migrations.filter((step) => Number(step.constructor.name.slice(-13)) >= BY_TRAINEES);
  expect(steps.length).toBeGreaterThan(2);
  // Without a transaction around it: within one SQLite goes on checking keys, and a table cannot be made anew.
  for (const _ of steps) await db.source.undoLastMigration({ transaction: "none" });
  expect(await kept()).toEqual(before);

  await db.source.runMigrations({ transaction: "each" });
  expect(await kept()).toEqual(before);
  const lines = await db.source.manager.find(Charge, { order: { id: "ASC" } });
  expect(lines).toMatchObject(before.map(() => ({ traineeId: null, vatPercent: null, vatMinor: 0 })));
  expect(lines).toHaveLength(2);

  // What is left of a line without a rate is credited without one.
  await tell({ db, log }, told.lead.id, (tx) => creditBoard(tx, lines[0] as Charge, 44_999, "All of it."));
  const [sum] = await db.rows("SELECT SUM(amountMinor) AS net, SUM(vatMinor) AS vat FROM charge");
  expect([Number(sum?.net), Number(sum?.vat)]).toEqual([0, 0]);
});
