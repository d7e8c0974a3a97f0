/** What the bench asks. The hand-written handler answers the same JSON, statement for statement, without GraphQL. */
export const NESTED = `query Nested($first: Int!, $after: String) {
  trainees(first: $first, after: $after) {
    nodes {
      id reference standing enrolledOn
      person { id name email }
      cohort { id name }
      pair {
        id reference formedOn
        members { ordinal person { id name } }
        commissions(first: 1) { nodes { id reference stage proposedAt board { id name } } }
      }
      supervision(first: 5) { nodes { id date kind } }
      evidence(first: 5) { nodes { id source title submittedAt areas { code name } } }
      assessments(first: 2) { nodes { round outcome openedAt assessor { id name } } }
    }
  }
}`;

export const ONE = `query One($id: ID!) {
  trainee(id: $id) { id reference standing enrolledOn person { id name email } cohort { id name } }
}`;

export const PAGE = `query Page($first: Int!, $after: String) {
  trainees(first: $first, after: $after) {
    edges { cursor node { id reference standing enrolledOn person { id name } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** How many values an answer holds, however deep. */
export const leavesOf = (value: unknown): number =>
  value !== null && typeof value === "object"
    ? Object.values(value).reduce((sum: number, inner) => sum + leavesOf(inner), 0)
    : 1;
