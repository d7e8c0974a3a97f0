import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { newId } from "../../src/id";
import { Pair, PairMember } from "../../src/pair/pair.entity";
import { Person } from "../../src/person/person.entity";
import { accreditedOne } from "./partner";
import { Story } from "./story";
import { daysAgo } from "./story.beginning";
import type { Tandem } from "./tandem";

interface Told {
  readonly db: Tandem["db"];
  readonly told: Story;
}

/** Two accredited people, Greg and Mo, and a later review that they conduct for Northmoor. */
export const concernedReviewer = async ({ db, told }: Told, stage = CommissionStage.ANALYSIS) => {
  const reviewer = await accreditedOne({ db }, told, "Greg");
  const partner = await accreditedOne({ db }, told, "Mo");
  const pair = await pairOf({ db }, reviewer, partner);
  const commission = await told.commissioned(pair, told.board, stage);
  await db.source.manager.update(Commission, { id: commission.id }, { practice: false });
  const [accreditation] = await db.rows("SELECT id FROM accreditation WHERE personId = ?", [reviewer.id]);
  return { reviewer, partner, pair, commission, accreditationId: accreditation?.id as string };
};

/** A pair of two who are accredited. */
export const pairOf = async ({ db }: Pick<Told, "db">, ...people: readonly [Person, Person]): Promise<Pair> => {
  const { manager } = db.source;
  const formed = { reference: `P-${newId("p").slice(-8)}`, formedOn: daysAgo(350), dissolvedOn: null, version: 1 };
  const pair = { id: newId("pai"), ...formed };
  await manager.insert(Pair, pair);
  for (const [index, { id: personId }] of people.entries()) {
    const member = { pairId: pair.id, ordinal: index + 1, personId, traineeId: null };
    await manager.insert(PairMember, { id: newId("mem"), ...member });
  }
  return pair as Pair;
};

/** A concern about Greg's work on that review, raised through the API. */
export const openConcern = async ({
  act,
  ...told
}: Told & { act(by: string, mutation: string, input: Record<string, unknown>): Promise<string> }) => {
  const concerned = await concernedReviewer(told);
  const { accreditationId, commission } = concerned;
  const input = { accreditationId, commissionId: commission.id, concern: "The practitioners were not asked." };
  return { ...concerned, id: await act(told.told.lead.id, "raiseFidelityConcern", input) };
};
