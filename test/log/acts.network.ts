import { member } from "../support/networking";
import { daysAgo } from "../support/story.beginning";
import { Acts, Stage } from "./stage";

const scheduled = ({ told, act }: Stage, ago = 3): Promise<string> =>
  act(told.lead.id, "scheduleNetworkMeeting", {
    ...{ programmeId: told.programme.id, date: daysAgo(ago), venue: "London", topic: "Findings" },
  });

/** A meeting at which Fay was, and Gus was not. */
const held = async (stage: Stage) => {
  const { told, act } = stage;
  const [fay, gus] = [await member(stage, told, "Fay"), await member(stage, told, "Gus")];
  const meetingId = await scheduled(stage);
  const attendance = [
    { accreditationId: fay.id, attended: true },
    { accreditationId: gus.id, attended: false },
  ];
  await act(told.lead.id, "recordNetworkAttendance", { meetingId, expectedVersion: 1, attendance });
  return { meetingId, fay, gus };
};

/** Meetings of the network, and who was there. */
export const NETWORK_ACTS: Acts = {
  scheduleNetworkMeeting: {
    "by a lead": async ({ told }) => ({
      by: told.lead.id,
      input: { programmeId: "LT", date: daysAgo(-9), venue: "London", topic: "Findings" },
    }),
  },
  changeNetworkMeeting: {
    "all of one that somebody attended": async (stage) => ({
      by: stage.told.lead.id,
      input: {
        ...{ meetingId: (await held(stage)).meetingId, expectedVersion: 2, reason: "It was the week before." },
        ...{ date: daysAgo(10), venue: "York", topic: "Whose day it was" },
      },
    }),
  },
  cancelNetworkMeeting: {
    "which was to come": async (stage) => ({
      by: stage.told.lead.id,
      input: { meetingId: await scheduled(stage, -3), expectedVersion: 1, reason: "The room is flooded." },
    }),
  },
  recordNetworkAttendance: {
    "a new mark and corrections": async (stage) => {
      const { meetingId, fay, gus } = await held(stage);
      const hal = await member(stage, stage.told, "Hal");
      const attendance = [
        { accreditationId: fay.id, attended: false, reason: "It was Gus who came." },
        { accreditationId: gus.id, attended: true, reason: "It was not Fay who came." },
        { accreditationId: hal.reference, attended: true },
      ];
      return { by: stage.told.lead.id, input: { meetingId, expectedVersion: 2, attendance } };
    },
  },
};
