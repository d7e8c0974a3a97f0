import { done } from "../support/change";
import { Served } from "../support/tandem";

/** Somebody of the demo's directory changes what it says, leaves, comes back, and is taken out. */
export const listed = async (tandem: Served, lead: string): Promise<void> => {
  const [there] = await tandem.db.rows(
    "SELECT id, version, personId, accreditationId FROM directory_entry WHERE leftAt IS NULL ORDER BY id",
  );
  const by = there?.personId as string;
  const said = { sectors: ["ADULTS"], nations: ["ENGLAND"] };
  const entry = { directoryEntryId: there?.id, expectedVersion: Number(there?.version) };
  await done(tandem, by, "changeDirectoryEntry", { ...entry, ...said, area: "Hull" });
  await done(tandem, by, "leaveDirectory", { ...entry, expectedVersion: entry.expectedVersion + 1 });
  const entering = { accreditationId: there?.accreditationId, ...said, area: "Leeds", agrees: true };
  const { directoryEntry } = await done(tandem, by, "enterDirectory", entering, "directoryEntry { id version }");
  const back = { directoryEntryId: directoryEntry.id, expectedVersion: directoryEntry.version };
  await done(tandem, lead, "removeDirectoryEntry", { ...back, reason: "The address is not theirs." });
};
