import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { Person } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { sweep } from "../../src/retention/sweep";
import { Trainee } from "../../src/trainee/trainee.entity";
import { assessing } from "../support/assessing";
import { done, refused } from "../support/change";
import { pairOf } from "../support/concern";
import { networking } from "../support/networking";
import { Story } from "../support/story";
import { Tandem } from "../support/tandem";
import { Day, textOf } from "./calendar";
import { Unmet } from "./model";

/** An accreditation as the lead sees it, and its standing as anybody is told it who has the number. */
export interface Seen {
  readonly name: string;
  readonly standing: string;
  readonly verified: string;
  readonly yearFrom: string;
  readonly reviewDueOn: string;
  readonly lapsesOn: string;
  readonly meetings: number;
}

export type Programme = Awaited<ReturnType<typeof programmeOf>>;

const WHY = "As it was agreed.";
const DAYS = "standing yearFrom reviewDueOn lapsesOn meetings: meetingsThisYear";
const UNMET = "errors { ... on RuleNotMet { rule { parts { rule met needed actual } } } }";
const KEPT = { personDays: null, accessDays: null };

/** A network lived in by the API, with people whose assessments may begin. `clock` is the server's. */
export const programmeOf = async (tandem: Tandem, told: Story, names: readonly string[], clock: () => Date) => {
  const lead = told.lead.id;
  const assessment = assessing(tandem, told);
  const network = networking(tandem, told);
  const known = new Map<string, { id: string; number: string }>();
  /** The review that each of them will conduct once accredited; and the concern about it that is open. */
  const [reviews, concerns] = [new Map<string, string>(), new Map<string, string>()];
  for (const name of names) {
    await told.pair(name, `Partner of ${name}`);
    const partner = await told.trainee(`Partner of ${name}`);
    const trainee = await told.trainee(name);
    await told.assign(trainee, told.assessor, Role.ASSESSOR);
    await told.readyForAssessment(trainee);
    reviews.set(name, await laterReview(tandem, told, trainee, partner));
  }

  const of = (name: string) => known.get(name) as { id: string; number: string };
  /** What a change of an accreditation names: which one, and the version that was seen. */
  const seen = async (name: string) => {
    const { id: accreditationId } = of(name);
    const query = "query ($id: ID!) { accreditation(id: $id) { version } }";
    const { data } = await tandem.as(lead).ask(query, { id: accreditationId });
    return { accreditationId, expectedVersion: data.accreditation.version };
  };
  const change = async (mutation: string, name: string, input: Record<string, unknown>): Promise<void> => {
    await done(tandem, lead, mutation, { ...(await seen(name)), ...input });
  };

  return {
    accredit: async (name: string): Promise<void> => {
      const { id } = await told.trainee(name);
      await assessment.release(await assessment.decide(await assessment.judgeAreas(await assessment.open(id))));
      const query = "query ($id: ID!) { trainee(id: $id) { accreditation { id number: reference } } }";
      known.set(name, (await tandem.as(lead).ask(query, { id })).data.trainee.accreditation);
    },
    meet: async (day: Day, there: readonly { name: string; attended: boolean }[]): Promise<void> => {
      await network.held(textOf(day), ...there.map(({ name, attended }) => [of(name), attended] as const));
    },
    renew: (name: string) => change("decideStatusReview", name, { outcome: "RENEWED" }),
    setConditions: (name: string, until: Day) =>
      change("decideStatusReview", name, {
        ...{ outcome: "CONDITIONAL", reason: WHY, conditions: "Attend what was missed." },
        conditionsUntil: textOf(until),
      }),
    letLapse: (name: string) => change("decideStatusReview", name, { outcome: "LAPSED", reason: WHY }),
    conditionsMet: (name: string) => change("confirmConditionsMet", name, { reason: WHY }),
    withdraw: (name: string) => change("withdrawAccreditation", name, { reason: WHY }),
    restore: (name: string) => change("restoreAccreditation", name, { reason: WHY }),
    raiseConcern: async (name: string): Promise<void> => {
      const about = {
        accreditationId: of(name).id,
        commissionId: reviews.get(name),
        concern: "No case group was held.",
      };
      const { fidelityConcern } = await done(tandem, lead, "raiseFidelityConcern", about, "fidelityConcern { id }");
      concerns.set(name, fidelityConcern.id);
    },
    closeConcern: async (name: string): Promise<void> => {
      const said = {
        fidelityConcernId: concerns.get(name),
        expectedVersion: 1,
        outcome: "PUT_RIGHT",
        reason: WHY,
      };
      await done(tandem, lead, "closeFidelityConcern", said);
    },
    /** Why it may not be renewed. */
    refusedToRenew: async (name: string): Promise<Unmet[]> => {
      const input = { ...(await seen(name)), outcome: "RENEWED" };
      const [{ rule }] = await refused(tandem, lead, "decideStatusReview", input, UNMET);
      type Part = Unmet & { readonly met: boolean };
      const unmet = rule.parts.filter(({ met }: Part) => !met);
      return unmet.map(({ rule: id, needed, actual }: Part) => ({ rule: id, needed, actual }));
    },
    /** How many reviews the daily sweep told to be due, and how many accreditations to have lapsed. */
    sweep: async () => {
      const swept = await sweep({ db: tandem.db, log: tandem.log, retention: KEPT }, clock());
      return { StatusReviewDue: swept?.reviewsDue, AccreditationLapsed: swept?.lapsed };
    },
    /** Everybody accredited, in the order they were. */
    look: async (): Promise<Seen[]> => {
      const each = [...known].map(([name, { id, number }]) => ({ name, id, number }));
      const asked = each.map(
        ({ id, number }, n) => `a${n}: accreditation(id: "${id}") { ${DAYS} }
          v${n}: verifyAccreditation(number: "${number}") { standing }`,
      );
      const { data, errors } = await tandem.as(lead).ask(`{ ${asked.join(" ")} }`);
      expect(errors).toBeUndefined();
      return each.map(({ name }, n) => ({ name, ...data[`a${n}`], verified: data[`v${n}`].standing }));
    },
    /** What sweeps have told, from the Log. */
    told: async (): Promise<string[]> => {
      const named = new Map([...known].map(([name, { number }]) => [number, name]));
      const rows = await tandem.db.rows(
        "SELECT kind, facts FROM entry WHERE kind IN ('StatusReviewDue', 'AccreditationLapsed')",
      );
      return rows
        .map(({ kind, facts }) => {
          const { reference, dueOn, lapsedOn } = JSON.parse(facts as string);
          return `${kind} ${named.get(reference)} ${dueOn ?? lapsedOn}`;
        })
        .sort();
    },
  };
};

/** A review that two conduct as reviewers, not to be assessed by it. */
const laterReview = async (tandem: Tandem, told: Story, ...pair: readonly [Trainee, Trainee]): Promise<string> => {
  const [one, other] = pair.map(({ personId: id }) => ({ id }) as Person) as [Person, Person];
  const { id } = await told.commissioned(await pairOf(tandem, one, other), told.board, CommissionStage.ANALYSIS);
  await tandem.db.source.manager.update(Commission, { id }, { practice: false });
  return id;
};
