import { UseCase } from "../mutation/answer";
import { invalid, Refused } from "../mutation/refused";
import { Fee } from "./fee.entity";
import { SetFeeInput } from "./fee.inputs";
import { addFee } from "./fees";
import { Programme } from "./programme.entity";

/** R49: what the programme costs from a day on. Cohorts that were opened before keep theirs. */
export const set: UseCase<SetFeeInput> = async (tx, input) => {
  const programme = await tx.find(Programme, input.programmeId, "programmeId");
  await tx.once();
  tx.expect(programme, input.expectedVersion);
  if (await tx.manager.existsBy(Fee, { programmeId: programme.id, appliesFrom: input.appliesFrom })) {
    throw new Refused([invalid(["appliesFrom"], "appliesFrom is the first day of another fee of the programme.")]);
  }
  await tx.change(Programme, programme, {});
  await addFee(tx, programme, input);
  return programme.id;
};
