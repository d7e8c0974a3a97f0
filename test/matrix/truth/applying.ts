import { Row } from "./truth";

/** What applicants are asked, typed once more. */
export const QUESTIONS: readonly string[] = [
  "How does becoming an accredited reviewer fit with your plans for your work?",
  "What would you enjoy most about belonging to the network of reviewers?",
  "What would you bring to the community of reviewers?",
  "What do you expect to find hardest about using the model?",
  "Why would you make a good reviewer?",
  "Which learning from a review has shown you a cultural or organisational issue that helps or hinders safeguarding work? Take one serious case review, safeguarding adult review, learning review or domestic homicide review.",
];

/** What an application lacks, counted anew: twelve things make it whole. */
export const completeness = (application: Row, answers: readonly Row[], cv: boolean): object => {
  const sixth = answers.find(({ question }) => Number(question) === 6);
  const lacks: string[] = [];
  if (application.cvReference === null && !cv) lacks.push("your CV, or where it is");
  if (application.statement === null) lacks.push("the supporting statement");
  if (Number(application.commitsTime) === 0) lacks.push("that you commit the unpaid time");
  for (let question = 1; question <= 6; question += 1) {
    const there = answers.some((answer) => Number(answer.question) === question);
    if (!there) lacks.push(`the answer to question ${question}`);
  }
  if (!sixth?.reviewKind) lacks.push("the kind of review, in question 6");
  if (!sixth?.issue) lacks.push("whether the issue was cultural or organisational, in question 6");
  if (!sixth?.effect) lacks.push("whether it helps or hinders, in question 6");
  return {
    rule: "E1",
    title: "A complete application",
    phrase: "Please register your interest by sending a CV and supporting statement",
    met: lacks.length === 0,
    needed: 12,
    actual: 12 - lacks.length,
    next: lacks.length === 0 ? null : `Add ${lacks.join("; ")}.`,
    because: lacks.map((what) => ({ id: null, text: `There is not yet: ${what}.` })),
    parts: [],
  };
};
