import { done } from "../support/change";
import { Served } from "../support/tandem";

/** Somebody accredited comes into the directory, changes what it says, leaves, and is taken out the next time. */
export const listed = async (tandem: Served, lead: string): Promise<void> => {
  const [held] = await tandem.db.rows(
    "SELECT id, personId FROM accreditation WHERE assessmentId IS NULL AND withdrawnOn IS NULL ORDER BY lapsesOn DESC",
  );
  const by = held?.personId as string;
  const said = { sectors: ["ADULTS"], nations: ["ENGLAND"] };
  const enter = async () => {
    const entering = { accreditationId: held?.id, ...said, area: "Leeds", agrees: true };
    const { directoryEntry } = await done(tandem, by, "enterDirectory", entering, "directoryEntry { id version }");
    return { directoryEntryId: directoryEntry.id, expectedVersion: directoryEntry.version };
  };
  const first = await enter();
  await done(tandem, by, "changeDirectoryEntry", { ...first, ...said, area: "Hull" });
  await done(tandem, by, "leaveDirectory", { ...first, expectedVersion: first.expectedVersion + 1 });
  await done(tandem, lead, "removeDirectoryEntry", { ...(await enter()), reason: "The address is not theirs." });
};
