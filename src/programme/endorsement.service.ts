import { UseCase } from "../mutation/answer";
import { absent, invalid, Refused } from "../mutation/refused";
import { londonDay } from "../time";
import { Endorsement } from "./endorsement.entity";
import { EndEndorsementInput, RecordEndorsementInput } from "./endorsement.inputs";
import { addEndorsement } from "./endorsements";
import { Programme } from "./programme.entity";

/** R47, R48: somebody endorses the programme, by their own number for it. */
export const record: UseCase<RecordEndorsementInput> = async (tx, input) => {
  const programme = await tx.find(Programme, input.programmeId, "programmeId");
  await tx.once();
  tx.expect(programme, input.expectedVersion);
  await tx.change(Programme, programme, {});
  await addEndorsement(tx, programme, input);
  return programme.id;
};

/** R47: an endorsement ends; it stays on record. */
export const end: UseCase<EndEndorsementInput> = async (tx, input) => {
  const programme = await tx.find(Programme, input.programmeId, "programmeId");
  const endorsement = await tx.find(Endorsement, input.endorsementId, "endorsementId");
  if (endorsement.programmeId !== programme.id) throw absent("endorsementId");
  await tx.once();
  tx.expect(programme, input.expectedVersion);
  const until = input.until ?? londonDay(tx.ctx.now);
  const { by, number, since } = endorsement;
  const faults = [
    ...(endorsement.until === null ? [] : [invalid(["endorsementId"], "endorsementId has ended already.")]),
    ...(since !== null && until < since
      ? [invalid(["until"], `until must not be before ${since}, when it began.`)]
      : []),
  ];
  if (faults.length > 0) throw new Refused(faults);
  await tx.manager.update(Endorsement, { id: endorsement.id }, { until });
  await tx.change(Programme, programme, {});
  tx.append("EndorsementEnded", programme, {}, { by, number, until }, input.reason);
  return programme.id;
};
