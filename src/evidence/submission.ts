import { Rating } from "../assessment/rating";
import { Commission } from "../commission/commission.entity";
import { absent, invalid, refuse, refuseUnless, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { Area, areaMeant, areasOf } from "../programme/areas";
import { Trainee } from "../trainee/trainee.entity";
import { Evidence } from "./evidence.entity";
import { maySubmit, ratesThemself, Speaker } from "./evidence.rules";
import { EvidenceSource } from "./evidence-source";
import { EvidenceState } from "./evidence-state";

/** What an item is to be: as it is submitted, or as a draft of it stands. */
export interface Meant {
  readonly commissionId: string;
  readonly source: EvidenceSource;
  readonly traineeIds: readonly string[];
  readonly areaIds: readonly string[];
  readonly selfRating?: Rating | null;
  readonly replacesId?: string | null;
}

/** Those an item has to do with, and what its writer is to each whom it is about. */
export interface Parties {
  readonly commission: Commission;
  readonly trainees: readonly Trainee[];
  readonly replaced: Evidence | null;
  readonly speakers: readonly (readonly Speaker[])[];
}

/** Where in the input a fault of what is meant is told: under its own name, but for a draft's, which is named whole. */
export type At = (...path: string[]) => string[];
export const asNamed: At = (...path) => path;

/** Whom and what an item names, locked; FORBIDDEN to whoever has no part in it. */
export const partiesTo = async (tx: Transaction, meant: Meant, at: At = asNamed): Promise<Parties> => {
  const commission = await tx.find(Commission, meant.commissionId, ...at("commissionId"));
  const trainees: Trainee[] = [];
  for (const [index, id] of meant.traineeIds.entries()) {
    trainees.push(await tx.find(Trainee, id, ...at("traineeIds", String(index))));
  }
  const { replacesId = null } = meant;
  const replaced = replacesId === null ? null : await tx.find(Evidence, replacesId, ...at("replacesId"));
  const speakers = await speakersTo(tx, commission, trainees);
  if (speakers.some((is) => is.length === 0)) throw forbidden();
  return { commission, trainees, replaced, speakers };
};

/** The areas that input on trainees of a review's pair names, and what is wrong with whom and what it names. */
export const areasNamed = async (
  tx: Transaction,
  commission: Commission,
  trainees: readonly Trainee[],
  areaIds: readonly string[],
  at: At = asNamed,
): Promise<{ areas: Area[]; faults: (UserError | false)[] }> => {
  const known: Area[] = [];
  for (const { id } of trainees) known.push(...(await areasOf(tx, id)));
  const meant = areaIds.map((idOrCode) => areaMeant(known, idOrCode));
  const areas = meant.filter((area) => area !== undefined);
  const ids = trainees.map(({ id }) => id);
  const faults = [
    ...trainees.map(
      ({ pairId }, index) =>
        pairId !== commission.pairId &&
        invalid(at("traineeIds", String(index)), "traineeIds must name trainees of the commission's pair."),
    ),
    new Set(ids).size < ids.length && invalid(at("traineeIds"), "traineeIds names a trainee twice."),
    ...meant.flatMap((area, index) => (area ? [] : absent(...at("areaIds", String(index))).errors)),
    new Set(areas).size < areas.length && invalid(at("areaIds"), "areaIds names an area twice."),
  ];
  return { areas, faults };
};

/** The areas an item speaks to, once all that it says of itself fits together (E20): every fault at once. */
export const fitting = async (tx: Transaction, parties: Parties, meant: Meant, at: At = asNamed): Promise<Area[]> => {
  const { commission, trainees, speakers } = parties;
  const { areas, faults } = await areasNamed(tx, commission, trainees, meant.areaIds, at);
  refuse([
    ...faults,
    meant.selfRating != null &&
      !ratesThemself(meant.source, meant.areaIds.length) &&
      invalid(at("selfRating"), "selfRating is a trainee's own input about one area: source TRAINEE, one of areaIds."),
    ...(await notReplaceable(tx, parties, meant, at)),
  ]);
  refuseUnless(maySubmit(meant.source, speakers));
  return areas;
};

/** What is wrong with taking an item's place: it must be the writer's own, returned, and say of itself the same. */
const notReplaceable = async (
  tx: Transaction,
  { commission, trainees, replaced }: Parties,
  { source }: Meant,
  at: At,
): Promise<UserError[]> => {
  if (replaced === null) return [];
  const path = at("replacesId");
  const [taken] = await tx.rows("SELECT id FROM evidence WHERE replacesId = ?", [replaced.id]);
  if (replaced.submittedById !== tx.ctx.personId || replaced.state !== EvidenceState.RETURNED || taken) {
    return [invalid(path, "replacesId must name an item of yours that was returned and is not replaced yet.")];
  }
  const about = await tx.rows("SELECT traineeId FROM evidence_about WHERE evidenceId = ?", [replaced.id]);
  const alike =
    replaced.source === source &&
    replaced.commissionId === commission.id &&
    about.length === trainees.length &&
    about.every(({ traineeId }) => trainees.some(({ id }) => id === traineeId));
  return alike ? [] : [invalid(path, "replacesId is from another source or review, or about somebody else.")];
};

/** What the submitter is to each trainee. To oneself one is nothing else, whatever one's roles. */
const speakersTo = async (
  tx: Transaction,
  { pairId }: Commission,
  trainees: readonly Trainee[],
): Promise<Speaker[][]> => {
  const { personId, scope } = tx.ctx;
  const [member] = await tx.rows("SELECT id FROM pair_member WHERE pairId = ? AND personId = ?", [pairId, personId]);
  const supervised = scope.supervisor
    ? await tx.rows(
        "SELECT traineeId FROM staff_assignment WHERE personId = ? AND `role` = 'SUPERVISOR' AND endedOn IS NULL",
        [personId],
      )
    : [];
  return trainees.map((trainee) => {
    if (trainee.personId === personId) return ["SELF"];
    const is: Speaker[] = [];
    if (member && trainee.pairId === pairId) is.push("PARTNER");
    if (supervised.some(({ traineeId }) => traineeId === trainee.id)) is.push("SUPERVISOR");
    if (scope.lead) is.push("LEAD");
    return is;
  });
};
