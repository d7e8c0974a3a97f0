import { PlaygroundTab } from "../playground/playground";
import { londonDay } from "../time";

/** The tabs of what goes on beside a review: the calendar, the input of others, the statement. */
export const besideTabs = (now: Date): readonly PlaygroundTab[] => [
  {
    title: "My calendar",
    persona: "Asha Bellweather",
    variables: JSON.stringify({ from: londonDay(now) }, null, 2),
    query: `# The group days to come, and which of them
# Asha booked: a place, or a wait for one.
query MyCalendar($from: Date!) {
  viewer {
    trainees {
      bookings { state bookedAt session { date venue } }
      supervision(first: 10) {
        nodes { date kind minutes notesSharedAt }
      }
    }
  }
  supervisionSessions(
    first: 20
    filter: { kind: { eq: GROUP }, date: { after: $from } }
  ) {
    nodes {
      date venue capacity placesLeft
      supervisor { name } facilitators { name }
    }
  }
}`,
  },
  {
    title: "Who was asked",
    persona: "Sunniva Hale",
    query: `# Whom the pairs named, to be asked for their input,
# and what became of it: a pair sees only whom it named.
query WhoWasAsked {
  viewer { tasks { kind text } }
  commissions {
    nodes {
      reference
      contributors {
        name involvement until state
        about { person { name } }
        areas { code name }
        contribution {
          givenAt howKnown agreed
          parts { area { code } text }
        }
      }
    }
  }
}`,
  },
  {
    title: "What we owe",
    persona: "Una Braid",
    query: `# The board's statement: charges, credit notes, and the balance
# after each. Day rates stand beside it, as agreed with the pair.
query WhatWeOwe {
  commissions {
    nodes {
      reference
      publication
      statement {
        openingBalance { formatted }
        lines {
          raisedAt kind purpose
          amount { formatted } vat { formatted }
          withVat { formatted } balance { formatted }
        }
        totals { kind withVat { formatted } }
        closingBalance { formatted }
        rates { person { name } rate { formatted } payer }
      }
    }
  }
}`,
  },
];
