import type { Database } from "../database/database";
import { DayOf } from "./days";
import { Act, idOf, Known, versionOf } from "./stage";

/** One review as the demo tells it. Days count from the day the demo is loaded. */
export interface Review {
  /** What the commission is called in the story. */
  readonly name: string;
  readonly members: readonly [string, string];
  /** Which of them are trainees: none, in a later review. */
  readonly trainees: readonly string[];
  readonly board: string;
  readonly seat: string;
  readonly kind: string;
  readonly format: string;
  readonly sector: string;
  /** Day rates in pence, in the order of the members. */
  readonly rates: readonly [number, number];
  /** When the pair was formed, and how the rest follows it in days. */
  readonly from: number;
  readonly targetOn: number;
  /** How many of the stages SCOPING to CLOSED it has passed, one every `pace` days. */
  readonly stages: number;
  readonly pace: number;
}

const PAIR_STAGES = ["SCOPING", "DATA_COLLECTION", "ANALYSIS", "FINDINGS", "DRAFT_REPORT"];

/** Writes acts with less ado: names become ids, and the version is the one of that moment. */
export const writer = (known: Known, db: Database, day: DayOf) => {
  const id = (name: string) => idOf(known, name);
  const act = (
    when: number,
    by: string,
    mutation: string,
    input: () => Record<string, unknown>,
    { as, changes }: { as?: string; changes?: string } = {},
  ): Act => ({
    day: day(when),
    by,
    mutation,
    ...(as ? { as } : {}),
    input: async () => ({ ...input(), ...(changes ? { expectedVersion: await versionOf(db, id(changes)) } : {}) }),
  });
  return { id, act };
};

/** The acts of a review: pair, proposal, rates, grant, and the stages it has passed. */
export const reviewStory = (review: Review, known: Known, db: Database, day: DayOf): Act[] => {
  const { id, act } = writer(known, db, day);
  const { name, members, trainees, board, seat, rates, from, stages, pace } = review;
  const [first] = members;
  const lead = "Programme Lead A";
  const pair = `pair of ${first}`;
  const commissionId = () => ({ commissionId: id(name) });
  const changes = { changes: name };

  const negotiated = members.flatMap((member, index): Act[] => {
    const offer = `${name}, rate of ${member}`;
    const amount = { amountMinor: rates[index] };
    return [
      act(
        from + 4,
        seat,
        "offerRate",
        () => ({ ...commissionId(), personId: id(member), amountMinor: (rates[index] as number) - 5_000 }),
        changes,
      ),
      act(from + 6, member, "offerRate", () => ({ ...commissionId(), personId: id(member), ...amount }), {
        as: offer,
        ...changes,
      }),
    ];
  });
  const agreed = members.map((member): Act => {
    const offer = `${name}, rate of ${member}`;
    return act(from + 8, seat, "acceptRate", () => ({ rateOfferId: rateOf(offer) }), { changes: offer });
  });
  const rateOf = (offer: string) => id(offer);

  const begun = from + 16;
  const passed: Act[] = PAIR_STAGES.slice(0, Math.max(0, stages)).map((to, index) =>
    act(
      begun + index * pace,
      members[index % 2] as string,
      "advanceCommission",
      () => ({ ...commissionId(), to }),
      changes,
    ),
  );
  const after = (step: number) => begun + (PAIR_STAGES.length + step) * pace;
  const finishing: Act[] = [
    act(
      after(0),
      lead,
      "recordQualityAssurance",
      () => ({ ...commissionId(), passed: true, notes: "Findings follow from the analysis; the report is clear." }),
      changes,
    ),
    act(
      after(1),
      seat,
      "recordBoardResponse",
      () => ({ ...commissionId(), text: "The board accepts the findings and has agreed what it will do." }),
      changes,
    ),
    act(
      after(2),
      seat,
      "recordPublication",
      () => ({ ...commissionId(), publication: "FULL", reason: "The family agreed." }),
      changes,
    ),
    act(after(3), lead, "closeCommission", commissionId, changes),
  ].slice(0, Math.max(0, stages - PAIR_STAGES.length));

  return [
    act(from, lead, "formPair", () => ({ personIds: members.map(id), practice: trainees.length > 0 }), { as: pair }),
    ...trainees.flatMap((trainee) => [
      act(
        from + 1,
        lead,
        "assignStaff",
        () => ({ traineeId: id(`trainee ${trainee}`), personId: id("Sunniva Hale"), role: "SUPERVISOR" }),
        { changes: `trainee ${trainee}` },
      ),
      act(
        from + 1,
        lead,
        "assignStaff",
        () => ({ traineeId: id(`trainee ${trainee}`), personId: id("Anselm Roe"), role: "ASSESSOR" }),
        { changes: `trainee ${trainee}` },
      ),
    ]),
    act(
      from + 2,
      first,
      "proposeCommission",
      () => ({
        boardId: id(board),
        pairId: id(pair),
        reviewKind: review.kind,
        format: review.format,
        sector: review.sector,
        targetOn: day(review.targetOn),
        practice: trainees.length > 0,
      }),
      { as: name },
    ),
    ...negotiated,
    ...(stages >= 0 ? [...agreed, act(from + 10, seat, "grantCommission", commissionId, changes)] : []),
    ...passed,
    ...finishing,
  ];
};
