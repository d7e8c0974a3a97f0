import { Kind } from "./kind";

/** Supervision: the calendar of group days, who booked and who was there, and sessions one to one. */
export const SUPERVISION = {
  SupervisionScheduled: {
    sees: "groupDay",
    facts: ["date", "venue", "capacity", "supervisorId", "facilitatorIds"],
    description: "A day of group supervision was put in the calendar.",
  },
  GroupSupervisionChanged: {
    sees: "groupDay",
    reason: "required",
    facts: ["date", "venue", "capacity", "supervisorId", "facilitatorIds"],
    description:
      "A day of group supervision was corrected: when or where it is, who runs it, how many it has room for.",
  },
  GroupSupervisionCancelled: {
    sees: "groupDay",
    reason: "required",
    facts: ["date"],
    description: "A day of group supervision does not take place.",
  },
  GroupSupervisionBooked: {
    sees: "attendance",
    facts: ["sessionId", "date", "from", "to"],
    description: "A group day was booked for a trainee: they have a place, or wait for one.",
  },
  BookingMovedUp: {
    sees: "attendance",
    // Whose place it was is not for who has it now.
    actor: "nobody",
    facts: ["sessionId", "date", "from", "to"],
    description: "A trainee who waited for a place on a group day has one.",
  },
  BookedDayMoved: {
    sees: "attendance",
    reason: "required",
    facts: ["sessionId", "from", "to"],
    description: "A group day that a trainee booked, or waits for, is on another day.",
  },
  BookingCancelled: {
    sees: "attendance",
    reason: "if told",
    facts: ["sessionId", "date", "from", "to"],
    description: "A trainee's booking of a group day ended: it was given back, or the day was cancelled.",
  },
  GroupSupervisionAttended: {
    sees: "attendance",
    reason: "to correct",
    facts: ["date", "from", "to"],
    description: "A trainee's attendance of a group day was recorded.",
  },
  IndividualSupervisionLogged: {
    sees: "individualSupervision",
    // A reviewer and whoever supervised them know each other by name from then on.
    changesScope: true,
    facts: ["date", "minutes", "amountMinor", "currency"],
    description: "An individual session with a trainee or an accredited reviewer was logged.",
  },
  IndividualSupervisionCorrected: {
    sees: "individualSupervision",
    reason: "required",
    facts: ["date", "minutes", "chargeMinor"],
    description: "An individual session was corrected: when it was, how long it took, what it costs.",
  },
  IndividualSupervisionStruckOut: {
    sees: "individualSupervision",
    reason: "required",
    facts: ["date", "minutes"],
    description: "An individual session was struck out: it never took place.",
  },
  SupervisionNotesCorrected: {
    sees: "supervisionNotes",
    reason: "required",
    facts: ["notes"],
    description: "The notes of an individual session were corrected.",
  },
  SupervisionNotesShared: {
    sees: "supervisionNotes",
    opened: "shared",
    facts: ["date"],
    description: "The notes of an individual session were shared with whom they are about.",
  },
} as const satisfies Record<string, Kind>;
