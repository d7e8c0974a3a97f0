import { Kind } from "./kind";

/** People, their roles and seats, and what the office imports. */
export const PEOPLE = {
  PersonInvited: {
    sees: "name",
    changesScope: true,
    facts: ["name"],
    description: "A person was made known to the programme.",
  },
  PersonLinked: {
    sees: "roles",
    facts: ["email", "from", "to"],
    description:
      "An invited person signed in by an identity provider for the first time, under their verified address.",
  },
  PersonProvisioned: {
    sees: "roles",
    changesScope: true,
    facts: ["name", "email", "issuer", "subject"],
    description: "Somebody nobody had invited signed in by an identity provider. They have no part in the programme.",
  },
  PersonRenamed: {
    sees: "person",
    facts: ["name"],
    description: "A person is called otherwise than before.",
  },
  ContactDetailsChanged: {
    sees: "contact",
    facts: ["email", "phone"],
    description: "A person is written to or called elsewhere than before.",
  },
  PersonDisabled: {
    sees: "roles",
    changesScope: true,
    reason: "required",
    facts: [],
    description: "A person may no longer sign in.",
  },
  PersonEnabled: {
    sees: "roles",
    changesScope: true,
    reason: "required",
    facts: ["disabledAt"],
    description: "A person may sign in again.",
  },
  ErasureRequested: {
    sees: "roles",
    facts: [],
    description: "A person asked that what is held about them be erased.",
  },
  PersonErased: {
    sees: "roles",
    changesScope: true,
    reason: "required",
    facts: ["entryIds"],
    description:
      "A person's data was erased, and that of the entries named: their facts and reasons are gone for good.",
  },
  DraftsErased: {
    sees: "applicationDraft",
    changesScope: true,
    reason: "required",
    facts: ["entryIds"],
    description: "With a person's data that of the entries named was erased, which tell of drafts of theirs.",
  },
  AccessRecordsExpired: {
    sees: "roles",
    facts: ["before", "count"],
    description: "Records of who opened what were removed, as old as the programme keeps them.",
  },
  SignedOutEverywhere: {
    sees: "roles",
    changesScope: true,
    facts: [],
    description: "A person's tokens until now were ended.",
  },
  RoleGranted: { sees: "roles", changesScope: true, facts: ["role"], description: "A person was given a role." },
  RoleRevoked: {
    sees: "roles",
    changesScope: true,
    reason: "required",
    facts: ["role"],
    description: "A role was taken from a person.",
  },
  SeatGranted: {
    sees: "charges",
    changesScope: true,
    facts: ["personId", "since", "endedOn"],
    description: "A person now speaks for a board.",
  },
  SeatEnded: {
    sees: "charges",
    changesScope: true,
    reason: "required",
    facts: ["personId", "endedOn"],
    description: "A person no longer speaks for a board.",
  },
  PeopleImported: {
    sees: "office",
    changesScope: true,
    facts: ["rowCount", "digest"],
    description: "The people of one of the office's files were made known; an entry for each follows.",
  },
  BoardsImported: {
    sees: "office",
    facts: ["rowCount", "digest"],
    description: "The boards of one of the office's files were registered; an entry for each follows.",
  },
  CourseAttendanceImported: {
    sees: "office",
    facts: ["rowCount", "digest", "courseDayId"],
    description:
      "A course day's attendance was recorded from one of the office's files; an entry for each trainee follows.",
  },
} as const satisfies Record<string, Kind>;
