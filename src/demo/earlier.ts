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
  readonly lapsedOn: string | null;
}

/** Accreditations from before the records: no mutation gives one without an assessment, so the demo writes them. */
export const accreditEarlier = async (stage: Stage, known: Known, day: DayOf): Promise<void> => {
  const earlier: readonly Earlier[] = [
    { name: "Greg Oakhanger", reference: "LT-7K3Q-9XMB", reviewDueOn: day(30), lapsedOn: null },
    { name: "Mo Tregarth", reference: "LT-4WHD-T2PN", reviewDueOn: day(200), lapsedOn: null },
    { name: "Fay Lindqvist", reference: "LT-C8RV-5JYE", reviewDueOn: "2019-11-30", lapsedOn: "2020-01-31" },
  ];
  const accreditedOn = "2017-11-30";
  for (const { name, reference, reviewDueOn, lapsedOn } of earlier) {
    const ctx = await contextOn(stage, idOf(known, "Programme Lead A"), accreditedOn);
    await transact(ctx, null, async (tx) => {
      const trainee = await tx.find(Trainee, idOf(known, `${name} 2017`));
      await tx.change(Trainee, trainee, { standing: TraineeStanding.ACCREDITED });
      const accreditation = await tx.add(Accreditation, {
        id: newId("acc"),
        reference,
        personId: trainee.personId,
        programmeId: idOf(known, "programme"),
        traineeId: trainee.id,
        accreditedOn,
        reviewDueOn,
        lapsedOn,
        withdrawnOn: null,
        version: 1,
      });
      const about = { traineeId: trainee.id, personId: trainee.personId };
      tx.append("AccreditationReleased", accreditation, about, { reference, accreditedOn });
      return accreditation.id;
    });
  }
};
