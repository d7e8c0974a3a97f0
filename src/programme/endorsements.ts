import { newId } from "../id";
import { Transaction } from "../mutation/transact";
import { londonDay } from "../time";
import { Endorsement } from "./endorsement.entity";
import { EndorsementInput } from "./endorsement.inputs";
import { Programme } from "./programme.entity";

/** R47, R48: adds an endorsement to a programme. */
export const addEndorsement = async (
  tx: Transaction,
  programme: Programme,
  { by, number, since }: EndorsementInput,
): Promise<void> => {
  const values = { by, number: number ?? null, since: since ?? londonDay(tx.ctx.now) };
  await tx.add(Endorsement, { id: newId("end"), programmeId: programme.id, ...values, until: null });
  tx.append("EndorsementRecorded", programme, {}, values);
};
