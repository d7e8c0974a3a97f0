import { accreditedOne } from "../support/partner";
import { Acts, Input, Stage } from "./stage";

const SAID = {
  ...{ sectors: ["ADULTS", "CHILDREN"], nations: ["ENGLAND"], area: "Leeds", languages: "English, Welsh" },
  contact: "rae.reviews@example.org",
};
const entering = (more: Input = {}) => ({ accreditationId: "LT-Rae", ...SAID, agrees: true, ...more });

const accredited = async ({ db, told }: Stage) => (await accreditedOne({ db }, told, "Rae")).id;

/** Somebody who is in the directory. */
const listed = async (stage: Stage) => {
  const by = await accredited(stage);
  const directoryEntryId = await stage.act(by, "enterDirectory", entering());
  const own = async (more: Input = {}) => ({
    by,
    input: { directoryEntryId, expectedVersion: await stage.versionOf(directoryEntryId), ...more },
  });
  return { by, own };
};

/** The public directory. */
export const DIRECTORY_ACTS: Acts = {
  enterDirectory: {
    "for the first time": async (stage) => ({ by: await accredited(stage), input: entering() }),
    "in fewer words": async (stage) => {
      const { languages: _, contact: __, ...less } = entering({ nations: [] });
      return { by: await accredited(stage), input: less };
    },
    "again, after having left": async (stage) => {
      const { by, own } = await listed(stage);
      await stage.act(by, "leaveDirectory", (await own()).input);
      return { by, input: entering({ area: "Hull", sectors: ["ADULTS"] }) };
    },
  },
  changeDirectoryEntry: {
    "all of it": async (stage) =>
      (await listed(stage)).own({
        sectors: ["CHILDREN"],
        nations: ["SCOTLAND"],
        area: "Fife",
        contact: "Write to me.",
      }),
    "the area alone": async (stage) => (await listed(stage)).own({ ...SAID, area: "Hull" }),
  },
  leaveDirectory: { "by themself": async (stage) => (await listed(stage)).own() },
  removeDirectoryEntry: {
    "by a lead": async (stage) => {
      const { input } = await (await listed(stage)).own({ reason: "The address is not theirs." });
      return { by: stage.told.lead.id, input };
    },
  },
};
