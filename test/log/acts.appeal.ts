import { Role } from "../../src/person/role";
import { released } from "./acts.assessment";
import { Acts, Stage } from "./stage";

/** Ada has appealed against a decision on her. */
const appealed = async (stage: Stage): Promise<string> => {
  const { by, input } = await released(stage, "NOT_ACCREDITED");
  const assessmentId = await stage.act(by, "releaseAssessment", input);
  return stage.act(stage.told.ada.personId, "appealDecision", { assessmentId, grounds: "It was not heard." });
};

/** Somebody who may decide on it. */
const another = async ({ told }: Stage, name: string): Promise<string> => {
  const person = await told.person(name, Role.ASSESSOR);
  await told.assign(told.ada, person, Role.ASSESSOR);
  return person.id;
};

const given = async (stage: Stage) => {
  const [appealId, olga] = [await appealed(stage), await another(stage, "Olga")];
  await stage.act(stage.told.lead.id, "assignAppeal", { appealId, assessorId: olga, expectedVersion: 1 });
  return { appealId, olga };
};
const decision = (outcome: string) => async (stage: Stage) => {
  const { appealId, olga } = await given(stage);
  return { by: olga, input: { appealId, outcome, reasons: "It was heard, and written down.", expectedVersion: 2 } };
};

/** Appeals. */
export const APPEAL_ACTS: Acts = {
  appealDecision: {
    "by who did not become accredited": async (stage) => {
      const { by, input } = await released(stage, "NOT_ACCREDITED");
      const assessmentId = await stage.act(by, "releaseAssessment", input);
      return { by: stage.told.ada.personId, input: { assessmentId, grounds: "It was not heard." } };
    },
  },
  assignAppeal: {
    "to an assessor": async (stage) => {
      const [appealId, assessorId] = [await appealed(stage), await another(stage, "Olga")];
      return { by: stage.told.lead.id, input: { appealId, assessorId, expectedVersion: 1 } };
    },
    "to another": async (stage) => {
      const { appealId } = await given(stage);
      const assessorId = await another(stage, "Ruth");
      return {
        by: stage.told.lead.id,
        input: { appealId, assessorId, reason: "Olga is ill.", expectedVersion: 2 },
      };
    },
  },
  decideAppeal: { "in the trainee's favour": decision("UPHELD"), "for the decision": decision("DISMISSED") },
  withdrawAppeal: {
    "with a reason": async (stage) => {
      const input = { appealId: await appealed(stage), reason: "I see what was meant.", expectedVersion: 1 };
      return { by: stage.told.ada.personId, input };
    },
    "without one": async (stage) => ({
      by: stage.told.ada.personId,
      input: { appealId: await appealed(stage), expectedVersion: 1 },
    }),
  },
};
