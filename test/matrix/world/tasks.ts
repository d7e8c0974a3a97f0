const PUBLICATIONS = ["003", "004"].map((number) => `RECORD_PUBLICATION Commission ${number}`);
const release = (...names: string[]) => names.map((name) => `RELEASE_ASSESSMENT Assessment of ${name}`);
const callsOf = (...names: string[]) => names.map((name) => `ARRANGE_CALL Enquiry of ${name}`);
const ASKED_BY_PAIR = "ANSWER_INFORMATION_REQUEST InformationRequest MEMBER";
const ASKED_BY_BOARD = "ANSWER_INFORMATION_REQUEST InformationRequest BOARD";
const CONCERN_OF_REX = "ANSWER_FIDELITY_CONCERN FidelityConcern of Rex Ivy";
const CONCERN_OF_LORNA = "CLOSE_FIDELITY_CONCERN FidelityConcern of Lorna Quince";
const CONFIRM = "CONFIRM_PLACE Application LT-C";
const DECIDE = "DECIDE_APPLICATION Application LT-C";
/** Of Dora, who confirmed a place before she was a trainee, and of Nia. */
const ENROL = ["ENROL_TRAINEE Application LT-C", "ENROL_TRAINEE Application LT-C"];
const SCORE = "SCORE_APPLICATION Application LT-C";
/** Of the other network, of which nobody recorded who was there. */
const MET = "RECORD_NETWORK_ATTENDANCE NetworkMeeting Held";
const SOON = "ATTEND_NETWORK_MEETING NetworkMeeting Soon";
const REVIEW = "DECIDE_STATUS_REVIEW Accreditation";
const DRAFT = "SUBMIT_APPLICATION Application LT-C";

/** What waits for each viewer in this world, by what it is about. Nobody releases, or hears of, their own pair's. */
export const TASKS: Readonly<Record<string, readonly string[]>> = {
  "Alex, Ada's and Ben's assessor": ["JUDGE_AREAS Assessment of Ada Alder"],
  "Ada, a trainee": [ASKED_BY_BOARD],
  "Cara, a trainee of another pair": [ASKED_BY_BOARD, "PREPARE_STATUS_REVIEW Accreditation of Cara Hazel"],
  "Rex, her partner, a reviewer": [
    ...[CONCERN_OF_REX, ASKED_BY_BOARD, SOON, "MEET_CONDITIONS Accreditation"],
    "RESUBMIT_EVIDENCE Evidence A word on Cara",
  ],
  "Stu, Cara's supervisor": ["SEND_CONTRIBUTION_LINK Contributor Guest11"],
  "Sol, of Cara's board": [ASKED_BY_PAIR, ...PUBLICATIONS],
  "Eve, of a board that Ada's pair asks": [ASKED_BY_PAIR, "ANSWER_RATE RateOffer of Ada Alder", CONFIRM],
  "Toni, Ben's supervisor and of Cara's board": [
    ...[ASKED_BY_PAIR, CONFIRM],
    "RECORD_ATTENDANCE SupervisionSession GROUP",
    ...PUBLICATIONS,
  ],
  "Ben, her partner": [ASKED_BY_BOARD, CONFIRM],
  "Lou, a trainee without a pair": [DRAFT],
  "Sam, Ada's and Ben's supervisor": [DRAFT],
  "Lee, a lead": [
    ...[...callsOf("Lena Oak", "Lou Ulex"), CONCERN_OF_LORNA, DECIDE, REVIEW, ...ENROL, MET],
    ...[...release("Ben Birch", "Lena Oak", "Tess Pine", "Uma Rowan"), SCORE, SCORE],
  ],
  "Lena, a lead and a trainee": [
    ...[...callsOf("Lou Ulex"), CONCERN_OF_LORNA, DECIDE, REVIEW, ...ENROL, MET],
    ...[...release("Ben Birch", "Uma Rowan"), SCORE, DRAFT],
  ],
  "Lorna, a lead and Uma's partner": [
    ...[...callsOf("Lena Oak", "Lou Ulex"), SOON, ...ENROL, "MEET_CONDITIONS Accreditation", MET],
    ...[...release("Ben Birch", "Lena Oak", "Tess Pine"), SCORE, SCORE],
  ],
};
