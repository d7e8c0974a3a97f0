/** The programme's rules. */
export enum RuleId {
  /** All that must hold before an assessment is opened. */
  READINESS = "READINESS",
  /** All that must hold before an assessment is decided. */
  DECISION = "DECISION",
  /** An application is complete. */
  E1 = "E1",
  /** An application comes in time. */
  E2 = "E2",
  /** A place is left on the cohort. */
  E3 = "E3",
  /** An application is scored by two people before it is decided. */
  SELECTION = "SELECTION",
  /** The course days are attended. */
  E4 = "E4",
  /** The practice review does not start before the course is complete. */
  E5 = "E5",
  /** The pair is two people who may work as one. */
  E6 = "E6",
  /** The commissioner is a safeguarding board. */
  E7 = "E7",
  /** A day rate is agreed for each of the pair. */
  E8 = "E8",
  /** Enough days of group supervision. */
  E9 = "E9",
  /** A place is left on a group day. */
  GROUP_PLACE = "GROUP_PLACE",
  /** A charge is on the party that pays it: supervision and quality assurance the board, the fee the trainee. */
  E10 = "E10",
  /** The practice review is finished and quality assured. */
  E11 = "E11",
  /** There is evidence from every source. */
  E12 = "E12",
  /** Every area is judged. */
  E13 = "E13",
  /** The judgements allow the decision. */
  E14 = "E14",
  /** All that must hold for an accreditation to be renewed by its yearly review. */
  STATUS_REVIEW = "STATUS_REVIEW",
  /** Enough network meetings attended in an accreditation year. */
  E16 = "E16",
  /** No fidelity concern is open. */
  E17 = "E17",
  /** A yearly review is due. */
  E18 = "E18",
  /** Others are asked for their input while the review goes on. */
  ASKING = "ASKING",
  /** Each submits evidence as who they are to the trainee it is about. */
  E20 = "E20",
  /** Nobody assesses themself, their pair partner or, where the Standard says so, somebody they supervised. */
  ASSESSOR = "ASSESSOR",
  /** A kind of review is held where, when and about whom the law knows it. */
  REVIEW_KIND = "REVIEW_KIND",
  /** A pair ends between its reviews. */
  PAIR_END = "PAIR_END",
  /** A trainee comes to a practice review while it is conducted. */
  SUCCESSION = "SUCCESSION",
  /** A trainee gives up their place on a cohort between matters. */
  PLACE_END = "PLACE_END",
  /** A concern is about work that somebody did as a reviewer. */
  LATER_REVIEW = "LATER_REVIEW",
  /** A concern is answered and closed while it is open. */
  OPEN_CONCERN = "OPEN_CONCERN",
  /** Stages follow one another. */
  STAGE_ORDER = "STAGE_ORDER",
  /** What is over is not changed any more. */
  UNDER_WAY = "UNDER_WAY",
  /** While a commission is paused it stays where it is. */
  PAUSE = "PAUSE",
  /** A request for information is closed once. */
  OPEN_REQUEST = "OPEN_REQUEST",
  /** What was recorded is put right while nothing rests on it. */
  CORRECTION = "CORRECTION",
  /** Somebody is erased when nothing of theirs is open any more. */
  ERASURE = "ERASURE",
  /** One round of assessment at a time, a further one only when it was asked for. */
  ROUND = "ROUND",
  /** A decision is appealed against once, in time, and nothing is decided past an appeal. */
  APPEAL = "APPEAL",
}

/** Each rule in a few words, and the programme's own wording it rests on (the requirement's where there is none). */
export const RULES: Readonly<Record<RuleId, { title: string; phrase: string }>> = {
  [RuleId.READINESS]: {
    title: "Ready to be assessed",
    phrase: "There is then an assessment process toward accreditation",
  },
  [RuleId.DECISION]: { title: "Ready to be decided", phrase: "to give an overall judgment about your performance" },
  [RuleId.E1]: {
    title: "A complete application",
    phrase: "Please register your interest by sending a CV and supporting statement",
  },
  [RuleId.E2]: { title: "In time", phrase: "by 30 September 2016" },
  [RuleId.E3]: { title: "A place is left", phrase: "Places on the programme are limited" },
  [RuleId.SELECTION]: { title: "Scored by two", phrase: "we have a selection criteria" },
  [RuleId.E4]: { title: "Course complete", phrase: "Four day course" },
  [RuleId.E5]: {
    title: "Course before review",
    phrase: "Once you have successfully completed the face-to-face training, you must conduct an actual review",
  },
  [RuleId.E6]: {
    title: "A pair",
    phrase: "They will work in pairs - either with another trainee or someone already accredited in Learning Together",
  },
  [RuleId.E7]: {
    title: "Commissioned by a safeguarding board",
    phrase: "commissioned by a safeguarding board (adults or children’s) to conduct a case review",
  },
  [RuleId.E8]: {
    title: "Day rates agreed",
    phrase:
      "Trainees are responsible for negotiating their day rate with the commissioning Board for this practice review",
  },
  [RuleId.E9]: {
    title: "Group supervision",
    phrase: "They will need to participate in a minimum of four of these supervision sessions",
  },
  [RuleId.GROUP_PLACE]: {
    title: "A place on the day",
    phrase: "a rolling programme of group supervision sessions",
  },
  [RuleId.E10]: {
    title: "A charge on the right party",
    phrase: "individual supervision which will be charged to the commissioner as part of the commission",
  },
  [RuleId.E11]: {
    title: "Practice review finished",
    phrase: "you must conduct an actual review – with support including quality assurance from SCIE",
  },
  [RuleId.E12]: { title: "Evidence from every source", phrase: "evidence will come from three key sources" },
  [RuleId.E13]: { title: "Every area judged", phrase: "The assessment will look at six main areas of competency" },
  [RuleId.E14]: { title: "Judgements allow it", phrase: "to give an overall judgment about your performance" },
  [RuleId.STATUS_REVIEW]: {
    title: "Ready to be renewed",
    phrase: "Accreditation status will be reviewed annually in line with these requirements",
  },
  [RuleId.E16]: {
    title: "Network meetings",
    phrase: "Accredited reviewers are also required to attend a minimum of three network meetings per year",
  },
  [RuleId.E17]: {
    title: "Fidelity to the model",
    phrase: "they are expected to work with fidelity to the model in any future Learning Together commissions",
  },
  [RuleId.E18]: { title: "A review is due", phrase: "Accreditation status will be reviewed annually" },
  [RuleId.E20]: {
    title: "Each speaks as who they are",
    phrase: "Input from others involved in the review process",
  },
  [RuleId.LATER_REVIEW]: {
    title: "A later review",
    phrase: "expected to work with fidelity to the model in any future Learning Together commissions",
  },
  // The programme's document does not state these: the phrase says what is required.
  [RuleId.ASSESSOR]: {
    title: "An independent assessor",
    phrase: "Nobody assesses themself or their pair partner; the Standard says whether a supervisor may assess",
  },
  [RuleId.ASKING]: {
    title: "While the review goes on",
    phrase: "People who take part in a review are asked for their input from its commission until its close",
  },
  [RuleId.REVIEW_KIND]: {
    title: "A kind of review that there is",
    phrase: "A review is of a kind that is held about such people, under the board's law and on that day",
  },
  [RuleId.PAIR_END]: {
    title: "A pair ends between reviews",
    phrase: "A pair is dissolved once its reviews are over and nobody in it is still to be judged on one",
  },
  [RuleId.SUCCESSION]: {
    title: "A part in the review",
    phrase: "A trainee takes another's place in a practice review before its quality assurance is passed",
  },
  [RuleId.PLACE_END]: {
    title: "Nothing under way",
    phrase:
      "A trainee is deferred or withdrawn while they work in no pair and no assessment of theirs is to be released",
  },
  [RuleId.OPEN_CONCERN]: {
    title: "An open concern",
    phrase: "A fidelity concern is answered by the reviewer and closed by a programme lead while it is open",
  },
  [RuleId.STAGE_ORDER]: {
    title: "Stage by stage",
    phrase: "A commission goes through its stages in order, and none is skipped",
  },
  [RuleId.UNDER_WAY]: {
    title: "Under way",
    phrase: "A commission rests, is given another day or is given up while it is under way, and not once it is over",
  },
  [RuleId.PAUSE]: {
    title: "Not paused",
    phrase: "While a commission is paused it stays where it is",
  },
  [RuleId.OPEN_REQUEST]: {
    title: "An open request",
    phrase: "A request for information is answered, refused or withdrawn once",
  },
  [RuleId.CORRECTION]: {
    title: "Still to be corrected",
    phrase: "What was recorded of a review is put right while nothing that came later rests on it",
  },
  [RuleId.ERASURE]: {
    title: "Nothing open",
    phrase: "What is held about somebody is erased when they have no part any more that others wait for",
  },
  [RuleId.ROUND]: {
    title: "Round by round",
    phrase: "One round of assessment at a time; another follows only when further evidence was asked for",
  },
  [RuleId.APPEAL]: {
    title: "An appeal",
    phrase: "A trainee may appeal once against a decision, in time, and somebody else decides before anything goes on",
  },
};

/** A fact that a rule's answer rests on; `id` is the thing's. */
export interface Reason {
  readonly text: string;
  readonly id?: string | undefined;
}

/** What a rule answers, whether it is shown or refuses. */
export interface RuleOutcome {
  readonly rule: RuleId;
  readonly title: string;
  readonly phrase: string;
  readonly met: boolean;
  readonly needed: number;
  readonly actual: number;
  readonly because: readonly Reason[];
  /** The next step towards it; null once met. */
  readonly next: string | null;
  readonly parts: readonly RuleOutcome[];
}

interface Found {
  readonly needed: number;
  readonly actual: number;
  readonly because?: readonly Reason[];
  readonly next: string;
  /** When it is not simply `actual` reaching `needed`. */
  readonly met?: boolean;
}

/** A single rule's outcome. */
export const outcome = (
  rule: RuleId,
  { needed, actual, because = [], next, met = actual >= needed }: Found,
): RuleOutcome => ({
  rule,
  ...RULES[rule],
  met,
  needed,
  actual,
  because,
  next: met ? null : next,
  parts: [],
});

/** A rule that is met when all its parts are. */
export const all = (rule: RuleId, parts: readonly RuleOutcome[]): RuleOutcome => {
  const met = parts.filter((part) => part.met).length;
  return {
    rule,
    ...RULES[rule],
    met: met === parts.length,
    needed: parts.length,
    actual: met,
    because: [],
    next: parts.find((part) => !part.met)?.next ?? null,
    parts,
  };
};
