import { withReviewer } from "../support/story.reviewer";
import { Acts, Input, Stage } from "./stage";

const scheduled = ({ told, act }: Stage, more: Input = {}): Promise<string> =>
  act(told.lead.id, "scheduleGroupSupervision", { date: "2031-03-14", venue: "London", ...more });
const booked = ({ told, act }: Stage, sessionId: string, of: "ada" | "ben"): Promise<string> =>
  act(told.lead.id, "bookGroupSupervision", { sessionId, traineeId: told[of].id });
const giving = async ({ versionOf }: Stage, bookingId: string, more: Input = {}) => ({
  ...{ bookingId, expectedVersion: await versionOf(bookingId) },
  ...more,
});
const changing = async ({ versionOf }: Stage, sessionId: string, more: Input = {}) => ({
  ...{ sessionId, expectedVersion: await versionOf(sessionId) },
  ...more,
});

/** A day with one place, which Ada has; Ben waits. */
const full = async (stage: Stage, more: Input = {}) => {
  const sessionId = await scheduled(stage, { capacity: 1, ...more });
  return { sessionId, place: await booked(stage, sessionId, "ada"), wait: await booked(stage, sessionId, "ben") };
};

/** An individual session of Ada's, with notes that are the supervisor's own. */
const alone = async ({ told, act }: Stage): Promise<string> => {
  const { id: commissionId } = await told.commissioned(told.adaAndBen, told.board);
  const said = { date: "2026-01-05", minutes: 60, chargeMinor: 12_000, notes: "To myself." };
  return act(told.supervisor.id, "logIndividualSupervision", { traineeId: told.ada.id, commissionId, ...said });
};

/** An individual session with a reviewer, with notes that are the supervisor's own. */
const withRex = async ({ db, told, act }: Stage): Promise<string> => {
  const { rex, review } = await withReviewer({ db }, told);
  const said = { date: "2026-01-05", minutes: 60, chargeMinor: 12_000, notes: "To myself." };
  const whom = { reviewerId: rex.personId, supervisorId: told.supervisor.id, commissionId: review.id };
  return act(told.lead.id, "logIndividualSupervision", { ...whom, ...said });
};

/** The calendar of group days, and corrections of what was supervised. */
export const SUPERVISION_ACTS: Acts = {
  changeGroupSupervision: {
    "all of a day that is booked": async (stage) => {
      const { told } = stage;
      const { id } = await told.person("Sue");
      await stage.act(told.lead.id, "grantRole", { personId: id, role: "SUPERVISOR", expectedVersion: 1 });
      const { sessionId } = await full(stage, { facilitatorIds: [told.supervisor.id] });
      const said = { date: "2031-03-15", venue: "York", capacity: 2, facilitatorIds: [id], reason: "A larger room." };
      const supervisorId = told.supervisor.id;
      return { by: told.lead.id, input: await changing(stage, sessionId, { ...said, supervisorId }) };
    },
  },
  cancelGroupSupervision: {
    "which was booked": async (stage) => {
      const { sessionId } = await full(stage);
      return { by: stage.told.lead.id, input: await changing(stage, sessionId, { reason: "The room is flooded." }) };
    },
  },
  bookGroupSupervision: {
    "a place": async (stage) => {
      const { ada } = stage.told;
      return { by: ada.personId, input: { sessionId: await scheduled(stage), traineeId: ada.id } };
    },
    "once more, to wait": async (stage) => {
      const { ada, lead } = stage.told;
      const { sessionId, place } = await full(stage);
      await stage.act(lead.id, "cancelBooking", await giving(stage, place));
      return { by: ada.personId, input: { sessionId, traineeId: ada.id } };
    },
  },
  cancelBooking: {
    "while another waits": async (stage) => {
      const { place } = await full(stage);
      return { by: stage.told.ada.personId, input: await giving(stage, place, { reason: "I am ill." }) };
    },
    "a wait": async (stage) => {
      const { wait } = await full(stage);
      return { by: stage.told.ben.personId, input: await giving(stage, wait) };
    },
  },
  correctIndividualSupervision: {
    "all of it": async (stage) => {
      const said = { date: "2026-01-06", minutes: 90, chargeMinor: 18_000, notes: "To you.", reason: "A slip." };
      return { by: stage.told.supervisor.id, input: await changing(stage, await alone(stage), said) };
    },
    "with a reviewer": async (stage) => {
      const said = { minutes: 90, notes: "To you.", reason: "A slip." };
      return { by: stage.told.supervisor.id, input: await changing(stage, await withRex(stage), said) };
    },
    "its notes": async (stage) => {
      const said = { notes: "To you.", reason: "A slip." };
      return { by: stage.told.lead.id, input: await changing(stage, await alone(stage), said) };
    },
  },
  strikeOutIndividualSupervision: {
    "with a reviewer": async (stage) => ({
      by: stage.told.supervisor.id,
      input: await changing(stage, await withRex(stage), { reason: "They were ill." }),
    }),
    "which never took place": async (stage) => ({
      by: stage.told.supervisor.id,
      input: await changing(stage, await alone(stage), { reason: "They were ill." }),
    }),
  },
  shareSupervisionNotes: {
    "with a reviewer": async (stage) => ({
      by: stage.told.supervisor.id,
      input: await changing(stage, await withRex(stage)),
    }),
    "which were the supervisor's own": async (stage) => ({
      by: stage.told.supervisor.id,
      input: await changing(stage, await alone(stage)),
    }),
  },
};
