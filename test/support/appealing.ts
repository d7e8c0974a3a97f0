import { Person } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { assessing } from "./assessing";
import { done } from "./change";
import { Story } from "./story";
import { Served } from "./tandem";

export const APPEAL = `appeal { id version state grounds appealedAt assignedAt reasons decidedAt
  assessor { id } trainee { id } assessment { id round outcome setAsideAt } }`;

interface Seen {
  readonly id: string;
  readonly version: number;
}

/** Ada appeals against a decision on her, and what becomes of that, through the API. */
export const appealing = (tandem: Served, told: Story) => {
  const act = assessing(tandem, told);
  /** A round of Ada's that is released, with this outcome. */
  const released = async (outcome = "NOT_ACCREDITED") =>
    act.release(
      await act.decide(
        await act.judgeAreas(await act.open(), 6, outcome === "ACCREDIT" ? "MET" : "DEVELOPING"),
        outcome,
      ),
    );
  const against = ({ id: assessmentId }: Pick<Seen, "id">) => ({
    assessmentId,
    grounds: "What the review team said was not heard.",
  });
  const appeal = async (assessment: Pick<Seen, "id">) =>
    (await done(tandem, told.ada.personId, "appealDecision", against(assessment), APPEAL)).appeal;
  /** Somebody new who is assigned to Ada as an assessor. */
  const another = async (name = "Olga"): Promise<Person> => {
    const person = await told.person(name, Role.ASSESSOR);
    await told.assign(told.ada, person, Role.ASSESSOR);
    return person;
  };
  const given = ({ id: appealId, version: expectedVersion }: Seen, { id: assessorId }: Pick<Person, "id">) => ({
    ...{ appealId, expectedVersion, assessorId },
  });
  const give = async (seen: Seen, to: Pick<Person, "id">) =>
    (await done(tandem, told.lead.id, "assignAppeal", given(seen, to), APPEAL)).appeal;
  const decision = ({ id: appealId, version: expectedVersion }: Seen, outcome = "UPHELD") => ({
    ...{ appealId, expectedVersion, outcome, reasons: "Two of the areas rest on one conversation." },
  });
  const decide = async (by: Pick<Person, "id">, seen: Seen, outcome = "UPHELD") =>
    (await done(tandem, by.id, "decideAppeal", decision(seen, outcome), APPEAL)).appeal;
  return { ...act, released, against, appeal, another, given, give, decision, decideAppeal: decide };
};
