import { Accreditation } from "../../src/accreditation/accreditation.entity";
import { newId } from "../../src/id";
import { PairMember } from "../../src/pair/pair.entity";
import { Person } from "../../src/person/person.entity";
import { Trainee } from "../../src/trainee/trainee.entity";
import { Story } from "./story";
import { daysAgo } from "./story.beginning";
import { Tandem } from "./tandem";

/** An accredited partner for Ada, in Ben's place. */
export const accreditedPartner = async (tandem: Tandem, told: Story, lapsesOn: string | null): Promise<Person> => {
  const fay = await told.person("Fay");
  const { manager } = tandem.db.source;
  await manager.insert(Accreditation, {
    id: newId("acc"),
    reference: "LT-FAY",
    personId: fay.id,
    programmeId: told.programme.id,
    traineeId: null,
    accreditedOn: daysAgo(900),
    yearFrom: daysAgo(265),
    reviewDueOn: daysAgo(-100),
    lapsesOn: lapsesOn ?? daysAgo(-190),
    withdrawnOn: null,
    version: 1,
  });
  const place = { pairId: told.adaAndBen.id, personId: told.ben.personId };
  await manager.update(PairMember, place, { personId: fay.id, traineeId: null });
  await manager.update(Trainee, { id: told.ben.id }, { pairId: null });
  return fay;
};

/** Somebody accredited, until a day or for good. */
export const accreditedOne = async (
  tandem: Pick<Tandem, "db">,
  told: Story,
  name: string,
  lapsesOn = daysAgo(-190),
): Promise<Person> => {
  const person = await told.person(name);
  await accredited(tandem, told, person.id, name, lapsesOn);
  return person;
};

/** Accredits somebody who is known already. */
export const accredited = async (
  { db }: Pick<Tandem, "db">,
  told: Story,
  personId: string,
  name: string,
  lapsesOn = daysAgo(-190),
): Promise<void> => {
  await db.source.manager.insert(Accreditation, {
    ...{ id: newId("acc"), reference: `LT-${name}`, personId, programmeId: told.programme.id },
    ...{ traineeId: null, assessmentId: null, accreditedOn: daysAgo(900), reviewDueOn: daysAgo(-100) },
    ...{ yearFrom: daysAgo(265), lapsesOn, withdrawnOn: null, version: 1 },
  });
};
