import { DAYS_TO_APPEAL } from "../../src/appeal/appeal.rules";
import { CommissionStage } from "../../src/commission/commission-stage";
import { Person } from "../../src/person/person.entity";
import { inWords } from "../../src/rules/day";
import { daysAfter, londonDay, SYSTEM } from "../../src/time";
import { appealing } from "../support/appealing";
import { done, refused, rejected } from "../support/change";
import { accreditedOne } from "../support/partner";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let act: ReturnType<typeof appealing>;
/** How many days the server's clock is ahead. */
let ahead: number;
/** Accredited, and free to come to the pair. */
let rex: Person;

/** Ada's review is over; Ben has left the programme, so that only what may become of Ada keeps the pair together. */
beforeEach(async () => {
  ahead = 0;
  tandem = await startTandem({ clock: { ...SYSTEM, now: () => new Date(Date.now() + ahead * 86_400_000) } });
  told = await story(tandem);
  act = appealing(tandem, told);
  await told.readyForAssessment(told.ada);
  await tandem.db.source.query("UPDATE commission SET stage = ?", [CommissionStage.CLOSED]);
  await tandem.db.source.query("UPDATE trainee SET standing = 'WITHDRAWN' WHERE id = ?", [told.ben.id]);
  rex = await accreditedOne(tandem, told, "Rex");
});
afterEach(() => tandem.close());

const ending = () => ({ pairId: told.adaAndBen.id, reason: "It is over.", expectedVersion: 1 });
const end = () => done(tandem, told.lead.id, "dissolvePair", ending());
const endRefused = (by = told.lead.id) => refused(tandem, by, "dissolvePair", ending());
const leaving = (leavingPersonId: string) => ({ ...ending(), leavingPersonId, joiningPersonId: rex.id });
const lastDay = () => daysAfter(londonDay(new Date()), DAYS_TO_APPEAL);
const mayAppeal = () =>
  `Ada may appeal against the decision of round 1 until ${inWords(lastDay())}: they stay in the pair until that day has passed.`;
const rule = (id: string, message: unknown = expect.any(String)) => [
  { code: "RULE_NOT_MET", message, rule: { rule: id, met: false } },
];
const upheld = async () => {
  const olga = await act.another();
  await act.decideAppeal(olga, await act.give(await act.appeal(await act.released()), olga));
  return olga;
};
const partnerWhoLeads = async () => {
  const role = { personId: told.ben.personId, role: "PROGRAMME_LEAD", expectedVersion: 1 };
  await done(tandem, told.lead.id, "grantRole", role);
  return told.ben.personId;
};

describe("the pair of somebody who was not accredited", () => {
  test("R39: goes on while they may appeal, to the end of the last day, and the refusal says until when", async () => {
    await act.released();
    expect(await endRefused()).toMatchObject(rule("PAIR_END", mayAppeal()));
    ahead = DAYS_TO_APPEAL;
    expect(await endRefused()).toMatchObject(rule("PAIR_END", mayAppeal()));
    ahead = DAYS_TO_APPEAL + 1;
    await end();
  });

  test("R39: so that an appeal on the last day that is upheld leads to another round", async () => {
    const assessment = await act.released();
    await endRefused();
    ahead = DAYS_TO_APPEAL;
    const olga = await act.another();
    await act.decideAppeal(olga, await act.give(await act.appeal(assessment), olga));
    const { assessment: round } = await done(
      ...([tandem, olga.id, "openAssessment", { traineeId: told.ada.id }] as const),
      "assessment { round }",
    );
    expect(round).toEqual({ round: 2 });
  });

  test("R39: goes on while the appeal is open, and ends once it is taken back", async () => {
    const appeal = await act.appeal(await act.released());
    expect(await endRefused()).toMatchObject(rule("PAIR_END", expect.stringMatching(/^Ada must be judged on LT-/)));
    await done(tandem, told.ada.personId, "withdrawAppeal", { appealId: appeal.id, expectedVersion: 1 });
    await end();
  });

  test("R39: ends once the appeal was dismissed", async () => {
    const olga = await act.another();
    await act.decideAppeal(olga, await act.give(await act.appeal(await act.released()), olga), "DISMISSED");
    await end();
  });

  test("R39: ends once they have left the programme, who do not appeal any more", async () => {
    await act.released();
    await endRefused();
    await tandem.db.source.query("UPDATE trainee SET standing = 'WITHDRAWN' WHERE id = ?", [told.ada.id]);
    await end();
  });

  test("R39: goes on while a round is owed, also past a final one of the first assessor that was open meanwhile", async () => {
    const first = await act.released("FURTHER_EVIDENCE_NEEDED");
    const second = await act.open();
    const olga = await act.another();
    await act.decideAppeal(olga, await act.give(await act.appeal(first), olga));
    await act.release(await act.decide(await act.judgeAreas(second), "NOT_ACCREDITED"));
    ahead = DAYS_TO_APPEAL + 1;
    const owed = "The decision of round 1 on Ada was set aside: another round is opened first.";
    expect(await endRefused()).toMatchObject(rule("PAIR_END", owed));
  });

  test("R39: tells a lead who is their partner no more than that they are still to be judged", async () => {
    const ben = await partnerWhoLeads();
    const before = await endRefused(ben);
    await act.released();
    expect(await endRefused(ben)).toEqual(before);
    expect(before).toMatchObject(rule("PAIR_END", expect.stringMatching(/^Ada must be judged on LT-/)));
  });
});

describe("somebody who was not accredited", () => {
  const replaced = async (personId: string) =>
    (await done(tandem, told.lead.id, "replacePartner", leaving(personId), "pair { id }")).pair;
  const refusal = () => refused(tandem, told.lead.id, "replacePartner", leaving(told.ada.personId));

  test.each(["NOT_ACCREDITED", "FURTHER_EVIDENCE_NEEDED"])(
    "R22, R39: stays in the pair after %s while they may appeal, and may be replaced in it afterwards",
    async (outcome) => {
      await act.released(outcome);
      ahead = DAYS_TO_APPEAL;
      expect(await refusal()).toMatchObject(rule("APPEAL", mayAppeal()));
      ahead = DAYS_TO_APPEAL + 1;
      await replaced(told.ada.personId);
    },
  );

  test("R22, R39: stays in it while their appeal is not decided, and may be replaced once it is dismissed", async () => {
    const appeal = await act.appeal(await act.released());
    const open = "Ada's appeal against round 1 is not decided: it is decided first, or they take it back.";
    expect(await refusal()).toMatchObject(rule("APPEAL", open));
    const olga = await act.another();
    await act.decideAppeal(olga, await act.give(appeal, olga), "DISMISSED");
    await replaced(told.ada.personId);
  });

  test("R22, R39: may be replaced once they have taken their appeal back", async () => {
    const appeal = await act.appeal(await act.released());
    await done(tandem, told.ada.personId, "withdrawAppeal", { appealId: appeal.id, expectedVersion: 1 });
    await replaced(told.ada.personId);
  });

  test("R22, R39: stays in it once the appeal is upheld, until the other round is opened", async () => {
    const olga = await upheld();
    const owed = "The decision of round 1 on Ada was set aside: another round is opened first.";
    expect(await refusal()).toMatchObject(rule("APPEAL", owed));
    await done(tandem, olga.id, "openAssessment", { traineeId: told.ada.id });
    await replaced(told.ada.personId);
  });

  test("R22, R39: keeps the review while they may appeal though their partner is replaced, and not afterwards", async () => {
    const pairOfReview = async () => (await tandem.db.rows("SELECT pairId FROM commission"))[0]?.pairId;
    await act.released();
    const pair = await replaced(told.ben.personId);
    expect(await pairOfReview()).toBe(pair.id);
    ahead = DAYS_TO_APPEAL + 1;
    const { id: joiningPersonId } = await accreditedOne(tandem, told, "Una");
    const next = { ...ending(), pairId: pair.id, leavingPersonId: rex.id, joiningPersonId };
    await done(tandem, told.lead.id, "replacePartner", next);
    expect(await pairOfReview()).toBe(pair.id);
  });

  test("R32: a lead replaces neither themself as a trainee nor their partner, whatever was decided on them", async () => {
    const ben = await partnerWhoLeads();
    const ada = leaving(told.ada.personId);
    const self = { ...ada, leavingPersonId: ben };
    for (const input of [ada, self]) expect(await rejected(tandem, ben, "replacePartner", input)).toBe("FORBIDDEN");
    await act.released();
    expect(await rejected(tandem, ben, "replacePartner", ada)).toBe("FORBIDDEN");
  });
});
