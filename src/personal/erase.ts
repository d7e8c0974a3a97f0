import { IsNull } from "typeorm";
import { Application } from "../application/application.entity";
import { mayWithdraw } from "../application/application.rules";
import { holdsPlace } from "../application/place.rules";
import { takeBack } from "../application/take-back";
import { offerNext } from "../application/waiting-list";
import { Row, Value } from "../database/database";
import { Enquiry } from "../enquiry/enquiry.entity";
import { Entry } from "../log/entry.entity";
import { Transaction } from "../mutation/transact";
import { forget } from "../person/forgotten";
import { Person } from "../person/person.entity";
import { Cohort } from "../programme/cohort.entity";
import { marks } from "../scope/condition";
import { RowName } from "../scope/table";
import { giveUpBookings } from "../supervision/waiting-list";
import { assignmentsOf, endAssignments } from "../trainee/assignments";
import { Trainee } from "../trainee/trainee.entity";
import { TraineeStanding } from "../trainee/trainee-standing";
import { entriesAbout } from "./entries";
import { allHoldings, columnsOf, Holding, of } from "./holds";

/** The rows of "who may see what" that are a writer's alone. */
const DRAFTS: ReadonlySet<unknown> = new Set<RowName>(["applicationDraft", "evidenceDraft"]);

/** So many ids fit into the facts of one entry. */
const IDS_AN_ENTRY = 1_500;

/**
 * Empties what is personal of somebody, as the entities declare it, and says so. What the programme keeps for others
 * stays and points at somebody without a name, who can no longer sign in.
 */
export const erase = async (tx: Transaction, personId: string, reason: string): Promise<void> => {
  const entries = await entriesToErase(tx, personId);
  await forget(tx, await tx.manager.findOneByOrFail(Person, { id: personId }));
  for (const [target, holding] of allHoldings()) {
    // The Log's are named one by one: an entry that loses its facts unnamed would look altered.
    if (target !== Entry) await eraseRows(tx, target, holding, personId);
  }
  await leave(tx, personId, reason);
  const person = await tx.manager.findOneByOrFail(Person, { id: personId });
  const { now } = tx.ctx;
  await tx.change(Person, person, {
    disabledAt: person.disabledAt ?? now,
    erasureRequestedAt: null,
    erasedAt: now,
  });
  for (const entryIds of some(entries.others)) {
    await eraseEntries(tx, entryIds);
    tx.append("PersonErased", person, { personId }, { entryIds }, reason);
  }
  // Apart from the rest: whoever reads of the erasure is not to learn that there were drafts, or how many.
  for (const entryIds of entries.drafts.length > 0 ? some(entries.drafts) : []) {
    await eraseEntries(tx, entryIds);
    tx.append("DraftsErased", person, { personId }, { entryIds }, reason);
  }
};

/** Ids in as many parts as fit into an entry each: one at least. */
const some = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.max(1, Math.ceil(ids.length / IDS_AN_ENTRY)) }, (_, part) =>
    ids.slice(part * IDS_AN_ENTRY, (part + 1) * IDS_AN_ENTRY),
  );

const entriesToErase = async (tx: Transaction, personId: string): Promise<{ drafts: string[]; others: string[] }> => {
  const { sql, values } = await entriesAbout(tx.rows, personId);
  const found = await tx.rows(
    `SELECT t.id, t.sees FROM entry t WHERE ${sql} AND t.salt IS NOT NULL ORDER BY t.position`,
    values,
  );
  const isDraft = ({ sees }: Row): boolean => DRAFTS.has(sees);
  const ids = (rows: readonly Row[]): string[] => rows.map(({ id }) => id as string);
  return { drafts: ids(found.filter(isDraft)), others: ids(found.filter((row) => !isDraft(row))) };
};

/** Takes salt, facts and reason from entries: whoever does it names them in an entry of its own. */
export const eraseEntries = async (tx: Transaction, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await tx.manager.query(`UPDATE entry SET salt = NULL, reason = NULL, facts = NULL WHERE id IN (${marks(ids)})`, [
    ...ids,
  ]);
};

const eraseRows = async (
  tx: Transaction,
  target: Parameters<typeof columnsOf>[0],
  { about, words = {}, removed }: Holding,
  personId: string,
): Promise<void> => {
  const table = tx.manager.connection.getMetadata(target as never).tableName;
  if (removed) {
    const gone = of(removed, personId);
    // No alias: MySQL would want the table named twice.
    await tx.manager.query(`DELETE FROM \`${table}\` WHERE ${gone.sql.replaceAll("t.", "")}`, [...gone.values]);
  }
  const replaced = Object.entries(words).map(([column, by]): [string, Value] => [
    column,
    typeof by === "function" ? by(personId) : by,
  ]);
  if (replaced.length === 0 || typeof about !== "string") return;
  const theirs = of(about, personId);
  const versioned = columnsOf(target).some(({ name }) => name === "version");
  const sets = [
    ...replaced.map(([column]) => `\`${column}\` = ?`),
    ...(versioned ? ["`version` = `version` + 1"] : []),
  ];
  // A row without words stays as it is, its version too.
  const there = replaced.filter(([, by]) => by !== null);
  const left = replaced.map(([column, by]) => (by === null ? `t.\`${column}\` IS NOT NULL` : `t.\`${column}\` <> ?`));
  await tx.manager.query(
    `UPDATE \`${table}\` AS t SET ${sets.join(", ")} WHERE ${theirs.sql} AND (${left.join(" OR ")})`,
    [...replaced.map(([, by]) => by), ...theirs.values, ...there.map(([, by]) => by)],
  );
};

/**
 * Who is erased has left: their place on a cohort goes to the next, nobody is assigned to them any more, they apply no
 * more, and nobody need call them.
 */
const leave = async (tx: Transaction, personId: string, reason: string): Promise<void> => {
  const enrolled = await tx.manager.findBy(Trainee, { personId, standing: TraineeStanding.ENROLLED });
  for (const trainee of enrolled) {
    const assignments = await assignmentsOf(tx, trainee);
    const cohort = await tx.find(Cohort, trainee.cohortId);
    const standing = { from: trainee.standing, to: TraineeStanding.WITHDRAWN };
    await tx.change(Trainee, trainee, { standing: standing.to });
    await endAssignments(tx, trainee, assignments, reason);
    const facts = { reference: trainee.reference, cohort: cohort.reference, standing };
    tx.append("TraineeWithdrawn", trainee, { traineeId: trainee.id }, facts, reason);
    await giveUpBookings(tx, trainee);
    await offerNext(tx, cohort);
  }
  const applications = await tx.manager.findBy(Application, { personId });
  for (const application of applications) {
    if (!mayWithdraw(application.state)) continue;
    const held = holdsPlace(application);
    await takeBack(tx, application);
    if (held) await offerNext(tx, await tx.find(Cohort, application.cohortId));
  }
  const enquiries = await tx.manager.findBy(Enquiry, { personId, closedAt: IsNull() });
  for (const enquiry of enquiries) await tx.change(Enquiry, enquiry, { closedAt: tx.ctx.now });
};
