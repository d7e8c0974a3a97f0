import { DirectoryEntry } from "../../../src/directory/directory-entry.entity";
import { newId } from "../../../src/id";
import { People } from "./people";
import { words } from "./reviews";
import { Stage } from "./stage";

const said = (name: string, sectors: readonly string[], nations: readonly string[]) => ({
  ...{ sectors, nations, area: words(`Where ${name} works`), languages: words(`What ${name} speaks`) },
  contact: `${name.toLowerCase()}@reviews.example.org`,
});

/** The accreditation of somebody, by its number. */
const numberOf = async ({ db }: Stage, personId: string): Promise<string> =>
  (await db.rows("SELECT reference FROM accreditation WHERE personId = ?", [personId]))[0]?.reference as string;

/** Somebody puts themself into the directory. */
export const entered = async (
  stage: Stage,
  personId: string,
  name: string,
  sectors = ["CHILDREN"],
  nations = ["WALES"],
) =>
  stage.act(personId, "enterDirectory", {
    ...{ accreditationId: await numberOf(stage, personId), ...said(name, sectors, nations), agrees: true },
  });

/** In their own words anew; then they leave, or are taken out. */
export const saidAnew = (stage: Stage, personId: string, of: { id: string; version: number }, name: string) =>
  stage.act(personId, "changeDirectoryEntry", {
    ...{ directoryEntryId: of.id, expectedVersion: of.version, ...said(name, ["ADULTS", "CHILDREN"], ["ENGLAND"]) },
  });

/**
 * Two are in the directory, a lead is one of them, and one has left it. Of two more the accreditation does not hold, or
 * is not known yet.
 */
export const directory = async (stage: Stage, { Rex, Lorna, Cara, Olga, Ben, Lee }: People): Promise<void> => {
  const { on, act, db } = stage;
  on(16);
  await saidAnew(stage, Rex, await entered(stage, Rex, "Rex"), "Rex, again");
  on(15);
  await entered(stage, Lorna, "Lorna", ["ADULTS"], ["SCOTLAND", "NORTHERN_IRELAND"]);
  const out = async (by: string, mutation: string, more: object = {}) => {
    const { id: directoryEntryId, version: expectedVersion } = await entered(stage, Cara, "Cara");
    await act(by, mutation, { directoryEntryId, expectedVersion, ...more });
  };
  await out(Cara, "leaveDirectory");
  await out(Lee, "removeDirectoryEntry", { reason: words("Why") });
  const agreedAt = new Date("2021-03-04T05:06:07.890Z");
  for (const [personId, name] of [
    [Olga, "Olga"],
    [Ben, "Ben"],
  ] as const) {
    const [accreditation] = await db.rows("SELECT id, reference FROM accreditation WHERE personId = ?", [personId]);
    const { area, languages, contact } = said(name, [], []);
    await db.source.manager.insert(DirectoryEntry, {
      ...{
        id: newId("dir"),
        accreditationId: accreditation?.id as string,
        reference: accreditation?.reference as string,
      },
      ...{
        personId,
        name: `${name} as listed`,
        sortName: `${name} as listed`.toLowerCase(),
        area,
        areaKey: area.toLowerCase(),
      },
      ...{ sectorList: ",ADULTS,", nationList: "", languages, contact, leftAt: null, version: 3 },
      ...{ agreedAt, agreedTo: words("To this") },
    });
  }
  await db.source.query("UPDATE directory_entry SET agreedTo = 'To less.' WHERE personId = ?", [Lorna]);
};
