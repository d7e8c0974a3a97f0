import { Accreditation } from "../../../src/accreditation/accreditation.entity";
import { newId } from "../../../src/id";
import { daysAgo } from "../../support/story.beginning";
import { network } from "./network";
import { People } from "./people";
import { SetUp } from "./programmes";
import { reviewedBefore } from "./reviewed";
import { Stage } from "./stage";

/** What no mutation makes yet: accreditations of before, a record of an earlier cohort, a pair that is over. */
export const plant = async (stage: Stage, people: People, made: SetUp): Promise<void> => {
  const { manager } = stage.db.source;
  const { Rex, Lorna, Olga } = people;
  const { programmes } = made;
  const accreditations: Record<string, string> = {};
  const accredited = async (personId: string, reference: string, reviewDue: number, end: number) => {
    const id = newId("acc");
    accreditations[personId] = id;
    await manager.insert(Accreditation, {
      ...{ id, reference, personId, programmeId: programmes.first, traineeId: null, assessmentId: null },
      ...{ accreditedOn: daysAgo(1_500 - end), reviewDueOn: daysAgo(reviewDue), version: 1 },
      ...{ yearFrom: daysAgo(reviewDue + 365), lapsesOn: daysAgo(end), withdrawnOn: daysAgo(end - 1) },
      ...{ conditionsUntil: daysAgo(end + 1), restoredOn: daysAgo(end + 2) },
    });
  };
  await accredited(Rex, "LT-REX1-0001", -50, -900);
  await accredited(Lorna, "LT-LORN-0002", 20, -901);
  await accredited(Olga, "LT-OLGA-0003", 1_000, 800);
  await network(stage, people, made, accreditations);
  await reviewedBefore(stage, people, accreditations);
};

/** What no mutation makes differ yet, so that one thing's value is not taken for another's. */
export const unlike = async ({ db }: Stage, assessmentId: string): Promise<void> => {
  await db.source.query("UPDATE assessment SET assessorSupervised = 1 WHERE id = ?", [assessmentId]);
  for (const table of ["programme", "cohort", "evidence", "pair", "accreditation"]) {
    const [first] = await db.rows(`SELECT id FROM ${table} ORDER BY id`);
    await db.source.query(`UPDATE ${table} SET version = 4 WHERE id = ?`, [first?.id]);
  }
};
