import { Application } from "../../src/application/application.entity";
import { ApplicationState } from "../../src/application/application-state";
import { Person } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { beforeTheCourse, published, submittedApplication } from "../support/selecting";
import { daysAgo } from "../support/story.beginning";
import { Act, Acts, Input, Stage } from "./stage";

const { OFFERED, CONFIRMED, WAITING } = ApplicationState;
const OFFER = { state: OFFERED, confirmBy: daysAgo(-3) };

/** Somebody who has applied, as far as they have come. */
const applied = async ({ db, told }: Stage, name: string, more: Partial<Application> = {}): Promise<Application> => {
  const { id: personId } = await told.person(name);
  await beforeTheCourse(db, told.cohort);
  return submittedApplication(db, { cohortId: told.cohort.id, personId, ...more });
};
const waits = (stage: Stage) => applied(stage, "Max Waiting", { state: WAITING, waitingRank: 3 });

/** An application of a programme with two criteria. */
const toScore = async (stage: Stage) => {
  const { db, told } = stage;
  const criteria = [await published(db, told.programme.id, 1), await published(db, told.programme.id, 2)];
  const { id: applicationId } = await applied(stage, "Kim Newcomer");
  const said = (...scores: [number, string?][]): Input => ({
    ...{ applicationId, expectedVersion: 1 },
    scores: scores.map(([score, comment], at) => ({
      criterionId: criteria[at],
      score,
      ...(comment ? { comment } : {}),
    })),
  });
  return { applicationId, said, scored: (by: Person) => stage.act(by.id, "scoreApplication", said([3], [2, "Some."])) };
};

/** The same, scored by two. */
const toDecide = async (stage: Stage) => {
  const { applicationId, scored } = await toScore(stage);
  for (const by of [stage.told.lead, await stage.told.person("Lou Second", Role.PROGRAMME_LEAD)]) await scored(by);
  const decides = async (more: Input) => ({
    by: stage.told.lead.id,
    input: { applicationId, expectedVersion: await stage.versionOf(applicationId), ...more },
  });
  const decided = async (more: Input) =>
    stage.act(stage.told.lead.id, "decideApplication", (await decides(more)).input);
  return { decides, decided };
};
const offer = { decision: "OFFER", confirmBy: daysAgo(-9) };

const byApplicant =
  (values: Partial<Application>, more: Input = {}): Act =>
  async (stage) => {
    const { id: applicationId, personId: by } = await applied(stage, "Kim Newcomer", values);
    return { by, input: { applicationId, expectedVersion: 1, ...more } };
  };

/** Applications are scored and decided; places are confirmed, given back and passed on. */
export const SELECTION_ACTS: Acts = {
  scoreApplication: {
    "for the first time": async (stage) => ({
      by: stage.told.lead.id,
      input: (await toScore(stage)).said([3, "Has led six."], [0]),
    }),
    "one score and a comment anew": async (stage) => {
      const { said, scored } = await toScore(stage);
      await scored(stage.told.lead);
      return { by: stage.told.lead.id, input: { ...said([1], [2]), reason: "I had read another's." } };
    },
    "the same, of what was written anew": async (stage) => {
      const { applicationId, said, scored } = await toScore(stage);
      await scored(stage.told.lead);
      const anew = { submittedAt: new Date(Date.now() + 5) };
      await stage.db.source.manager.update(Application, { id: applicationId }, anew);
      return { by: stage.told.lead.id, input: said([3], [2, "Some."]) };
    },
  },
  decideApplication: {
    "a place is offered": async (stage) => (await toDecide(stage)).decides({ ...offer, reason: "Well told." }),
    "on to the waiting list": async (stage) => (await toDecide(stage)).decides({ decision: "WAITING_LIST" }),
    "who waits is offered a place": async (stage) => {
      const { decides, decided } = await toDecide(stage);
      await decided({ decision: "WAITING_LIST", reason: "Many were strong." });
      return decides(offer);
    },
    "an offer has another day": async (stage) => {
      const { decides, decided } = await toDecide(stage);
      await decided(offer);
      return decides({ ...offer, confirmBy: daysAgo(-12), reason: "The day was a slip." });
    },
    "who was refused is offered a place": async (stage) => {
      const { decides, decided } = await toDecide(stage);
      await decided({ decision: "REFUSE", reason: "Too early." });
      return decides({ ...offer, reason: "It was another's." });
    },
    "no place": async (stage) => (await toDecide(stage)).decides({ decision: "REFUSE", reason: "Too early." }),
  },
  withdrawOffer: {
    "and somebody moves up": async (stage) => {
      const { id: applicationId } = await applied(stage, "Kim Newcomer", OFFER);
      await waits(stage);
      return { by: stage.told.lead.id, input: { applicationId, expectedVersion: 1, reason: "Not heard." } };
    },
  },
  confirmPlace: { "while one is left": byApplicant(OFFER) },
  declinePlace: {
    "one that was offered": byApplicant(OFFER),
    "one that was confirmed, and somebody moves up": async (stage) => {
      await waits(stage);
      const held = { ...OFFER, state: CONFIRMED, confirmedAt: new Date() };
      return byApplicant(held, { reason: "Another offer." })(stage);
    },
  },
};
