/** Something the programme's document asks for. */
export interface Asked {
  readonly asks: string;
  /** Where the office types in what the document must have listed: the list itself is lost. */
  readonly lost?: `${string}.${string}`;
  /** The part of the product it belongs to, where that is still to come. */
  readonly later?: string;
}

const BESIDE = "supervision, documents, other people's words and money, beside the review";
const AFTER = "the network and the yearly review, after accreditation";

/** What the programme's document asks, in our words, by its numbers R1 to R67. */
export const ASKED: Readonly<Record<number, Asked>> = {
  1: { asks: "A programme that accredits lead reviewers, for reviews of three named kinds" },
  2: { asks: "It has two parts: a course of four days and a supervised practice review" },
  3: { asks: "Applications to a cohort close, and everybody sees whether they are open" },
  4: { asks: "There is a model by which reviews of several agencies' work are done" },
  5: { asks: "It serves reviews about children and about adults" },
  6: { asks: "It is used in several countries" },
  7: { asks: "What an accredited reviewer gains", lost: "ProgrammeSection.BENEFITS" },
  8: { asks: "Whom the programme is for", lost: "ProgrammeSection.AUDIENCE" },
  9: { asks: "A cohort has so many places and no more" },
  10: { asks: "The selection criteria and the way to apply are published" },
  11: { asks: "What the programme consists of", lost: "ProgrammeSection.ELEMENTS" },
  12: { asks: "The course comes first, and then an actual review must be conducted" },
  13: { asks: "The practice review is supported, and its quality assured" },
  14: { asks: "After the review comes an assessment, and after that accreditation" },
  15: { asks: "The first two course days: their dates and place" },
  16: { asks: "The other two course days: their dates and place" },
  17: { asks: "The topics that the course covers" },
  18: { asks: "The model's tools, which are practised on the course" },
  19: { asks: "Trainees find a safeguarding board, for adults or for children, that commissions them", later: BESIDE },
  20: { asks: "What it commissions is a case review, which is their practice review", later: BESIDE },
  21: { asks: "Each trainee agrees their own day rate with the board", later: BESIDE },
  22: { asks: "They work in pairs, with another trainee or with somebody accredited", later: BESIDE },
  23: { asks: "Group supervision is a rolling calendar throughout the review", later: BESIDE },
  24: { asks: "Each attends four group sessions or more", later: BESIDE },
  25: { asks: "A group session lasts a day", later: BESIDE },
  26: { asks: "Group sessions have their place", later: BESIDE },
  27: { asks: "Individual supervision is charged to the board, within the commission", later: BESIDE },
  28: { asks: "Trainees commit the time that the whole programme takes", later: BESIDE },
  29: { asks: "The board pays for the practice review", later: BESIDE },
  30: { asks: "The time that is not paid for", lost: "ProgrammeSection.UNPAID_TIME" },
  31: { asks: "Course days and supervision sessions are run by named people" },
  32: { asks: "The ability to put the model into practice is assessed, on the review itself", later: AFTER },
  33: { asks: "Evidence comes from three sources", later: BESIDE },
  34: { asks: "The first source: reports and other documents of the review", later: BESIDE },
  35: { asks: "The second: others who are involved in the review", later: BESIDE },
  36: { asks: "The third: the trainees themselves", later: BESIDE },
  37: { asks: "Six areas of competency are looked at", later: AFTER },
  38: { asks: "What evidence is sought in each area", lost: "AreaInput.description" },
  39: { asks: "There is an overall judgement of the performance", later: AFTER },
  40: { asks: "Each area's strengths, and what to work on, are named", later: AFTER },
  41: { asks: "Accreditation makes somebody a member of the network", later: AFTER },
  42: { asks: "Later commissions keep to the model", later: AFTER },
  43: { asks: "Accredited reviewers are given supervision and quality assurance", later: AFTER },
  44: { asks: "The commissioning board pays for these", later: BESIDE },
  45: { asks: "They attend three network meetings a year or more", later: AFTER },
  46: { asks: "Accreditation is reviewed each year", later: AFTER },
  47: { asks: "The programme is endorsed by another body" },
  48: { asks: "The endorsement has a number that may begin with a nought" },
  49: { asks: "The fee, and VAT beside it" },
  50: { asks: "The fee covers the course, group supervision and assessment, and nothing else" },
  51: { asks: "How much of the fee a first review brings back" },
  52: { asks: "Applicants are chosen by criteria" },
  53: { asks: "An application has a CV and a supporting statement" },
  54: { asks: "It is in by the end of a given day" },
  55: { asks: "A cohort has one address to write to" },
  56: { asks: "The statement speaks of the criteria, and answers six questions" },
  57: { asks: "The first question: how it would fit the applicant's plans" },
  58: { asks: "The second: what they would enjoy about the network" },
  59: { asks: "The third: what they would bring to it" },
  60: { asks: "The fourth: what they would find hardest" },
  61: { asks: "The fifth: why they would be good at it" },
  62: {
    asks: "The sixth: a review of one of four kinds, with a cultural or organisational issue that helped or hindered",
  },
  63: { asks: "Applicants hear in a given month, and a place is then confirmed" },
  64: { asks: "The programme is for reviews about adults as well as about children" },
  65: { asks: "Whom the programme looks for", lost: "ProgrammeSection.SELECTION_CRITERIA" },
  66: { asks: "What conducting a review takes", lost: "ProgrammeSection.DEMANDS" },
  67: { asks: "Whoever has a question may ask for a call with those who lead the programme" },
};
