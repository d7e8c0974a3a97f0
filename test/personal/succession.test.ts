import { Commission } from "../../src/commission/commission.entity";
import { entriesAbout } from "../../src/personal/entries";
import { holdingOf, of } from "../../src/personal/holds";
import { done } from "../support/change";
import { commissioning } from "../support/commissioning";
import { accreditedOne } from "../support/partner";
import { story } from "../support/story";
import { startTandem } from "../support/tandem";

test("what tells of somebody in a review stays about them when another has taken their place, and is not about that one", async () => {
  const tandem = await startTandem();
  try {
    const told = await story(tandem);
    const our = commissioning(tandem, told);
    const asked = await our.propose();
    await our.offer(told.ben.personId, asked, told.ben.personId);
    const fay = await accreditedOne(tandem, told, "Fay");
    const who = { pairId: told.adaAndBen.id, leavingPersonId: told.ben.personId, joiningPersonId: fay.id };
    const { pair } = await done(
      ...([tandem, told.lead.id, "replacePartner"] as const),
      { ...who, reason: "Ben is unwell.", expectedVersion: 1 },
      "pair { id }",
    );
    const dan = await told.trainee("Dan");
    const then = { pairId: pair.id, leavingPersonId: fay.id, joiningPersonId: dan.personId };
    await done(tandem, told.lead.id, "replacePartner", { ...then, reason: "Fay is busy.", expectedVersion: 1 });

    const about = async (personId: string) => {
      const { sql, values } = await entriesAbout(tandem.db.rows, personId);
      const kinds = ["RateOffered", "PairDissolved", "ReviewerLeft", "CommissionReassigned"];
      const found = await tandem.db.rows(`SELECT kind FROM entry t WHERE ${sql} ORDER BY position`, values);
      return found.map(({ kind }) => kind as string).filter((kind) => kinds.includes(kind));
    };
    expect(await about(told.ben.personId)).toEqual(["RateOffered", "PairDissolved"]);
    expect(await about(fay.id)).toEqual(["ReviewerLeft"]);
    expect(await about(dan.personId)).toEqual([]);

    const reviewsOf = async (personId: string) => {
      const { sql, values } = of(holdingOf(Commission).about as string, personId);
      return tandem.db.rows(`SELECT t.id FROM commission t WHERE ${sql}`, values);
    };
    for (const personId of [told.ada.personId, told.ben.personId, fay.id, dan.personId]) {
      expect(await reviewsOf(personId)).toEqual([{ id: asked.id }]);
    }
    expect(await reviewsOf(told.seat.id)).toEqual([]);
  } finally {
    await tandem.close();
  }
});
