import { ApplicationState } from "../../src/application/application-state";
import { CommissionStage } from "../../src/commission/commission-stage";
import { newId } from "../../src/id";
import { Role } from "../../src/person/role";
import { ProgrammeItem } from "../../src/programme/programme-item.entity";
import { ProgrammeSection } from "../../src/programme/programme-section";
import { cohortBeginning, hasApplied } from "../support/places";
import { daysAgo } from "../support/story.beginning";
import { Acts, Stage } from "./stage";

/** A trainee who works in no pair and has a supervisor. */
const cara = async ({ told }: Stage) => {
  const trainee = await told.trainee("Cara");
  await told.assign(trainee, told.supervisor, Role.SUPERVISOR);
  return trainee;
};

const gone = async (stage: Stage) => {
  const { id: traineeId } = await cara(stage);
  await stage.act(stage.told.lead.id, "withdrawTrainee", { traineeId, reason: "Ill.", expectedVersion: 1 });
  return traineeId;
};

const laterCohort = ({ told, act }: Stage) => act(told.lead.id, "openCohort", cohortBeginning("LT-2031", 30));

/** A trainee's place on a cohort, and the days of its course. */
export const PLACE_ACTS: Acts = {
  enrolTrainee: {
    "somebody new": async ({ told }) => ({
      by: told.lead.id,
      input: { personId: (await told.person("Kim Newcomer")).id, cohortId: "LT-2017" },
    }),
    "who confirmed a place": async ({ told, db }) => {
      const { id: personId } = await told.person("Kim Newcomer");
      await hasApplied(db, told.cohort.id, personId, ApplicationState.CONFIRMED);
      return { by: told.lead.id, input: { personId, cohortId: told.cohort.id } };
    },
  },
  chargeFee: {
    "who became a trainee before there was a ledger of fees": async ({ told }) => ({
      by: told.lead.id,
      input: { traineeId: told.ada.id },
    }),
  },
  creditCharge: {
    "a part of a trainee's fee": async ({ told, act }) => {
      const chargeId = await act(told.lead.id, "chargeFee", { traineeId: told.ada.id });
      return { by: told.lead.id, input: { chargeId, amountMinor: 50_001, reason: "A bursary." } };
    },
    "all that is left of a board's charge": async ({ told, act }) => {
      const { id: commissionId } = await told.commissioned(told.adaAndBen, told.board, CommissionStage.DRAFT_REPORT);
      const owed = { commissionId, amountMinor: 45_001, purpose: "Quality assurance" };
      const chargeId = await act(told.lead.id, "chargeQualityAssurance", owed);
      await act(told.lead.id, "creditCharge", { chargeId, amountMinor: 1, reason: "A slip." });
      return { by: told.lead.id, input: { chargeId, reason: "It was promised." } };
    },
  },
  deferTrainee: {
    "who confirmed a place on the later cohort": async (stage) => {
      const [trainee, cohortId] = [await cara(stage), await laterCohort(stage)];
      await hasApplied(stage.db, cohortId, trainee.personId, ApplicationState.CONFIRMED);
      const input = { traineeId: trainee.id, cohortId, reason: "Ill in the spring.", expectedVersion: 1 };
      return { by: stage.told.lead.id, input };
    },
  },
  withdrawTrainee: {
    "who has a supervisor": async (stage) => {
      const input = { traineeId: (await cara(stage)).id, reason: "Moves abroad.", expectedVersion: 1 };
      return { by: stage.told.lead.id, input };
    },
  },
  returnTrainee: {
    "to the same cohort": async (stage) => {
      const input = { traineeId: await gone(stage), cohortId: "LT-2017", reason: "Is well.", expectedVersion: 2 };
      return { by: stage.told.lead.id, input };
    },
    "to a later cohort": async (stage) => {
      const [traineeId, cohortId] = [await gone(stage), await laterCohort(stage)];
      return { by: stage.told.lead.id, input: { traineeId, cohortId, reason: "Is well.", expectedVersion: 2 } };
    },
  },
  changeCourseDay: {
    "all of it, and what it had before": async ({ told, db, act }) => {
      const courseDayId = told.courseDays[0]?.id as string;
      const itemIds = [newId("itm"), newId("itm")];
      for (const [index, id] of itemIds.entries()) {
        const item = { id, programmeId: told.programme.id, section: ProgrammeSection.TOOLS, ordinal: index + 1 };
        await db.source.manager.insert(ProgrammeItem, { ...item, text: `Tool ${index}`, days: null, retiredOn: null });
      }
      const by = told.lead.id;
      const first = { itemIds: itemIds.slice(0, 1), facilitatorIds: [told.supervisor.id] };
      await act(by, "changeCourseDay", { courseDayId, ...first, reason: "As planned.", expectedVersion: 1 });
      const input = {
        ...{ courseDayId, date: daysAgo(391), venue: "Leeds", topics: "Tools", itemIds: itemIds.slice(1) },
        ...{ facilitatorIds: [told.lead.id], reason: "The hall burnt down.", expectedVersion: 2 },
      };
      return { by, input };
    },
  },
};
