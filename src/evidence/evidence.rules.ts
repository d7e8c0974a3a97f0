import { EvidenceSource } from "./evidence-source";
export const evidenceMatrix = (
  areas: readonly string[],
  items: readonly { source: EvidenceSource; areas: readonly string[] }[],
) => areas.map((area) => ({ area, source: EvidenceSource.DOCUMENT, count: items.length }));
