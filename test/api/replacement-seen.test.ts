import { CommissionStage } from "../../src/commission/commission-stage";
import { EvidenceSource } from "../../src/evidence/evidence-source";
import { Role } from "../../src/person/role";
import { Trainee } from "../../src/trainee/trainee.entity";
import { assessing } from "../support/assessing";
import { done, refused, rejected } from "../support/change";
import { accreditedOne } from "../support/partner";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let cat: Trainee;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  cat = await told.trainee("Cat");
  await told.attendCourse(cat);
});
afterEach(() => tandem.close());

const version = async (table: string, id: string) =>
  Number((await tandem.db.rows(`SELECT version FROM \`${table}\` WHERE id = ?`, [id]))[0]?.version);
const replace = async (leavingPersonId: string, joiningPersonId: string, pairId = told.adaAndBen.id) => {
  const who = { pairId, leavingPersonId, joiningPersonId, expectedVersion: await version("pair", pairId) };
  return done(tandem, told.lead.id, "replacePartner", { ...who, reason: "A long illness." }, "pair { id }");
};
const ask = async (by: string, query: string, variables: Record<string, unknown>) =>
  (await tandem.as(by).ask(query, variables)).data;

describe("once Ben has left Ada's review, and Cat has come", () => {
  const SEEN = `query ($com: ID!, $old: ID!, $ada: ID!, $ben: ID!, $cat: ID!, $his: ID!, $both: ID!, $alone: ID!) {
    commission(id: $com) { stage rateOffers { id } supervision { nodes { id } } timeline { nodes { kind reason } } }
    old: pair(id: $old) { id }
    ada: trainee(id: $ada) { person { name email } evidence { nodes { id } } readiness { met } }
    ben: trainee(id: $ben) { person { name } pair { id } evidence { nodes { id } } readiness { met }
      supervision { nodes { id } } timeline { nodes { kind reason } } }
    cat: trainee(id: $cat) { person { name email } }
    his: node(id: $his) { id } both: node(id: $both) { id } alone: node(id: $alone) { id } }`;
  const names = (seen: Record<string, { person: object } | null>) =>
    ["ada", "ben", "cat"].filter((name) => seen[name] !== null);

  const lived = async () => {
    const review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.ANALYSIS);
    const his = await told.submitEvidence(review, [told.ben], EvidenceSource.TRAINEE);
    const both = await told.submitEvidence(review, [told.ada, told.ben], EvidenceSource.DOCUMENT);
    const alone = await told.superviseAlone(review, told.ben);
    const ids = { com: review.id, old: told.adaAndBen.id, ada: told.ada.id, ben: told.ben.id, cat: cat.id };
    const seenBy = async (by: string) => ask(by, SEEN, { ...ids, his: his.id, both: both.id, alone: alone.id });
    return { review, his, both, alone, seenBy };
  };

  test("R22: who has left keeps what is about them, with why they left, and sees no more of the review or the two", async () => {
    const { his, both, alone, seenBy } = await lived();
    expect(names(await seenBy(told.ben.personId))).toEqual(["ada", "ben"]);
    await replace(told.ben.personId, cat.personId);
    const seen = await seenBy(told.ben.personId);
    expect(names(seen)).toEqual(["ben"]);
    expect(seen).toMatchObject({ commission: null, old: null, his: { id: his.id }, both: { id: both.id } });
    expect(seen.alone).toEqual({ id: alone.id });
    expect(seen.ben).toMatchObject({
      pair: null,
      readiness: { met: false },
      supervision: { nodes: [{ id: alone.id }] },
    });
    expect(seen.ben.evidence.nodes).toHaveLength(2);
    expect(seen.ben.timeline.nodes).toContainEqual({ kind: "PairDissolved", reason: "A long illness." });
  });

  test("R22: who has come sees the review with its past, and of who has left nothing: no evidence, no supervision, no reason", async () => {
    const { seenBy } = await lived();
    expect(names(await seenBy(cat.personId))).toEqual(["cat"]);
    await replace(told.ben.personId, cat.personId);
    const seen = await seenBy(cat.personId);
    expect(names(seen)).toEqual(["ada", "cat"]);
    expect(seen).toMatchObject({ old: null, his: null, both: null, alone: null });
    expect(seen.ada).toMatchObject({ person: { email: expect.any(String) }, evidence: null, readiness: null });
    expect(seen.commission).toMatchObject({ stage: "ANALYSIS", supervision: { nodes: [] } });
    expect(seen.commission.timeline.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(["CommissionProposed", "CommissionGranted", "CommissionReassigned"]),
    );
    expect(JSON.stringify(seen)).not.toContain("illness");
    const timeline = "query ($id: ID!) { trainee(id: $id) { timeline { nodes { kind reason } } } }";
    expect(JSON.stringify(await ask(cat.personId, timeline, { id: told.ada.id }))).not.toContain("illness");
  });

  test("R22: the board sees who conducts its review now, and no more who did", async () => {
    const { alone, seenBy } = await lived();
    expect(names(await seenBy(told.seat.id))).toEqual(["ada", "ben"]);
    await replace(told.ben.personId, cat.personId);
    const seen = await seenBy(told.seat.id);
    expect(names(seen)).toEqual(["ada", "cat"]);
    // What it pays for stays before it: the session, not with whom it was held.
    expect(seen).toMatchObject({ old: null, his: null, both: null, commission: { stage: "ANALYSIS" } });
    expect(seen.commission.supervision.nodes).toEqual([{ id: alone.id }]);
    expect(JSON.stringify(seen)).not.toContain("illness");
  });

  test("R22: staff of both keep sight of both; staff of who has left alone, of the review no more", async () => {
    const { seenBy } = await lived();
    const sid = await told.person("Sid", Role.SUPERVISOR);
    await told.assign(told.ben, sid, Role.SUPERVISOR);
    expect((await seenBy(sid.id)).commission).not.toBeNull();
    await replace(told.ben.personId, cat.personId);
    const [both, his] = [await seenBy(told.supervisor.id), await seenBy(sid.id)];
    expect(names(both)).toEqual(["ada", "ben"]);
    expect(both.commission).not.toBeNull();
    expect(names(his)).toEqual(["ben"]);
    expect(his).toMatchObject({ commission: null, ben: { readiness: { met: false } } });
    expect(his.ben.timeline.nodes).toContainEqual({ kind: "PairDissolved", reason: "A long illness." });
  });

  test("R22: open feeds follow: who has left hears nothing of the review from then on, who has come hears it", async () => {
    const { review } = await lived();
    const FEED = "subscription ($after: Cursor) { feed(after: $after) { entry { kind } } }";
    const after = (await ask(told.lead.id, "{ cursor }", {})).cursor;
    const follow = (by: string) => tandem.ws(by).subscribe(FEED, { after });
    const [ben, come, seat] = [follow(told.ben.personId), follow(cat.personId), follow(told.seat.id)];
    await replace(told.ben.personId, cat.personId);
    const on = { commissionId: review.id, to: "FINDINGS", expectedVersion: 2 };
    await done(tandem, cat.personId, "advanceCommission", on);
    await done(tandem, told.lead.id, "changeProgramme", {
      ...{ programmeId: told.programme.id, summary: "Said anew.", expectedVersion: 1 },
    });
    const heard = async (feed: ReturnType<typeof follow>): Promise<string[]> => {
      for (let count = 1; ; count += 1) {
        const kinds = (await feed.take(count)).map(({ data }) => data.feed.entry.kind as string);
        if (kinds.at(-1) === "ProgrammeChanged") return kinds.filter((kind) => kind !== "ReadinessChanged");
      }
    };
    expect(await heard(ben)).toEqual(["PairDissolved", "ProgrammeChanged"]);
    const theirs = ["PairFormed", "PairFormed", "CommissionReassigned", "CommissionAdvanced", "ProgrammeChanged"];
    expect(await heard(come)).toEqual(theirs);
    expect(await heard(seat)).toEqual(theirs);
  });
});

describe("assessments", () => {
  test("R39: one that is open goes on when its trainee leaves, and is kept from leads who conducted the review", async () => {
    await told.readyForAssessment(told.ada);
    const our = assessing(tandem, told);
    const { id } = await our.open();
    const lena = await told.person("Lena", Role.PROGRAMME_LEAD);
    const greg = await accreditedOne(tandem, told, "Greg");
    await done(tandem, told.lead.id, "grantRole", { personId: greg.id, role: "PROGRAMME_LEAD", expectedVersion: 1 });
    const query = "query ($id: ID!) { assessment(id: $id) { id } }";
    const seenBy = async (by: string) => (await ask(by, query, { id })).assessment;
    expect(await seenBy(greg.id)).toEqual({ id });

    // Ada is the one who is assessed: Greg takes her place, and then Fay his.
    const { pair } = await replace(told.ada.personId, greg.id);
    expect(await seenBy(greg.id)).toBeNull();
    await replace(greg.id, (await accreditedOne(tandem, told, "Fay")).id, pair.id);
    expect(await seenBy(greg.id)).toBeNull();
    expect(await seenBy(lena.id)).toEqual({ id });
    const ada = {
      traineeId: told.ada.id,
      reason: "Is unwell.",
      expectedVersion: await version("trainee", told.ada.id),
    };
    expect(await rejected(tandem, greg.id, "withdrawTrainee", ada)).toBe("FORBIDDEN");
    expect(await refused(tandem, lena.id, "withdrawTrainee", ada)).toMatchObject([{ rule: { rule: "PLACE_END" } }]);

    await our.decide(await our.judgeAreas({ id, version: await version("assessment", id) } as never));
    await done(tandem, lena.id, "releaseAssessment", {
      assessmentId: id,
      expectedVersion: await version("assessment", id),
    });
    expect(await seenBy(greg.id)).toEqual({ id });
  });

  test("R32: who conducted part of the same review assesses nobody who did, before or after them", async () => {
    await told.commissioned(told.adaAndBen, told.board, CommissionStage.ANALYSIS);
    const { pair } = await replace(told.ben.personId, cat.personId);
    const [fay] = [await accreditedOne(tandem, told, "Fay")];
    await replace(told.ada.personId, fay.id, pair.id);
    for (const [who, of] of [
      [told.ben.personId, cat.id],
      [fay.id, told.ben.id],
      [cat.personId, told.ben.id],
      [fay.id, told.ada.id],
    ] as const) {
      await done(tandem, told.lead.id, "grantRole", {
        ...{ personId: who, role: "ASSESSOR", expectedVersion: await version("person", who) },
      }).catch(() => null);
      const staff = { traineeId: of, personId: who, role: "ASSESSOR", expectedVersion: await version("trainee", of) };
      expect(await refused(tandem, told.lead.id, "assignStaff", staff)).toMatchObject([
        { rule: { rule: "ASSESSOR", met: false } },
      ]);
    }
    const dan = await told.trainee("Dan");
    const staff = { traineeId: dan.id, personId: fay.id, role: "ASSESSOR" };
    await done(tandem, told.lead.id, "assignStaff", { ...staff, expectedVersion: await version("trainee", dan.id) });
  });
});
