import type { Database } from "../database/database";
import { Log } from "../log/log";
import { PlaygroundTab } from "../playground/playground";
import { afterTabs } from "./tabs.after";
import { besideTabs } from "./tabs.beside";

/** A place before the newest evidence, so that a feed has something to show at once. */
const beforeLastEvidence = async (db: Database, log: Log): Promise<string> => {
  const newest = await db.rows(
    "SELECT position FROM entry WHERE kind = 'EvidenceSubmitted' ORDER BY position DESC LIMIT 3",
  );
  return log.cursorOf(Math.max(0, Number(newest.at(-1)?.position ?? 1) - 1));
};

/** An item that a trainee of the demo could submit now. */
const evidenceOf = async (email: string, db: Database) => {
  const [row] = await db.rows(
    `SELECT t.reference AS trainee, c.reference AS commission FROM person p JOIN trainee t ON t.personId = p.id
     JOIN commission c ON c.pairId = t.pairId WHERE p.emailKey = ? ORDER BY c.proposedAt LIMIT 1`,
    [email],
  );
  return {
    commissionId: row?.commission ?? "",
    traineeIds: [row?.trainee ?? ""],
    source: "TRAINEE",
    title: "Learning journal, second half",
    text: "What I would do otherwise in the next review.",
    areaIds: ["C1", "C6"],
  };
};

/** The id of a person of the demo. */
const personWith = async (email: string, db: Database): Promise<string> => {
  const [row] = await db.rows("SELECT id FROM person WHERE emailKey = ?", [email]);
  return (row?.id ?? "") as string;
};

/** What the playground opens with. Each answers on the first click. */
export const tabsOf = async (db: Database, log: Log): Promise<readonly PlaygroundTab[]> => [
  {
    title: "Programme",
    query: `# Anyone may ask this, without a token.
query Programmes {
  programmes {
    nodes {
      name
      endorsements { by number since until }
      unpaidDays
      items { section ordinal text days }
      questions { number text }
      standards { number courseDays groupDays networkMeetings areas { code name } }
      cohorts(first: 5) {
        nodes { reference open applyBy fee { formatted } vat { formatted } feeWithVat { formatted } courseDays { date venue } }
      }
    }
  }
}`,
  },
  {
    title: "My application",
    persona: "Effie Langstone",
    query: `# What is still missing before the application can be sent? Nobody else sees a draft.
query MyApplication {
  viewer {
    tasks { kind text }
    applications {
      reference
      state
      cohort { reference applyBy open }
      completeness { met next because { text } }
      answers { question text reviewKind issue effect }
      confirmBy
    }
  }
}`,
  },
  {
    title: "Selection",
    persona: "Programme Lead B",
    query: `# Who applied, how they were scored and what waits: never seen by an applicant.
query Selection {
  viewer { tasks { kind text } }
  cohorts(first: 3) {
    nodes {
      reference
      applyBy
      capacity
      placesTaken
      placesLeft
      applications(first: 12) {
        nodes { reference state person { name } scored { met next } totalScore scores { criterion { text } scorer { name } score } }
      }
    }
  }
}`,
  },
  {
    title: "Import",
    persona: "Programme Lead A",
    variables: JSON.stringify(
      { csv: "name,email,role\nRobin Example,robin@example.org,SUPERVISOR\nNo Address,,ASSESSOR" },
      null,
      2,
    ),
    query: `# Looks a file of people through and changes nothing: every fault by its row. importPeople takes all rows or none.
query CheckPeople($csv: String!) {
  checkImport(of: PEOPLE, csv: $csv) { rowCount faults { row column message } makes { kind count } }
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
      informationRequests(first: 5) { nodes { askedBy request dueOn state response } }
      timeline(first: 10) { nodes { at kind facts } }
    }
  }
}`,
  },
  ...besideTabs(new Date()),
  ...afterTabs(new Date(), await personWith("mo@example.org", db)),
  {
    title: "Watch evidence",
    persona: "Anselm Roe",
    variables: JSON.stringify({ after: await beforeLastEvidence(db, log) }, null, 2),
    query: `# First what came after the cursor, then live: submit evidence as Asha in another window and see it arrive.
subscription WatchEvidence($after: Cursor) {
  evidenceSubmitted(after: $after) {
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
    variables: JSON.stringify({ input: await evidenceOf("asha@example.org", db) }, null, 2),
    query: `# Each time it is played another item arrives, at once in "Watch evidence". Asked by anybody else it is refused.
mutation SubmitEvidence($input: SubmitEvidenceInput!) {
  submitEvidence(input: $input) {
    evidence { id title source submittedAt areas { code } }
    errors { code message path }
    cursor
  }
}`,
  },
  {
    title: "Assess",
    persona: "Anselm Roe",
    query: `# Dilys has every area judged: decideAssessment would accredit her. The evidence is what stood when the round was opened.
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
      evidence(first: 12) { nodes { title source state selfRating areas { code } } }
      arrivedSince { submittedAt evidence { title } }
    }
  }
}`,
  },
];
