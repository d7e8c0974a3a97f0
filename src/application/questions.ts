/** What every applicant is asked. */
export interface Question {
  /** Its place, from 1. */
  readonly number: number;
  readonly text: string;
  /** Whether the answer also says of which review it speaks, what the issue was and what that does. */
  readonly asksForReview: boolean;
}

/** The question whose answer is about a review. */
export const ABOUT_A_REVIEW = 6;

/** R57–R62: the six questions, in the programme's order. */
export const QUESTIONS: readonly Question[] = [
  "How does becoming an accredited reviewer fit with your plans for your work?",
  "What would you enjoy most about belonging to the network of reviewers?",
  "What would you bring to the community of reviewers?",
  "What do you expect to find hardest about using the model?",
  "Why would you make a good reviewer?",
  "Which learning from a review has shown you a cultural or organisational issue that helps or hinders safeguarding work? Take one serious case review, safeguarding adult review, learning review or domestic homicide review.",
].map((text, index) => ({ number: index + 1, text, asksForReview: index + 1 === ABOUT_A_REVIEW }));
