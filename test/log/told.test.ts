import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import type { Database, Row } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { Transaction } from "../../src/mutation/transact";
import { Person, PersonRole } from "../../src/person/person.entity";
import { makeSchema } from "../../src/schema";
import { openTestDatabase } from "../support/database";
import { Story, story, tell } from "../support/story";
import { SECRET } from "../support/tandem";
import { entriesIn, Told } from "./tables";
import { misplaced } from "./told";
import { watching } from "./watching";

// What a service might forget: whoever watches the mutations must see each.
const schema = makeSchema();
let db: Database;
let log: Log;
let told: Story;
beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
});
afterEach(() => db.close());

const asLead = (work: (tx: Transaction) => Promise<unknown>) =>
  watching(db, schema)(told.lead.id, () => tell({ db, log }, told.lead.id, work));
const aReview = () => told.commissioned(told.adaAndBen, told.board, CommissionStage.DRAFT_REPORT);
const about = ({ id, boardId }: Commission) => ({ commissionId: id, boardId });

test.each<[string, (tx: Transaction, review: Commission) => Promise<unknown>, RegExp]>([
  [
    "a change of which no entry tells",
    async (tx, review) => {
      await tx.change(Commission, review, { targetOn: "2031-01-01" });
      tx.append("CommissionAdvanced", review, about(review), { reference: review.reference });
    },
    /^commission\.targetOn of com_\w+ went from null to 2031-01-01, and no entry says so\.$/,
  ],
  [
    "a change whose later value alone is told, though there was an earlier one",
    async (tx, review) => {
      await tx.change(Commission, review, { commissionedOn: "2031-01-01" });
      tx.append("CommissionGranted", review, about(review), { commissionedOn: "2031-01-01" });
    },
    /^commission\.commissionedOn of com_\w+ went from [\d-]+ to 2031-01-01, and no entry says so\.$/,
  ],
  [
    "a change told with another earlier value",
    async (tx, review) => {
      await tx.change(Commission, review, { stage: CommissionStage.QUALITY_ASSURANCE });
      tx.append("CommissionAdvanced", review, about(review), { from: "FINDINGS", to: "QUALITY_ASSURANCE" });
    },
    /^commission\.stage of com_\w+ went from DRAFT_REPORT to QUALITY_ASSURANCE, and no entry says so\.$/,
  ],
  [
    "two changes for which one pair of values stands",
    async (tx, review) => {
      const day = "2031-01-01";
      await tx.change(Commission, review, { targetOn: day, qualityRecordedOn: day });
      tx.append("CommissionAdvanced", review, about(review), { from: null, to: day });
    },
    /^commission\.qualityRecordedOn of com_\w+ went from null to 2031-01-01, and no entry says so\.$/,
  ],
  [
    "a change told of another thing",
    async (tx, review) => {
      await tx.change(Commission, review, { stage: CommissionStage.QUALITY_ASSURANCE });
      const facts = { from: "DRAFT_REPORT", to: "QUALITY_ASSURANCE" };
      tx.append("CommissionAdvanced", told.ada, { traineeId: told.ada.id }, facts);
    },
    /^commission\.stage of com_\w+ went from DRAFT_REPORT to QUALITY_ASSURANCE, and no entry says so\.$/,
  ],
  [
    "a row that is gone without its values",
    async (tx) => {
      await tx.manager.delete(PersonRole, { personId: told.supervisor.id });
      tx.append("RoleRevoked", told.supervisor, { personId: told.supervisor.id }, {}, "Has left.");
    },
    /^person_role rol_\w+ is gone, and no entry says that its role was SUPERVISOR\.$/,
  ],
  [
    "a row that is new and named by nobody",
    async (tx) => {
      const { id: personId } = told.seat;
      await tx.add(PersonRole, { id: "rol_01h455vb4pex5vsknk084sn02q", personId, role: "ASSESSOR" as never });
      tx.append("RoleGranted", told.lead, { personId: told.lead.id }, { role: "ASSESSOR" });
    },
    /^person_role rol_\w+ is new, and no entry names it\.$/,
  ],
  [
    "a text told to more people than may read it",
    async (tx, review) => {
      await tx.change(Commission, review, { qualityNotes: "The second finding is bare." });
      const boardResponse = { from: null, to: "The second finding is bare." };
      tx.append("QualityNoted", review, about(review), { qualityNotes: boardResponse }, null);
      tx.append("CommissionAdvanced", review, about(review), { boardResponse });
    },
    /^Entry \d+, CommissionAdvanced, falls under "commission" and tells Commission\.qualityNotes, which not everybody sees there\.$/,
  ],
  [
    "a thing that is not there",
    async (tx) => tx.append("PersonInvited", Object.assign(new Person(), { id: "per_x" }), {}, {}),
    /^Entry \d+, PersonInvited, is about the Person per_x, which is not there\.$/,
  ],
])("%s is found", async (_, forgetful, fault) => {
  const review = await aReview();
  const { faults } = await asLead((tx) => forgetful(tx, review));

  expect(faults).toEqual([expect.stringMatching(fault)]);
});

test("a change under another's name is found, and one from before its predecessor", async () => {
  const { faults } = await watching(db, schema)(told.ada.personId, () =>
    told.append("RoleGranted", { personId: told.lead.id }),
  );
  expect(faults).toEqual([expect.stringMatching(/names per_\w+ as its actor, not per_\w+\.$/)]);

  const [entry] = (await entriesIn(db)).slice(-1) as [Told];
  const later = [{ ...entry, at: "2999-01-01T00:00:00.000Z" }];
  const there = () => ({ version: entry.subjectVersion }) as Row;
  expect(misplaced([entry], told.lead.id, later, there)).toEqual([
    expect.stringMatching(/is before its predecessor\.$/),
  ]);
});
