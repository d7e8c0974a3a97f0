import { daysOf } from "../accreditation/accredit";
import { Accreditation } from "../accreditation/accreditation.entity";
import { newId } from "../id";
import { transact } from "../mutation/transact";
import { Trainee } from "../trainee/trainee.entity";
import { TraineeStanding } from "../trainee/trainee-standing";
import { DayOf } from "./days";
import { contextOn, idOf, Known, Stage } from "./stage";

interface Earlier {
  readonly name: string;
  readonly reference: string;
  readonly reviewDueOn: string;
  /** The first day of the year under review. */
  readonly yearFrom: string;
  readonly lapsesOn: string;
}

/** Accreditations from before the records: no mutation gives one without an assessment, so the demo writes them. */
export const accreditEarlier = async (stage: Stage, known: Known, day: DayOf): Promise<void> => {
  const earlier: readonly Earlier[] = [
    {
      name: "Greg Oakhanger",
      reference: "LT-7K3Q-9XMB",
      reviewDueOn: day(30),
      yearFrom: day(-335),
      lapsesOn: day(120),
    },
    { name: "Mo Tregarth", reference: "LT-4WHD-T2PN", reviewDueOn: day(200), yearFrom: day(-165), lapsesOn: day(290) },
    {
      name: "Fay Lindqvist",
      reference: "LT-C8RV-5JYE",
      reviewDueOn: "2019-11-30",
      yearFrom: "2018-11-30",
      lapsesOn: "2020-02-29",
    },
  ];
  const accreditedOn = "2017-11-30";
  for (const { name, reference, ...year } of earlier) {
    const ctx = await contextOn(stage, idOf(known, "Programme Lead A"), accreditedOn);
    await transact(ctx, null, async (tx) => {
      const trainee = await tx.find(Trainee, idOf(known, `${name} 2017`));
      const standing = { from: trainee.standing, to: TraineeStanding.ACCREDITED };
      await tx.change(Trainee, trainee, { standing: standing.to });
      const accreditation = await tx.add(Accreditation, {
        id: newId("acc"),
        reference,
        personId: trainee.personId,
        programmeId: idOf(known, "programme"),
        traineeId: trainee.id,
        accreditedOn,
        ...year,
        conditionsUntil: null,
        withdrawnOn: null,
        restoredOn: null,
        version: 1,
      });
      const about = { traineeId: trainee.id, personId: trainee.personId };
      const facts = { reference, standing, ...daysOf(accreditation) };
      tx.append("AccreditationReleased", accreditation, about, facts);
      return accreditation.id;
    });
  }
};
