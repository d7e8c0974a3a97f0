import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { RateOffer } from "../../src/commission/rate-offer.entity";
import { RateSide } from "../../src/commission/rate-side";
import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { openLog } from "../../src/log/log";
import { Pair } from "../../src/pair/pair.entity";
import { ask } from "../support/change";
import { openTestDatabase } from "../support/database";
import { Instances, startInstances } from "../support/instances";
import { Story, story } from "../support/story";
import { SECRET, Served } from "../support/tandem";

/** How often each two meet, each time in a pair of its own. */
const ROUNDS = 6;
const MEETINGS = ["moving", "accepting", "giving", "leaving", "pairing", "replacing"] as const;
type Meeting = (typeof MEETINGS)[number];

/** A pair in the middle of a review, and who might take a place in it. */
interface Round {
  readonly pair: Pair;
  readonly review: Commission;
  readonly stays: { readonly id: string; readonly personId: string };
  readonly leaves: { readonly id: string; readonly personId: string };
  readonly comes: { readonly id: string; readonly personId: string };
  readonly other: { readonly id: string; readonly personId: string };
}

describe("at the same moment, on every instance", () => {
  let db: Database;
  let told: Story;
  let on: Instances;
  const rounds = new Map<Meeting, Round[]>();

  beforeAll(async () => {
    db = await openTestDatabase();
    const log = await openLog(db, SECRET);
    told = await story({ db, log });
    for (const meeting of MEETINGS) {
      const all: Round[] = [];
      for (let nth = 0; nth < ROUNDS; nth += 1) all.push(await round(`${meeting} ${nth}`, meeting));
      rounds.set(meeting, all);
    }
    on = await startInstances(db, log);
  }, 120_000);
  afterAll(async () => {
    await on?.stop();
    await db?.close();
  });
  jest.setTimeout(120_000);

  const round = async (name: string, meeting: Meeting): Promise<Round> => {
    const pair = await told.pair(`Ada ${name}`, `Ben ${name}`);
    const stage = meeting === "accepting" ? CommissionStage.NEGOTIATING : CommissionStage.ANALYSIS;
    const review = await told.commissioned(pair, told.board, stage);
    const [stays, leaves] = [await told.trainee(`Ada ${name}`), await told.trainee(`Ben ${name}`)];
    const [comes, other] = [await told.trainee(`Cat ${name}`), await told.trainee(`Dan ${name}`)];
    for (const trainee of [comes, other]) await told.attendCourse(trainee);
    return { pair, review, stays, leaves, comes, other };
  };

  /** What became of it: done, or why not. */
  const act = async (at: Served, by: string, mutation: string, input: Record<string, unknown>): Promise<string> => {
    const { data, errors } = await ask(at, by, mutation, input);
    if (errors) return errors[0].extensions.code;
    const [error] = data[mutation].errors;
    return error ? (error.rule?.rule ?? error.code) : "done";
  };
  const replace = ({ pair, leaves }: Round, { personId }: { personId: string }, at = on.here) =>
    act(at, told.lead.id, "replacePartner", {
      ...{ pairId: pair.id, leavingPersonId: leaves.personId, joiningPersonId: personId },
      ...{ reason: "Is unwell.", expectedVersion: 1 },
    });

  /** What must hold at any moment: a review that goes on has two who conduct it, and nobody works in two pairs. */
  const holds = async () => {
    expect(
      await db.rows(
        `SELECT c.id FROM commission c JOIN pair p ON p.id = c.pairId WHERE p.dissolvedOn IS NOT NULL
         OR (SELECT COUNT(*) FROM pair_member m WHERE m.pairId = p.id) <> 2`,
      ),
    ).toEqual([]);
    expect(
      await db.rows(
        `SELECT t.id FROM trainee t LEFT JOIN pair p ON p.id = t.pairId AND p.dissolvedOn IS NULL
         LEFT JOIN pair_member m ON m.pairId = p.id AND m.traineeId = t.id WHERE t.pairId IS NOT NULL AND m.id IS NULL`,
      ),
    ).toEqual([]);
    expect(
      await db.rows(
        `SELECT m.personId FROM pair_member m JOIN pair p ON p.id = m.pairId AND p.dissolvedOn IS NULL
         GROUP BY m.personId HAVING COUNT(*) > 1`,
      ),
    ).toEqual([]);
  };
  const meet = async (meeting: Meeting, other: (round: Round, nth: number) => Promise<string>): Promise<string[]> => {
    const all = await Promise.all(
      (rounds.get(meeting) as Round[]).map(async (one, nth) =>
        (await Promise.all([replace(one, one.comes), other(one, nth)])).join(", "),
      ),
    );
    await holds();
    return all;
  };
  const versionAfter = (nth: number) => 1 + (nth % 2);

  test("R22: a partner is replaced while they move the review: first the one, then the other", async () => {
    const outcomes = await meet("moving", ({ review, leaves }, nth) =>
      act(on.there, leaves.personId, "advanceCommission", {
        ...{ commissionId: review.id, to: "FINDINGS", expectedVersion: versionAfter(nth) },
      }),
    );
    for (const outcome of outcomes) {
      expect(["done, done", "done, FORBIDDEN", "done, CONFLICT", "done, NOT_FOUND"]).toContain(outcome);
    }
  });

  test("R21, R22: their rate is accepted while they are in the pair, and not once they have left", async () => {
    const offers = new Map<string, string>();
    for (const { review, leaves } of rounds.get("accepting") as Round[]) {
      const id = newId("rat");
      offers.set(review.id, id);
      await db.source.manager.insert(RateOffer, {
        ...{ id, commissionId: review.id, boardId: told.board.id, personId: leaves.personId, currency: "GBP" },
        ...{ offeredBy: RateSide.MEMBER, amountMinor: 50_000, offeredAt: new Date(), acceptedAt: null, version: 1 },
      });
    }
    const outcomes = await meet("accepting", ({ review }) =>
      act(on.there, told.seat.id, "acceptRate", { rateOfferId: offers.get(review.id), expectedVersion: 1 }),
    );
    for (const outcome of outcomes) expect(["done, done", "done, INVALID_INPUT"]).toContain(outcome);
    for (const [nth, { review }] of (rounds.get("accepting") as Round[]).entries()) {
      const kinds = await db.rows(
        "SELECT kind FROM entry WHERE commissionId = ? AND kind IN ('RateAccepted', 'CommissionReassigned') ORDER BY position",
        [review.id],
      );
      const before = outcomes[nth] === "done, done" ? [{ kind: "RateAccepted" }] : [];
      expect(kinds).toEqual([...before, { kind: "CommissionReassigned" }]);
    }
  });

  test("R22, R34: what they give is about both of the pair, and comes before they leave or not at all", async () => {
    const outcomes = await meet("giving", ({ review, leaves, stays }) =>
      act(on.there, leaves.personId, "submitEvidence", {
        ...{ commissionId: review.id, source: "DOCUMENT", traineeIds: [stays.id, leaves.id] },
        ...{ title: "A note", text: "What was seen.", areaIds: ["C1"] },
      }),
    );
    for (const outcome of outcomes) {
      expect(["done, done", "done, FORBIDDEN", "done, NOT_FOUND", "done, INVALID_INPUT"]).toContain(outcome);
    }
    for (const [nth, { pair, review }] of (rounds.get("giving") as Round[]).entries()) {
      const [given] = await db.rows(
        "SELECT position FROM entry WHERE kind = 'EvidenceSubmitted' AND subjectId IN (SELECT id FROM evidence WHERE commissionId = ?)",
        [review.id],
      );
      expect(given !== undefined).toBe(outcomes[nth] === "done, done");
      const [left] = await db.rows("SELECT position FROM entry WHERE kind = 'PairDissolved' AND subjectId = ?", [
        pair.id,
      ]);
      if (given) expect(Number(given.position)).toBeLessThan(Number(left?.position));
    }
  });

  test("R22: they are withdrawn once they have left, and no sooner", async () => {
    const outcomes = await meet("leaving", ({ leaves }, nth) =>
      act(on.there, told.lead.id, "withdrawTrainee", {
        ...{ traineeId: leaves.id, reason: "Is unwell.", expectedVersion: versionAfter(nth) + 1 },
      }),
    );
    for (const outcome of outcomes) expect(["done, done", "done, PLACE_END", "done, CONFLICT"]).toContain(outcome);
  });

  test("R22: who is paired with another at that moment comes to one of the two pairs", async () => {
    const outcomes = await meet("pairing", ({ comes, other }) =>
      act(on.there, told.lead.id, "formPair", { personIds: [comes.personId, other.personId] }),
    );
    for (const outcome of outcomes) expect(["done, E6", "E6, done"]).toContain(outcome);
  });

  test("R22: of two who take the same place one comes, and the other is told that the pair has changed", async () => {
    const outcomes = await meet("replacing", (one) => replace(one, one.other, on.there));
    for (const outcome of outcomes) expect(["done, CONFLICT", "CONFLICT, done"]).toContain(outcome);
  });
});
