import { daysOf } from "../accreditation/accredit";
import { Accreditation } from "../accreditation/accreditation.entity";
import { accredited, anniversaryAfter } from "../accreditation/accreditation.rules";
import { newId } from "../id";
import { transact } from "../mutation/transact";
import { Trainee } from "../trainee/trainee.entity";
import { TraineeStanding } from "../trainee/trainee-standing";
import { DayOf } from "./days";
import { contextOn, idOf, Known, Stage, Told } from "./stage";

/** Somebody who was accredited before the present cohort. */
export interface Earlier {
  readonly name: string;
  readonly reference: string;
  readonly accreditedOn: string;
}

/** The day from which on the meetings of the network come round each year. */
export const YEARLY_FROM = "2018-10-11";

/** An anniversary of a day, in the first year in which the meetings come round. */
const firstOf = (day: string): string => anniversaryAfter(`2016${day.slice(4)}`, YEARLY_FROM);

/** Greg's review is due in 30 days and Mo's in 200; Fay's accreditation lapsed years ago. */
export const earlierPeople = (day: DayOf): readonly Earlier[] => [
  { name: "Fay Lindqvist", reference: "LT-C8RV-5JYE", accreditedOn: "2017-10-31" },
  { name: "Greg Oakhanger", reference: "LT-7K3Q-9XMB", accreditedOn: firstOf(day(30)) },
  { name: "Mo Tregarth", reference: "LT-4WHD-T2PN", accreditedOn: firstOf(day(200)) },
];

/** Accreditations from before the records: no mutation gives one without an assessment, so the demo writes them. */
export const accreditEarlier = (stage: Stage, known: Known, day: DayOf): Told[] =>
  earlierPeople(day).map(({ name, reference, accreditedOn }) => ({
    day: accreditedOn,
    tells: async () => {
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
          ...accredited(accreditedOn),
          conditionsUntil: null,
          withdrawnOn: null,
          restoredOn: null,
          version: 1,
        });
        known.set(`accreditation of ${name}`, accreditation.id);
        const about = { traineeId: trainee.id, personId: trainee.personId };
        const facts = { reference, standing, ...daysOf(accreditation) };
        tx.append("AccreditationReleased", accreditation, about, facts);
        return accreditation.id;
      });
    },
  }));
