import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { londonDay } from "../time";
import { Programme } from "./programme.entity";
import { ProgrammeItem } from "./programme-item.entity";
import { PublishedItemInput, PublishItemsInput } from "./programme-item.inputs";
import { faultsOfCriteria, faultsOfList, retired } from "./programme-item.rules";

/** The items that a list names, by id. */
const namedBy = async (tx: Transaction, items: readonly PublishedItemInput[]): Promise<Map<string, ProgrammeItem>> => {
  const named = new Map<string, ProgrammeItem>();
  for (const [index, { itemId }] of items.entries()) {
    if (itemId) named.set(itemId, await tx.find(ProgrammeItem, itemId, "items", String(index), "itemId"));
  }
  return named;
};

/** How many applications of a programme's cohorts are submitted and not decided. */
const undecided = async (tx: Transaction, { id }: Programme): Promise<number> => {
  const [row] = await tx.rows(
    `SELECT COUNT(*) AS count FROM application a JOIN cohort c ON c.id = a.cohortId
     WHERE c.programmeId = ? AND a.state = 'SUBMITTED'`,
    [id],
  );
  return Number(row?.count);
};

/** An item, as the history tells of it. */
const told = ({ id, ordinal, text, days, retiredOn }: ProgrammeItem) => ({ id, ordinal, text, days, retiredOn });

const inOrder = (items: readonly ProgrammeItem[]): ProgrammeItem[] => [...items].sort((a, b) => a.ordinal - b.ordinal);

/** R7, R8, R11, R17, R18, R30, R65, R66: the office publishes one of the programme's lists anew, as a whole. */
export const publish: UseCase<PublishItemsInput> = async (tx, { programmeId, section, items, expectedVersion }) => {
  const programme = await tx.find(Programme, programmeId, "programmeId");
  const named = await namedBy(tx, items);
  await tx.once();
  tx.expect(programme, expectedVersion);
  const list = { programmeId: programme.id, section };
  const before = await tx.manager.findBy(ProgrammeItem, list);
  const faults = [
    ...faultsOfList(list, items, named),
    ...faultsOfCriteria(section, before, items, await undecided(tx, programme)),
  ];
  if (faults.length > 0) throw new Refused(faults);

  const out = retired(before, items);
  const concerned = before.filter((item) => item.retiredOn === null || named.has(item.id));
  const from = inOrder(concerned).map(told);
  const to: ProgrammeItem[] = [];
  for (const [index, { itemId, text, days }] of items.entries()) {
    const values = { ordinal: index + 1, text, days: days ?? null, retiredOn: null };
    const item = concerned.find(({ id }) => id === itemId);
    if (!item) to.push(await tx.add(ProgrammeItem, { id: newId("itm"), ...list, ...values }));
    else {
      await tx.manager.update(ProgrammeItem, { id: item.id }, values);
      to.push(Object.assign(item, values));
    }
  }
  const retiredOn = londonDay(tx.ctx.now);
  for (const item of out) {
    await tx.manager.update(ProgrammeItem, { id: item.id }, { retiredOn });
    to.push(Object.assign(item, { retiredOn }));
  }
  const facts = { section, from, to: to.map(told) };
  if (JSON.stringify(facts.from) === JSON.stringify(facts.to)) {
    throw new Refused([invalid([], "Nothing of it is other than what is published.")]);
  }
  await tx.change(Programme, programme, {});
  tx.append("ItemsPublished", programme, {}, facts);
  return programme.id;
};
