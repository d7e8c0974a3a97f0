import { CourseDay } from "../course/course-day.entity";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, refuse } from "../mutation/refused";
import { Cohort } from "./cohort.entity";
import { faultsOfWindow } from "./cohort-window.rules";
import { addEndorsement } from "./endorsements";
import { Fee } from "./fee.entity";
import { addFee, feeOn } from "./fees";
import { Programme } from "./programme.entity";
import { CreateProgrammeInput, OpenCohortInput } from "./programme.inputs";
import { addStandard, faultsOfStandard, newestStandard } from "./standards";

/** R1: sets a programme up with the first version of its Standard. */
export const create: UseCase<CreateProgrammeInput> = async (
  tx,
  { standard, fee, endorsement, idempotencyKey: _, ...input },
) => {
  await tx.once();
  refuse([
    (await tx.manager.existsBy(Programme, { reference: input.reference })) &&
      invalid(["reference"], "reference is another programme's."),
    ...faultsOfStandard(standard),
  ]);
  const programme = await tx.add(Programme, {
    id: newId("prg"),
    ...input,
    version: 1,
  });
  await addStandard(tx, programme.id, 1, standard);
  const { areas: _areas, ...numbers } = standard;
  tx.append(
    "ProgrammeCreated",
    programme,
    {},
    { reference: programme.reference, name: programme.name, standard: numbers },
  );
  await addFee(tx, programme, fee);
  if (endorsement) await addEndorsement(tx, programme, endorsement);
  return programme.id;
};

/**
 * Opens an intake. The newest version of the programme's Standard is pinned to it, and the fee that is in force on its
 * first course day: what becomes of either later is no matter of those who applied for this one.
 */
export const openCohort: UseCase<OpenCohortInput> = async (
  tx,
  { programmeId, courseDays, idempotencyKey: _, ...input },
) => {
  const programme = await tx.find(Programme, programmeId, "programmeId");
  await tx.once();
  const standard = await newestStandard(tx, programme.id);
  const dates = courseDays.map(({ date }) => date);
  const [firstDay] = dates as [string];
  const fee = await feeOn(tx, programme.id, firstDay);
  refuse([
    (await tx.manager.existsBy(Cohort, { reference: input.reference })) &&
      invalid(["reference"], "reference is another cohort's."),
    ...faultsOfWindow({ ...input, begins: firstDay }),
    courseDays.length !== standard.courseDays &&
      invalid(["courseDays"], `courseDays must be ${standard.courseDays}, as the Standard asks for.`),
    dates.some((date, index) => index > 0 && date <= (dates[index - 1] as string)) &&
      invalid(["courseDays"], "courseDays must be different days, in order."),
    fee === null &&
      invalid(
        ["courseDays"],
        `courseDays begin on ${firstDay}, when no fee of the programme is in force: set one first.`,
      ),
  ]);
  const { amountMinor: feeMinor, vatPercent, currency } = fee as Fee;
  const cohort = await tx.add(Cohort, {
    id: newId("coh"),
    programmeId: programme.id,
    standardId: standard.id,
    ...input,
    ...{ feeMinor, vatPercent, currency },
    version: 1,
  });
  for (const [index, day] of courseDays.entries()) {
    await tx.add(CourseDay, { id: newId("day"), cohortId: cohort.id, number: index + 1, ...day, version: 1 });
  }
  const { reference, name, applyBy, capacity } = cohort;
  tx.append(
    "CohortOpened",
    cohort,
    {},
    { reference, name, applyBy, capacity, standard: standard.number, courseDays: dates, feeMinor, vatPercent },
  );
  return cohort.id;
};
