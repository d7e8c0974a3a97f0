import { Accreditation } from "../../src/accreditation/accreditation.entity";
import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { Log, openLog } from "../../src/log/log";
import { Programme } from "../../src/programme/programme.entity";
import { Standard } from "../../src/programme/standard.entity";
import { sweep } from "../../src/retention/sweep";
import { accreditedSince, concernAbout, metOn } from "../support/accredited";
import { openTestDatabase } from "../support/database";
import { onADay } from "../support/on-a-day";
import { Story, story } from "../support/story";
import { SECRET } from "../support/tandem";

let db: Database;
let log: Log;
let told: Story;
let days: ReturnType<typeof onADay>;
let fay: Accreditation;

/** Fay's first year ends on 30 November 2027; she was at three meetings in it. */
beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
  fay = await accreditedSince(db, told, "Fay", "2026-12-01");
  for (const date of ["2027-03-01", "2027-06-01", "2027-11-30"]) await metOn(db, fay, date);
  days = onADay(db, log);
});
afterEach(() => db.close());

/** The same person's accreditation by another programme. */
const another = async ({ personId, id }: Accreditation): Promise<Accreditation> => {
  const { manager } = db.source;
  const [programmeId, reference] = [newId("prg"), "OT"];
  const programme = await manager.findOneByOrFail(Programme, { id: told.programme.id });
  await manager.insert(Programme, { ...programme, id: programmeId, reference, name: "Other ways" });
  const standard = await manager.findOneByOrFail(Standard, { programmeId: told.programme.id });
  await manager.insert(Standard, { ...standard, id: newId("std"), programmeId });
  const first = await manager.findOneByOrFail(Accreditation, { id });
  const second = { ...first, id: newId("acc"), reference: "OT-Fay", personId, programmeId };
  await manager.insert(Accreditation, second);
  return second as Accreditation;
};
const renew = ({ id: accreditationId }: Accreditation) =>
  days.try(told.lead.id, "decideStatusReview", { accreditationId, expectedVersion: 1, outcome: "RENEWED" });

test("R42, R46: an open concern about somebody's work bars renewal of each accreditation of theirs, and of nobody else's", async () => {
  const [second, gus] = [await another(fay), await accreditedSince(db, told, "Gus", "2026-12-01")];
  for (const date of ["2027-04-01", "2027-07-01", "2027-10-01"]) await metOn(db, gus, date);
  const review = await told.commissioned(told.adaAndBen, told.board);
  const concern = await concernAbout(db, second, review.id, told.lead.id);
  days.on("2027-12-10");
  expect((await renew(fay)).errors[0].rule.parts[1]).toEqual({ rule: "E17", met: false });
  expect((await renew(gus)).errors).toEqual([]);

  const asked = async (suppose: object | null) => {
    const query = `query ($suppose: StatusReviewSupposition) { accreditation(id: "${fay.id}") {
      statusReview(suppose: $suppose) { met parts { because { id } } } } }`;
    return (await days.askAs(fay.personId)(query, { suppose })).data.accreditation.statusReview;
  };
  expect(await asked(null)).toMatchObject({ met: false, parts: [{}, { because: [{ id: concern }] }, {}] });
  expect(await asked({ closedConcernIds: [concern] })).toMatchObject({ met: true });

  await db.source.query("UPDATE fidelity_concern SET closedAt = ? WHERE id = ?", ["2027-12-09 09:00:00.000", concern]);
  expect((await renew(fay)).errors).toEqual([]);
});

test("R46: the review of somebody who was erased waits for no lead, and is not told to be due", async () => {
  const gus = await accreditedSince(db, told, "Gus", "2026-12-01");
  await db.source.query("UPDATE person SET erasedAt = '2027-05-01 00:00:00.000' WHERE id = ?", [fay.personId]);
  days.on("2027-12-10");
  const { data } = await days.askAs(told.lead.id)("{ viewer { tasks { kind about { id } } } }");
  const waiting = data.viewer.tasks.filter(({ kind }: { kind: string }) => kind === "DECIDE_STATUS_REVIEW");
  expect(waiting).toEqual([{ kind: "DECIDE_STATUS_REVIEW", about: { id: gus.id } }]);

  const retention = { personDays: null, accessDays: null };
  await sweep({ db, log, retention }, new Date("2027-12-10T12:00:00.000Z"));
  const due = await db.rows("SELECT subjectId FROM entry WHERE kind = 'StatusReviewDue'");
  expect(due).toEqual([{ subjectId: gus.id }]);
});
