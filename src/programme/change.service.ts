import { courseBegins } from "../course/begins";
import { differences } from "../log/differences";
import { UseCase } from "../mutation/answer";
import { invalid, Refused } from "../mutation/refused";
import { ChangeCohortInput, ChangeProgrammeInput } from "./change.inputs";
import { Cohort } from "./cohort.entity";
import { faultsOfWindow } from "./cohort-window.rules";
import { placesTaken } from "./places";
import { Programme } from "./programme.entity";

type Given<T> = { [Name in keyof T]?: T[Name] | null | undefined };

/** What of these values is given. */
const given = <T extends object>(values: Given<T>): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value != null)) as Partial<T>;

const refuseUnchanged = (changed: object): void => {
  if (Object.keys(changed).length === 0) throw new Refused([invalid([], "Nothing of it is other than what is saved.")]);
};

/** R55: what a programme is called, what it is, and where to ask. */
export const changeProgramme: UseCase<ChangeProgrammeInput> = async (tx, input) => {
  const programme = await tx.find(Programme, input.programmeId, "programmeId");
  await tx.once();
  tx.expect(programme, input.expectedVersion);
  const { name, summary, contactEmail } = input;
  const values = given<Pick<Programme, "name" | "summary" | "contactEmail">>({ name, summary, contactEmail });
  const changed = differences(programme, values);
  refuseUnchanged(changed);
  await tx.change(Programme, programme, values);
  tx.append("ProgrammeChanged", programme, {}, changed);
  return programme.id;
};

type Changeable = Pick<Cohort, "name" | "opensOn" | "applyBy" | "decisionsExpected" | "capacity">;

/** R3, R9, R54, R63: a cohort's name, window, month of decisions and places, and why they are otherwise now. */
export const changeCohort: UseCase<ChangeCohortInput> = async (tx, input) => {
  // Locked: who takes a place meanwhile waits, and counts against the places there are then.
  const cohort = await tx.find(Cohort, input.cohortId, "cohortId");
  await tx.once();
  tx.expect(cohort, input.expectedVersion);
  const { name, opensOn, applyBy, decisionsExpected, capacity } = input;
  const values = given<Changeable>({ name, opensOn, applyBy, decisionsExpected, capacity });
  const window = {
    opensOn: cohort.opensOn,
    applyBy: cohort.applyBy,
    ...values,
    begins: await courseBegins(tx, cohort),
  };
  const taken = await placesTaken(tx, cohort.id);
  const faults = [
    ...(values.opensOn || values.applyBy ? faultsOfWindow(window) : []),
    ...(values.capacity !== undefined && values.capacity < taken
      ? [invalid(["capacity"], `capacity must be at least ${taken}: so many places are taken.`)]
      : []),
  ];
  if (faults.length > 0) throw new Refused(faults);
  const changed = differences(cohort, values);
  refuseUnchanged(changed);
  await tx.change(Cohort, cohort, values);
  tx.append("CohortChanged", cohort, {}, changed, input.reason);
  return cohort.id;
};
