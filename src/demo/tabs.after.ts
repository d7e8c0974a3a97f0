import { PlaygroundTab } from "../playground/playground";
import { daysAfter, londonDay } from "../time";

/** The tabs of what comes after a review: who is accredited, whether it holds, and how it stood with the one it is about. */
export const afterTabs = (now: Date, about: string): readonly PlaygroundTab[] => {
  const day = (offset: number) => daysAfter(londonDay(now), offset);
  const noon = (offset: number) => `${day(offset)}T12:00:00.000Z`;
  return [
    {
      title: "Who is accredited near me, for adults?",
      variables: JSON.stringify({ near: "coast", for: "ADULTS" }, null, 2),
      query: `# Anyone may look for a reviewer: only who agreed is
# here, and only while the accreditation holds.
# Try "borders", or CHILDREN.
query WhoIsAccreditedNearMe(
  $near: String!
  $for: Sector!
) {
  directory(
    filter: {
      area: { contains: $near }
      sectors: { include: $for }
    }
  ) {
    totalCount
    nodes {
      name reference area sectors
      nations languages contact
    }
  }
}`,
    },
    {
      title: "Verify an accreditation",
      query: `# Anyone who was given a number may ask whether it
# holds today. The second lapsed years ago; the third
# was never given.
query VerifyAnAccreditation {
  holds: verifyAccreditation(number: "LT-7K3Q-9XMB") {
    ...Standing
  }
  lapsed: verifyAccreditation(number: "LT-C8RV-5JYE") {
    ...Standing
  }
  never: verifyAccreditation(number: "LT-2222-2222") {
    ...Standing
  }
}

fragment Standing on VerifiedAccreditation {
  number
  standing
  accreditedOn
  reviewDueOn
  lapsedOn
  withdrawnOn
}`,
    },
    {
      title: "My yearly review",
      persona: "Greg Oakhanger",
      variables: JSON.stringify({ next: [day(12)], dueOn: day(30) }, null, 2),
      query: `# What the next review looks at, and what it would
# say once the next meeting was attended and the
# review is due.
query MyYearlyReview($next: [Date!], $dueOn: Date) {
  viewer { tasks { kind text } }
  accreditation(id: "LT-7K3Q-9XMB") {
    standing
    yearFrom
    reviewDueOn
    statusReview {
      met
      parts {
        rule title met needed actual next
        because { text }
      }
    }
    onceAttended: statusReview(
      suppose: { attendedOn: $next, on: $dueOn }
    ) {
      met
      parts { rule met actual }
    }
    networkAttendance(last: 4) {
      nodes { attended meeting { date topic } }
    }
    statusReviews {
      dueOn outcome meetingsAttended meetingsNeeded
    }
  }
}`,
    },
    {
      title: "What if?",
      persona: "Asha Bellweather",
      variables: JSON.stringify({ suppose: { groupDays: [day(14)] } }, null, 2),
      query: `# The rules as they are, and as they would be with one
# more day of supervision. Nothing is stored. Try
# "stage" as well.
query WhatIf($suppose: ReadinessSupposition!) {
  viewer {
    trainees {
      reference
      now: readiness {
        actual needed next
        parts { rule title met actual needed }
      }
      then: readiness(suppose: $suppose) {
        actual needed next
        parts { rule title met actual needed }
      }
    }
  }
}`,
    },
    {
      title: "How it stood",
      persona: "Programme Lead A",
      variables: JSON.stringify(
        { before: noon(-170), between: noon(-130), about, from: noon(-200), to: noon(0) },
        null,
        2,
      ),
      query: `# How Mo's accreditation stood on two days, and what
# changed about Mo since, by whom and why: worked out
# from the Log.
query HowItStood(
  $before: DateTime!
  $between: DateTime!
  $about: ID!
  $from: DateTime!
  $to: DateTime!
) {
  accreditation(id: "LT-4WHD-T2PN") {
    standing
    before: asOf(at: $before) { ...Stood }
    between: asOf(at: $between) { ...Stood }
  }
  changes(
    about: $about
    from: $from
    to: $to
    first: 10
  ) {
    nodes {
      at kind actor { name } reason
      changed { name before after }
    }
  }
}

fragment Stood on AccreditationSnapshot {
  standing
  reviewDueOn
  conditionsUntil
}`,
    },
  ];
};
