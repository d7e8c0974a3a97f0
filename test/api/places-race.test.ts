import { ask, done } from "../support/change";
import { story } from "../support/story";
import { startTandem } from "../support/tandem";

test("R9: of a cohort made smaller and a person enrolled at the same moment, one is refused: places are never fewer than taken", async () => {
  const tandem = await startTandem();
  const { lead } = await story(tandem);
  const invited = { name: "Kim", email: "kim@example.org" };
  const { person } = await done(tandem, lead.id, "invitePerson", invited, "person { id }");
  for (let round = 0; round < 8; round += 1) {
    await tandem.db.source.query("DELETE FROM charge WHERE traineeId IS NOT NULL");
    await tandem.db.source.query("DELETE FROM trainee WHERE personId = ?", [person.id]);
    await tandem.db.source.query("UPDATE cohort SET capacity = 16, version = 1");
    const smaller = { cohortId: "LT-2017", capacity: 2, reason: "A smaller room.", expectedVersion: 1 };
    const answers = await Promise.all([
      ask(tandem, lead.id, "changeCohort", smaller),
      ask(tandem, lead.id, "enrolTrainee", { personId: person.id, cohortId: "LT-2017" }),
    ]);
    const refusals = answers.flatMap(({ data }) => (data.changeCohort ?? data.enrolTrainee).errors);
    const [row] = await tandem.db.rows(
      "SELECT capacity, (SELECT COUNT(*) FROM trainee WHERE cohortId = cohort.id) AS taken FROM cohort",
    );
    expect(refusals).toHaveLength(1);
    expect(Number(row?.taken)).toBeLessThanOrEqual(Number(row?.capacity));
  }
  await tandem.close();
});
