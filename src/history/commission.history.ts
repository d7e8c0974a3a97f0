import { isLate, Timed } from "../commission/commission.rules";
import { CommissionStage } from "../commission/commission-stage";
import type { Context } from "../context";
import { EntryKind } from "../log/kinds";
import { londonDay } from "../time";
import { Columns, followed, kindsOf, named, Told, toldBy } from "./columns";
import type { CommissionSnapshot } from "./commission-snapshot.type";
import { AskedAt, entriesUntil } from "./entries";

/** The kinds that tell of a stage, as `from` and `to`. */
const MOVES: readonly EntryKind[] = [
  ...(["CommissionGranted", "CommissionDeclined", "CommissionAdvanced", "CommissionAbandoned"] as const),
  ...(["QualityAssured", "QualityCorrected", "PublicationDecided"] as const),
];
const RESTS = ["CommissionPaused", "CommissionResumed", "CommissionAbandoned"] as const;

const COLUMNS = {
  stage: {
    CommissionProposed: () => CommissionStage.NEGOTIATING,
    ...Object.fromEntries(MOVES.map((kind) => [kind, named("to")])),
  },
  board: toldBy("board", "CommissionProposed"),
  pair: toldBy("pair", "CommissionProposed", "CommissionReassigned"),
  reviewKind: toldBy("reviewKind", "CommissionProposed"),
  format: toldBy("format", "CommissionProposed"),
  sector: toldBy("sector", "CommissionProposed"),
  practice: toldBy("practice", "CommissionProposed"),
  commissionedOn: toldBy("commissionedOn", "CommissionGranted"),
  startedOn: toldBy("startedOn", "CommissionAdvanced"),
  targetOn: toldBy("targetOn", "CommissionProposed", "CommissionGranted", "TargetDayAgreed", "CommissionResumed"),
  pausedOn: toldBy("pausedOn", ...RESTS),
  pausedUntil: toldBy("pausedUntil", ...RESTS),
  qualityPassed: toldBy("qualityPassed", "QualityAssured", "QualityCorrected"),
  qualityRecordedOn: toldBy("qualityRecordedOn", "QualityAssured"),
  boardResponse: toldBy("boardResponse", "CommissionAdvanced", "BoardResponseCorrected"),
  publication: toldBy("publication", "PublicationDecided", "PublicationCorrected"),
  publicationAddress: toldBy("publicationAddress", "PublicationDecided", "PublicationCorrected"),
} satisfies Columns<string>;

const BEGINNING = Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, null])) as Record<
  keyof typeof COLUMNS,
  null
>;

/** How a commission stood after these entries; null before it was proposed. */
export const commissionAfter = (entries: readonly Told[]) =>
  entries.some(({ kind }) => kind === "CommissionProposed") ? followed(COLUMNS, BEGINNING, entries) : null;

/** Answers `Commission.asOf`. All of it falls under the row of the commission itself. */
export const commissionsAsOf = async (
  ctx: Context,
  commissions: readonly { id: string }[],
  asked: AskedAt,
): Promise<(CommissionSnapshot | null)[]> => {
  const ids = commissions.map(({ id }) => id);
  const entries = await entriesUntil(ctx, "commissionId", ids, kindsOf(COLUMNS), asked);
  return ids.map((id) => {
    const stood = commissionAfter(entries.get(id) ?? []);
    if (!stood) return null;
    const late = stood.values.stage === null ? null : isLate(stood.values as unknown as Timed, londonDay(asked.at));
    return { ...asked, ...stood.values, late, erased: stood.erased } as CommissionSnapshot;
  });
};
