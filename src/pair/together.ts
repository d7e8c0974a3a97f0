import { newId } from "../id";
import { Transaction } from "../mutation/transact";
import { nextReference } from "../programme/reference";
import { Trainee } from "../trainee/trainee.entity";
import { Pair, PairMember } from "./pair.entity";

/** One of the two of a pair that is about to be. */
export interface Together {
  readonly personId: string;
  readonly traineeId: string | null;
  /** The day they came in another's place, where they did. */
  readonly joinedOn?: string | null;
}

/** Two people become a pair, and their trainees learn of it: of which pair it takes the place, where it does. */
export const together = async (
  tx: Transaction,
  members: readonly Together[],
  formedOn: string,
  former: Pair | null = null,
): Promise<Pair> => {
  const pair = await tx.add(Pair, {
    id: newId("pai"),
    reference: await nextReference(tx, Pair, `P-${formedOn.slice(0, 4)}-`, 2),
    formedOn,
    dissolvedOn: null,
    version: 1,
  });
  for (const [index, { personId, traineeId, joinedOn = null }] of members.entries()) {
    await tx.add(PairMember, { id: newId("mem"), pairId: pair.id, ordinal: index + 1, personId, traineeId, joinedOn });
    if (!traineeId) continue;
    const trainee = await tx.manager.findOneByOrFail(Trainee, { id: traineeId });
    await tx.change(Trainee, trainee, { pairId: pair.id });
  }
  const personIds = members.map(({ personId }) => personId);
  const said = { reference: pair.reference, personIds, ...(former && { pairId: { from: former.id, to: pair.id } }) };
  // Not about a reviewer as a person: those who know them from another pair are not told of this one.
  const traineeIds = members.flatMap(({ traineeId }) => traineeId ?? []);
  for (const traineeId of traineeIds) tx.append("PairFormed", pair, { pairId: pair.id, traineeId }, said);
  // Two who are accredited: it is told of the pair alone.
  if (traineeIds.length === 0) tx.append("PairFormed", pair, { pairId: pair.id }, said);
  return pair;
};
