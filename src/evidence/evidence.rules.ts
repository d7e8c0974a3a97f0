import { outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { Scope } from "../scope/scope";
import { Relation } from "../scope/table";
import { EvidenceSource } from "./evidence-source";

export const SOURCES: readonly EvidenceSource[] = [
  EvidenceSource.DOCUMENT,
  EvidenceSource.OTHERS,
  EvidenceSource.TRAINEE,
];

const NAMES: Record<EvidenceSource, string> = {
  [EvidenceSource.DOCUMENT]: "written reports and documents of the review",
  [EvidenceSource.OTHERS]: "input from others involved in the review",
  [EvidenceSource.TRAINEE]: "your own input",
};

const NEXT: Record<EvidenceSource, string> = {
  [EvidenceSource.DOCUMENT]: "Submit a written report or another document of the review.",
  [EvidenceSource.OTHERS]: "Ask your pair partner or supervisor for their input.",
  [EvidenceSource.TRAINEE]: "Submit a reflection of your own.",
};

/** R33 (E12): there is evidence from as many of the three sources as the Standard asks for. */
export const everySource = (
  needed: number,
  items: readonly { readonly id?: string | undefined; readonly title: string; readonly source: EvidenceSource }[],
): RuleOutcome => {
  const first = SOURCES.map((source) => items.find((item) => item.source === source)).filter(
    (item) => item !== undefined,
  );
  const missing = SOURCES.filter((source) => !first.some((item) => item.source === source));
  return outcome(RuleId.E12, {
    needed,
    actual: first.length,
    because: first.map(({ id, title, source }) => ({
      id,
      text: `${NAMES[source]}: ${title}`.replace(/^./, (a) => a.toUpperCase()),
    })),
    next: missing.map((source) => NEXT[source]).join(" "),
  });
};

export interface MatrixCell {
  readonly area: string;
  readonly source: EvidenceSource;
  readonly count: number;
}

/** How many items there are for each area from each source, in the order of the areas. */
export const evidenceMatrix = (
  areas: readonly string[],
  items: readonly { readonly source: EvidenceSource; readonly areas: readonly string[] }[],
): MatrixCell[] =>
  areas.flatMap((area) =>
    SOURCES.map((source) => ({
      area,
      source,
      count: items.filter((item) => item.source === source && item.areas.includes(area)).length,
    })),
  );

/** Who submits an item, seen from those it is about. */
export type Speaker = "SELF" | "PARTNER" | "SUPERVISOR" | "LEAD";

const MAY: Record<EvidenceSource, readonly Speaker[]> = {
  [EvidenceSource.DOCUMENT]: ["SELF", "PARTNER", "LEAD"],
  [EvidenceSource.OTHERS]: ["PARTNER", "SUPERVISOR", "LEAD"],
  [EvidenceSource.TRAINEE]: ["SELF"],
};

/**
 * R34–R36 (E20): either of the pair submits documents; one's own input is one's own; what a partner or supervisor says is
 * input from others. `speakers` holds, for each trainee an item is about, what the submitter is to them.
 */
export const maySubmit = (source: EvidenceSource, speakers: readonly (readonly Speaker[])[]): RuleOutcome => {
  const allowed = speakers.filter((is) => is.some((speaker) => MAY[source].includes(speaker)));
  const next = {
    [EvidenceSource.DOCUMENT]: "Documents are submitted by either member of the pair.",
    [EvidenceSource.OTHERS]:
      "Input from others comes from the pair partner, the supervisor or the programme lead: about oneself it is TRAINEE.",
    [EvidenceSource.TRAINEE]:
      "A trainee's own input is submitted by that trainee, about themself alone: about a partner it is OTHERS.",
  }[source];
  return outcome(RuleId.E20, { needed: Math.max(1, speakers.length), actual: allowed.length, next });
};

/** R36, R40: a self-assessment is a trainee's own input, and of one area: six areas are six items. A draft may have none yet. */
export const ratesThemself = (source: EvidenceSource, areas: number): boolean =>
  source === EvidenceSource.TRAINEE && areas <= 1;

/**
 * Who may return an item about these trainees: the supervisor or assessor of one of them, or a programme lead; nobody
 * their own, or their pair partner's.
 */
export const mayReturn = ({ lead, ids }: Pick<Scope, "lead" | "ids">, traineeIds: readonly string[]): boolean => {
  const among = (relation: Relation) => traineeIds.some((id) => ids[relation]?.traineeId?.includes(id));
  const theirOwn = among("self") || among("partner") || among("reviewer");
  return !theirOwn && (lead || among("supervisor") || among("assessor"));
};
