import { Accreditation } from "../accreditation/accreditation.entity";
import { holdsOn, lapsedBy } from "../accreditation/accreditation.rules";
import { chosen } from "../graph/several";
import { sortNameOf } from "../graph/sort-name";
import { newId } from "../id";
import { differences } from "../log/differences";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuse } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { Person } from "../person/person.entity";
import { londonDay } from "../time";
import {
  ChangeDirectoryEntryInput,
  DirectoryWordsInput,
  EnterDirectoryInput,
  LeaveDirectoryInput,
  RemoveDirectoryEntryInput,
} from "./directory.inputs";
import { AGREEMENT, faultsOfEntering } from "./directory.rules";
import { DirectoryEntry } from "./directory-entry.entity";

const NOT_YOURS = "Who is in the directory enters it, and says what it says of them, themself.";

/** F19: an accredited reviewer comes into the public directory, of their own will, or comes back. */
export const enter: UseCase<EnterDirectoryInput> = async (tx, { accreditationId, agrees, ...input }) => {
  // Locked: of two at the same moment the second finds the entry of the first.
  const accreditation = await tx.find(Accreditation, accreditationId, "accreditationId");
  const { personId, reference } = accreditation;
  if (personId !== tx.ctx.personId) throw forbidden(NOT_YOURS);
  await tx.once();
  const before = await tx.manager.findOneBy(DirectoryEntry, { accreditationId: accreditation.id });
  const today = londonDay(tx.ctx.now);
  refuse(
    faultsOfEntering({
      agrees,
      entered: before !== null && before.leftAt === null,
      holds: holdsOn(accreditation, today),
      endedOn: accreditation.withdrawnOn ?? lapsedBy(accreditation, today),
    }),
  );

  const { name, sortName } = await tx.manager.findOneByOrFail(Person, { id: personId });
  const agreed = { agreedAt: tx.ctx.now, agreedTo: AGREEMENT };
  const values = { name, sortName, ...columnsOf(input), ...agreed, leftAt: null };
  const ids = { accreditationId: accreditation.id, personId, reference };
  const entry = before ?? (await tx.add(DirectoryEntry, { id: newId("dir"), ...ids, ...values, version: 1 }));
  const { sectorList, nationList, agreedTo, leftAt } = values;
  const changed = differences<Partial<DirectoryEntry>, object>(before ?? {}, { sectorList, nationList, leftAt });
  if (before) await tx.change(DirectoryEntry, before, values);
  tx.append("DirectoryEntered", entry, { personId }, { reference, agreedTo, ...changed });
  return entry.id;
};

/** They say anew what it says of them. The history tells of their choices, and of their words only which are others. */
export const change: UseCase<ChangeDirectoryEntryInput> = async (
  tx,
  { directoryEntryId, expectedVersion, ...input },
) => {
  const entry = await tx.find(DirectoryEntry, directoryEntryId, "directoryEntryId");
  const { personId } = entry;
  if (personId !== tx.ctx.personId) throw forbidden(NOT_YOURS);
  await tx.once();
  tx.expect(entry, expectedVersion);
  const values = columnsOf(input);
  const { sectorList, nationList, ...words } = differences(entry, values);
  const { areaKey: _, ...said } = words;
  const chosenAnew = { ...(sectorList && { sectorList }), ...(nationList && { nationList }) };
  if (Object.keys({ ...chosenAnew, ...words }).length === 0) {
    throw new Refused([invalid([], "Nothing of it is other than what is shown.")]);
  }
  await tx.change(DirectoryEntry, entry, values);
  tx.append("DirectoryEntryChanged", entry, { personId }, { ...chosenAnew, words: Object.keys(said).sort() });
  return entry.id;
};

/** They leave, and their words go at once. */
export const leave: UseCase<LeaveDirectoryInput> = async (tx, { directoryEntryId, expectedVersion }) => {
  const entry = await still(tx, directoryEntryId);
  if (entry.personId !== tx.ctx.personId) throw forbidden(NOT_YOURS);
  tx.expect(entry, expectedVersion);
  tx.append("DirectoryLeft", entry, { personId: entry.personId }, await empty(tx, entry));
  return entry.id;
};

/** The programme lead takes somebody out, and says why. */
export const remove: UseCase<RemoveDirectoryEntryInput> = async (tx, { directoryEntryId, reason, expectedVersion }) => {
  const entry = await still(tx, directoryEntryId);
  tx.expect(entry, expectedVersion);
  tx.append("DirectoryEntryRemoved", entry, { personId: entry.personId }, await empty(tx, entry), reason);
  return entry.id;
};

/** An entry, locked. Who asks again to have left is answered as before, though there is nothing any more to find. */
const still = async (tx: Transaction, directoryEntryId: string): Promise<DirectoryEntry> => {
  await tx.once();
  return tx.find(DirectoryEntry, directoryEntryId, "directoryEntryId");
};

const columnsOf = ({ sectors, nations, area, languages, contact }: Omit<DirectoryWordsInput, "idempotencyKey">) => ({
  sectorList: chosen(sectors),
  nationList: chosen(nations),
  area,
  areaKey: sortNameOf(area),
  languages: languages ?? null,
  contact: contact ?? null,
});

const NO_WORDS = { name: "", sortName: "", area: "", areaKey: "", languages: null, contact: null };

/** Takes what somebody said away. That they had agreed, and when they no longer did, stays on record. */
const empty = async (tx: Transaction, entry: DirectoryEntry) => {
  const { sectorList, nationList } = differences(entry, { sectorList: "", nationList: "" });
  await tx.change(DirectoryEntry, entry, { ...NO_WORDS, sectorList: "", nationList: "", leftAt: tx.ctx.now });
  return { reference: entry.reference, ...(sectorList && { sectorList }), ...(nationList && { nationList }) };
};
