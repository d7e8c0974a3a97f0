import { PlaygroundTab } from "../playground/playground";

/** What the playground opens with. Each answers on the first click. */
export const TABS: readonly PlaygroundTab[] = [
  {
    title: "Programme",
    query: `# Anyone may ask this, without a token.
query Programme {
  programmes {
    nodes {
      name
      endorsedBy
      endorsementNumber
      standards { number courseDays groupDays networkMeetings areas { code name } }
      cohorts(first: 5) {
        nodes { reference open applyBy fee { formatted } vat { formatted } feeWithVat { formatted } courseDays { date venue } }
      }
    }
  }
}`,
  },
  {
    title: "Why not ready?",
    persona: "Asha Bellweather",
    query: `# What is still missing before Asha can be assessed?
query Readiness {
  viewer {
    person { name }
    tasks { kind text }
    trainees {
      reference
      readiness {
        met
        next
        parts { rule title phrase met needed actual next because { text } }
      }
      evidenceMatrix { code source count }
    }
  }
}`,
  },
  {
    title: "Trainees",
    persona: "Programme Lead A",
    query: `# One query, any shape: each level is one statement, however many trainees.
query Trainees($first: Int = 20) {
  cursor
  trainees(first: $first, filter: { standing: { eq: ENROLLED } }) {
    totalCount
    nodes {
      reference
      person { name }
      pair { reference members { person { name } trainee { reference } } commissions { nodes { reference stage board { name } } } }
      readiness { met next }
      supervision(first: 5) { nodes { date kind } }
      evidence(first: 5) { totalCount nodes { title source areas { code } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  },
  {
    title: "My commission",
    persona: "Wren Castell",
    query: `# What the board sees: where its review stands and what it owes; never a judgement.
query MyCommission {
  commissions {
    nodes {
      reference
      stage
      late
      targetOn
      pair { members { person { name } } }
      rateOffers { person { name } offeredBy rate { formatted } acceptedAt }
      charges { nodes { purpose amount { formatted } raisedAt } }
      timeline(first: 10) { nodes { at kind facts } }
    }
  }
}`,
  },
  {
    title: "Watch evidence",
    persona: "Anselm Roe",
    query: `# Stays open: submit evidence as Asha in another window and see it arrive.
subscription WatchEvidence {
  evidenceSubmitted {
    cursor
    entry { at kind actor { name } }
    trainee { reference person { name } }
    evidence { title source areas { code } }
  }
}`,
  },
  {
    title: "Submit evidence",
    persona: "Asha Bellweather",
    query: `query MyCommissions {
  viewer {
    trainees { id pair { commissions { nodes { id reference } } } }
  }
}

# Take the ids from MyCommissions, then run this one: it arrives at once in "Watch evidence".
mutation SubmitEvidence($input: SubmitEvidenceInput!) {
  submitEvidence(input: $input) {
    evidence { id title source }
    errors { code message path }
    cursor
  }
}`,
  },
  {
    title: "Assess",
    persona: "Anselm Roe",
    query: `# Dilys has every area judged: decideAssessment would accredit her.
query Assess {
  viewer { tasks { kind text about { id } } }
  assessments {
    nodes {
      id
      version
      round
      outcome
      trainee { reference person { name } readiness { met } }
      judgements { area { code name } rating strengths areasToWorkOn }
    }
  }
}`,
  },
];
