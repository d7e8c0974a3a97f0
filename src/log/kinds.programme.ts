import { Kind } from "./kind";

/** A programme, what it publishes, and its cohorts. */
export const PROGRAMME = {
  ProgrammeCreated: {
    sees: "programme",
    facts: ["reference", "name", "standard"],
    description: "A programme was set up.",
  },
  ItemsPublished: {
    sees: "programme",
    facts: ["section", "from", "to"],
    description: "A programme's published list was edited: its items before and after, those that were retired too.",
  },
  ProgrammeChanged: {
    sees: "programme",
    facts: ["name", "summary", "contactEmail"],
    description: "What a programme is called or says of itself was changed: each with what it was before.",
  },
  EndorsementRecorded: {
    sees: "programme",
    facts: ["by", "number", "since"],
    description: "Somebody endorses a programme.",
  },
  EndorsementEnded: {
    sees: "programme",
    reason: "required",
    facts: ["by", "number", "until"],
    description: "An endorsement came to its end.",
  },
  StandardPublished: {
    sees: "programme",
    facts: ["number", "standard", "areas"],
    description: "The next version of a programme's Standard was published, for cohorts opened from then on.",
  },
  FeeSet: {
    sees: "programme",
    facts: ["appliesFrom", "amountMinor", "vatPercent", "currency", "before"],
    description: "It was said what a programme costs from a day on, and what it cost before.",
  },
  CohortOpened: {
    sees: "programme",
    facts: ["reference", "name", "applyBy", "capacity", "standard", "courseDays", "feeMinor", "vatPercent"],
    description: "A cohort was set up, its Standard and its fee pinned.",
  },
  CohortChanged: {
    sees: "programme",
    reason: "required",
    facts: ["name", "opensOn", "applyBy", "decisionsExpected", "capacity"],
    description: "A cohort's name, window, month of decisions or places were changed: each with what it was before.",
  },
} as const satisfies Record<string, Kind>;
