type Items = readonly (string | { readonly text: string; readonly days: number })[];

/**
 * What the demo's programme publishes. Where the programme's own announcement lists nothing that can be read any more,
 * the items are illustrative, and say so.
 */
export const PUBLISHED: Readonly<Record<string, Items>> = {
  MODEL: [
    "A systems approach to reviewing how agencies worked together to safeguard somebody.",
    "It serves reviews about children and reviews about adults.",
    "It is in use across the United Kingdom and beyond.",
  ],
  BENEFITS: [
    "Illustrative: membership of the network of accredited reviewers.",
    "Illustrative: supervision and quality assurance for each review.",
    "Illustrative: being found by boards that look for a lead reviewer.",
  ],
  AUDIENCE: [
    "Illustrative: independent reviewers and consultants.",
    "Illustrative: senior staff of boards and their member agencies, for children or for adults.",
  ],
  ELEMENTS: [
    "A taught course of four days.",
    "A practice review in a pair, commissioned by a safeguarding board.",
    "At least four days of group supervision, and individual supervision.",
    "An assessment toward accreditation.",
  ],
  SELECTION_CRITERIA: [
    "Illustrative: experience of safeguarding work between agencies.",
    "Illustrative: analysis, and clear writing.",
    "Illustrative: leading groups, of seniors and of practitioners.",
    "Illustrative: openness to learning and to challenge.",
  ],
  DEMANDS: [
    "Illustrative: conversations about hard events, held with care.",
    "Illustrative: guarding one's analysis against hindsight.",
    "Illustrative: keeping to a plan with many people in it.",
  ],
  UNPAID_TIME: [
    { text: "The course days.", days: 4 },
    { text: "Days of group supervision.", days: 4 },
    { text: "Illustrative: reading, and writing for the assessment.", days: 3 },
  ],
  TOPICS: [
    "Systems thinking, and why it suits safeguarding.",
    "How the review process puts systems thinking to work.",
    "From a narrative to findings.",
  ],
  TOOLS: [
    "Illustrative: one-to-one conversations.",
    "Illustrative: key practice episodes and their contributory factors.",
    "Illustrative: a typology of patterns.",
  ],
};
