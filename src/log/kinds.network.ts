import { Kind } from "./kind";

/** The network of those who are accredited. */
export const NETWORK = {
  // Facts without their words: whoever leaves the directory takes these along.
  DirectoryEntered: {
    sees: "directoryRecord",
    facts: ["reference", "sectorList", "nationList", "agreedTo", "leftAt"],
    description: "An accredited reviewer came into the public directory, or came back, and agreed to it.",
  },
  DirectoryEntryChanged: {
    sees: "directoryRecord",
    facts: ["sectorList", "nationList", "words"],
    description: "They changed what it says of them: which of their choices and words are others than before.",
  },
  DirectoryLeft: {
    sees: "directoryRecord",
    facts: ["reference", "sectorList", "nationList"],
    description: "They left the public directory; their words were removed.",
  },
  DirectoryEntryRemoved: {
    sees: "directoryRecord",
    reason: "required",
    facts: ["reference", "sectorList", "nationList"],
    description: "They were taken out of the public directory by a programme lead; their words were removed.",
  },
} as const satisfies Record<string, Kind>;
