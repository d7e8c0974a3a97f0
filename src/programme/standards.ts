import { newId } from "../id";
import { invalid, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { StandardInput } from "./programme.inputs";
import { CompetencyArea, Standard } from "./standard.entity";

/** R37: what is wrong with a Standard as it is given. */
export const faultsOfStandard = ({ areas }: StandardInput): UserError[] =>
  new Set(areas.map(({ code }) => code)).size < areas.length
    ? [invalid(["standard", "areas"], "standard.areas has a code twice.")]
    : [];

/** The newest version of a programme's Standard. */
export const newestStandard = (tx: Transaction, programmeId: string): Promise<Standard> =>
  tx.manager.findOneOrFail(Standard, { where: { programmeId }, order: { number: "DESC" } });

/** Adds a version to a programme's Standard. */
export const addStandard = async (
  tx: Transaction,
  programmeId: string,
  number: number,
  { areas, ...numbers }: StandardInput,
): Promise<void> => {
  const standardId = newId("std");
  await tx.add(Standard, { id: standardId, programmeId, number, ...numbers });
  for (const area of areas) await tx.add(CompetencyArea, { id: newId("are"), standardId, ...area });
};
