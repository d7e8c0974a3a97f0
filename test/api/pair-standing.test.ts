import { Accreditation } from "../../src/accreditation/accreditation.entity";
import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { accreditedSince } from "../support/accredited";
import { openTestDatabase } from "../support/database";
import { onADay } from "../support/on-a-day";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { SECRET } from "../support/tandem";

let db: Database;
let log: Log;
let told: Story;
let days: ReturnType<typeof onADay>;
let fay: Accreditation;

beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
  fay = await accreditedSince(db, told, "Fay", daysAgo(200));
  days = onADay(db, log);
});
afterEach(() => db.close());

const HELD = { reviewDueOn: daysAgo(-165), lapsesOn: daysAgo(-255), conditionsUntil: null, withdrawnOn: null };
const STANDINGS: [standing: string, may: boolean, to: Partial<Accreditation>][] = [
  ["ACTIVE", true, HELD],
  ["CONDITIONAL", true, { ...HELD, conditionsUntil: daysAgo(0), lapsesOn: daysAgo(-1) }],
  ["REVIEW_DUE", true, { ...HELD, reviewDueOn: daysAgo(90), lapsesOn: daysAgo(-1) }],
  ["LAPSED", false, { ...HELD, reviewDueOn: daysAgo(90), lapsesOn: daysAgo(0) }],
  ["WITHDRAWN", false, { ...HELD, withdrawnOn: daysAgo(0) }],
];
const stands = async (standing: string, to: Partial<Accreditation>) => {
  await db.source.manager.update(Accreditation, { id: fay.id }, to);
  const { data } = await days.askAs(told.lead.id)(`{ accreditation(id: "${fay.id}") { standing } }`);
  expect(data.accreditation.standing).toBe(standing);
};
const said = ({ errors }: { errors: { rule?: { rule: string } }[] }, may: boolean) =>
  expect(errors.map(({ rule }) => rule?.rule)).toEqual(may ? [] : ["E6"]);
const forming = async () => {
  const kit = await told.trainee("Kit");
  return days.try(told.lead.id, "formPair", { personIds: [kit.personId, fay.personId] }, "pair { id }");
};
const proposing = (pairId: string) =>
  days.try(
    fay.personId,
    "proposeCommission",
    {
      ...{ pairId, boardId: told.board.id, reviewKind: "SERIOUS_CASE_REVIEW", format: "FULL", sector: "CHILDREN" },
      targetOn: daysAgo(-200),
    },
    "commission { id version }",
  );

test.each(STANDINGS)("R22, R46: formPair with somebody who stands at %s is done: %s", async (standing, may, to) => {
  await stands(standing, to);
  said(await forming(), may);
});

test.each(STANDINGS)("R22, R46: replacePartner by somebody who stands at %s is done: %s", async (standing, may, to) => {
  await stands(standing, to);
  const leaving = { pairId: told.adaAndBen.id, expectedVersion: 1, leavingPersonId: told.ben.personId };
  const input = { ...leaving, joiningPersonId: fay.personId, reason: "Ben is ill." };
  said(await days.try(told.lead.id, "replacePartner", input), may);
});

test.each(STANDINGS)(
  "R22, R46: a pair of somebody who stands at %s may propose a review, and a board grants it: %s",
  async (standing, may, to) => {
    const { pair } = await forming();
    const { commission } = await proposing(pair.id);
    const members = await db.rows("SELECT personId FROM pair_member WHERE pairId = ?", [pair.id]);
    let { version } = commission;
    for (const { personId } of members) {
      const offer = { commissionId: commission.id, personId, amountMinor: 50_000, expectedVersion: version };
      const { rateOffer } = await days.try(personId as string, "offerRate", offer, "rateOffer { id }");
      const accepted = { rateOfferId: rateOffer.id, expectedVersion: 1 };
      expect((await days.try(told.seat.id, "acceptRate", accepted)).errors).toEqual([]);
      version = (await db.rows("SELECT version FROM commission WHERE id = ?", [commission.id]))[0]?.version;
    }
    await stands(standing, to);
    said(await proposing(pair.id), may);
    said(
      await days.try(told.seat.id, "grantCommission", { commissionId: commission.id, expectedVersion: version }),
      may,
    );
  },
);

test("R22, R46: withdrawn on the day their pair was formed, the pair was none; restored that day, it is one again; later it stays one", async () => {
  const { pair } = await forming();
  const kit = await told.trainee("Kit");
  const changed = async () =>
    (
      await db.rows("SELECT facts FROM entry WHERE kind = 'ReadinessChanged' AND traineeId = ? ORDER BY position", [
        kit.id,
      ])
    ).map(({ facts }) => JSON.parse(facts as string));
  const act = (mutation: string, expectedVersion: number) =>
    days.try(told.lead.id, mutation, { accreditationId: fay.id, expectedVersion, reason: "As agreed." });
  expect(await changed()).toEqual([{ rule: "E6", from: false, to: true }]);
  expect((await act("withdrawAccreditation", 1)).errors).toEqual([]);
  expect((await changed()).slice(1)).toEqual([{ rule: "E6", from: true, to: false }]);
  expect((await act("restoreAccreditation", 2)).errors).toEqual([]);
  expect((await changed()).slice(2)).toEqual([{ rule: "E6", from: false, to: true }]);

  await db.source.query("UPDATE pair SET formedOn = ? WHERE id = ?", [daysAgo(1), pair.id]);
  expect((await act("withdrawAccreditation", 3)).errors).toEqual([]);
  expect((await changed()).slice(3)).toEqual([]);
});
