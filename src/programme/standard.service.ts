import { UseCase } from "../mutation/answer";
import { Refused } from "../mutation/refused";
import { Programme } from "./programme.entity";
import { PublishStandardInput } from "./standard.inputs";
import { addStandard, faultsOfStandard, newestStandard } from "./standards";

/** Adds the next version of a programme's Standard. Cohorts that are open stay held to the version they opened with. */
export const publish: UseCase<PublishStandardInput> = async (tx, { programmeId, standard, expectedVersion }) => {
  const programme = await tx.find(Programme, programmeId, "programmeId");
  await tx.once();
  tx.expect(programme, expectedVersion);
  const faults = faultsOfStandard(standard);
  if (faults.length > 0) throw new Refused(faults);
  const number = (await newestStandard(tx, programme.id)).number + 1;
  await tx.change(Programme, programme, {});
  await addStandard(tx, programme.id, number, standard);
  const { areas, ...numbers } = standard;
  tx.append("StandardPublished", programme, {}, { number, standard: numbers, areas: areas.map(({ code }) => code) });
  return programme.id;
};
