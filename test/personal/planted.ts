import { Seat } from "../../src/board/board.entity";
import { RateOffer } from "../../src/commission/rate-offer.entity";
import { RateSide } from "../../src/commission/rate-side";
import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { Log } from "../../src/log/log";
import { Idempotency } from "../../src/mutation/idempotency.entity";
import { Person } from "../../src/person/person.entity";
import { theWorld, World } from "../scope/world";
import { tell } from "../support/story";
import { applied } from "./planted.application";
import { drafted } from "./planted.evidence";

/** Who is told a planted value, by the names of the story. Everybody else is not. */
type Told = readonly ("Ada" | "Ben")[];

const ONLY_ADA: Told = ["Ada"];
const THE_PAIR: Told = ["Ada", "Ben"];
const ONLY_BEN: Told = ["Ben"];
const NOBODY: Told = [];

/** The columns that hold words about Ada, or by which she is known: typed by hand, table by table. */
const PLANTS: readonly [column: string, told: Told, where: (world: World) => [sql: string, id: string]][] = [
  ["person.name", ONLY_ADA, ({ told }) => ["id = ?", told.ada.personId]],
  ["person.sortName", ONLY_ADA, ({ told }) => ["id = ?", told.ada.personId]],
  ["person.emailKey", ONLY_ADA, ({ told }) => ["id = ?", told.ada.personId]],
  ["person.email", ONLY_ADA, ({ told }) => ["id = ?", told.ada.personId]],
  ["person.phone", ONLY_ADA, ({ told }) => ["id = ?", told.ada.personId]],
  ["person.issuer", ONLY_ADA, ({ told }) => ["id = ?", told.ada.personId]],
  ["person.subject", ONLY_ADA, ({ told }) => ["id = ?", told.ada.personId]],
  ["trainee.sortName", ONLY_ADA, ({ told }) => ["id = ?", told.ada.id]],
  ["evidence.title", ONLY_ADA, ({ ofAda }) => ["id = ?", ofAda.evidence]],
  ["evidence.text", ONLY_ADA, ({ ofAda }) => ["id = ?", ofAda.evidence]],
  ["evidence.title", THE_PAIR, ({ ofAda }) => ["id = ?", ofAda.sharedEvidence]],
  ["evidence.text", THE_PAIR, ({ ofAda }) => ["id = ?", ofAda.sharedEvidence]],
  ["assessment.summary", ONLY_ADA, ({ ofAda }) => ["id = ?", ofAda.released]],
  ["assessment.summary", NOBODY, ({ ofAda }) => ["id = ?", ofAda.unreleased]],
  ["judgement.strengths", ONLY_ADA, ({ ofAda }) => ["assessmentId = ?", ofAda.released]],
  ["judgement.areasToWorkOn", ONLY_ADA, ({ ofAda }) => ["assessmentId = ?", ofAda.released]],
  ["judgement.strengths", NOBODY, ({ ofAda }) => ["assessmentId = ?", ofAda.unreleased]],
  ["judgement.areasToWorkOn", NOBODY, ({ ofAda }) => ["assessmentId = ?", ofAda.unreleased]],
  ["supervision_session.notes", ONLY_ADA, ({ ofAda }) => ["id = ?", ofAda.session]],
  ["supervision_session.notes", NOBODY, ({ ofAda }) => ["id = ?", ofAda.silentSession]],
  ["commission.qualityNotes", THE_PAIR, ({ ofAda }) => ["id = ?", ofAda.commission]],
];

export interface Plant {
  /** Where it is, such as `person.name`, or the kind of entry. */
  readonly at: string;
  readonly value: string;
  readonly told: Told;
}

export interface Planted extends World {
  readonly plants: readonly Plant[];
  /** An amount offered for Ada alone. */
  readonly rate: number;
}

/** The world of two pairs in which everything that is personal of Ada has a value that is nowhere else. */
export const planted = async (db: Database, log: Log): Promise<Planted> => {
  const world = await theWorld(db, log);
  const plants: Plant[] = [];
  const plant = (at: string, told: Told): string => {
    const value = `planted-${plants.length}-end`;
    plants.push({ at, value, told });
    return value;
  };
  for (const [at, told, where] of PLANTS) {
    const [table, column] = at.split(".");
    const [sql, id] = where(world);
    await db.source.query(`UPDATE \`${table}\` SET \`${column}\` = ? WHERE ${sql}`, [plant(at, told), id]);
  }
  const rate = await entriesOfAda(db, log, world, plant);
  return { ...world, plants, rate };
};

const RATE = 54_321;

const entriesOfAda = async (
  db: Database,
  log: Log,
  { told, ofAda }: World,
  plant: (at: string, told: Told) => string,
): Promise<number> => {
  const { ada, board, lead } = told;
  await tell({ db, log }, ada.personId, (tx) =>
    applied(
      tx,
      told,
      ada.personId,
      (at) => plant(at, ONLY_ADA),
      (at) => plant(at, NOBODY),
    ),
  );
  const { personId, id: traineeId } = ada;
  const person = await db.source.manager.findOneByOrFail(Person, { id: personId });
  const commission = { id: ofAda.commission };
  const about = { commissionId: ofAda.commission, boardId: board.id };
  await tell({ db, log }, lead.id, async (tx) => {
    tx.append("PersonInvited", person, { personId }, { name: plant("PersonInvited", ONLY_ADA) });
    tx.append("PersonDisabled", person, { personId }, {}, plant("PersonDisabled", ONLY_ADA));
    const title = plant("EvidenceSubmitted", ONLY_ADA);
    tx.append("EvidenceSubmitted", { id: ofAda.evidence }, { traineeId }, { title });
    // Of an item about both there is one entry each, with the same words.
    const shared = plant("EvidenceSubmitted", THE_PAIR);
    for (const each of [traineeId, told.ben.id]) {
      tx.append("EvidenceSubmitted", { id: ofAda.sharedEvidence }, { traineeId: each }, { title: shared });
    }
    await drafted(tx, personId, told.ben.id, ofAda.commission, (at) => plant(at, ONLY_ADA));
    await drafted(tx, told.ben.personId, traineeId, ofAda.commission, (at) => plant(at, ONLY_BEN));
    const back = plant("EvidenceReturned", ONLY_ADA);
    tx.append("EvidenceReturned", { id: ofAda.evidence }, { traineeId }, {}, back);
    const word = { id: ofAda.evidence };
    tx.append("EvidenceReturnedToWriter", word, { personId: told.ben.personId }, {}, plant("ToWriter", ONLY_BEN));
    tx.append(
      "JudgementRecorded",
      { id: ofAda.unreleased },
      { traineeId },
      { rating: plant("JudgementRecorded", NOBODY) },
    );
    tx.append("PublicationDecided", commission, about, { from: null }, plant("PublicationDecided", THE_PAIR));
    tx.append("QualityNoted", commission, about, { qualityNotes: plant("QualityNoted", THE_PAIR) }, null);
    const offer = await tx.add(RateOffer, {
      ...{ id: newId("rat"), commissionId: ofAda.commission, boardId: board.id, personId, offeredBy: RateSide.BOARD },
      ...{ amountMinor: RATE, currency: "GBP", offeredAt: tx.ctx.now, acceptedAt: null, version: 1 },
    });
    tx.append("RateOffered", offer, about, { personId, amountMinor: RATE, offeredBy: plant("RateOffered", ONLY_ADA) });
    // A seat of before: whose matters these are she no longer sees, though the seat itself is hers.
    await tx.add(Seat, { id: newId("sea"), boardId: board.id, personId, since: "2010-01-01", endedOn: "2011-01-01" });
    tx.append(
      "SeatEnded",
      board,
      { boardId: board.id },
      { personId, endedOn: plant("SeatEnded", NOBODY) },
      "Term over.",
    );
    await tx.add(Idempotency, {
      ...{ id: newId("key"), personId, mutation: "submitEvidence", key: plant("idempotency.key", ONLY_ADA) },
      ...{ digest: plant("idempotency.digest", NOBODY), at: tx.ctx.now, thingId: null, entryId: null },
    });
    await tx.add(Idempotency, {
      ...{ id: newId("key"), personId: lead.id, mutation: "invitePerson", key: "a-key-of-the-lead" },
      ...{ digest: plant("idempotency.digest", NOBODY), at: tx.ctx.now, thingId: personId, entryId: null },
    });
  });
  return RATE;
};
