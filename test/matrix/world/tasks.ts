const PUBLICATIONS = ["003", "004", "005"].map((number) => `RECORD_PUBLICATION Commission ${number}`);
const release = (...names: string[]) => names.map((name) => `RELEASE_ASSESSMENT Assessment of ${name}`);
const callsOf = (...names: string[]) => names.map((name) => `ARRANGE_CALL Enquiry of ${name}`);
const CONFIRM = "CONFIRM_PLACE Application LT-C";
const DECIDE = "DECIDE_APPLICATION Application LT-C";
/** Of Dora, who confirmed a place before she was a trainee, and of Nia. */
const ENROL = ["ENROL_TRAINEE Application LT-C", "ENROL_TRAINEE Application LT-C"];
const SCORE = "SCORE_APPLICATION Application LT-C";
const DRAFT = "SUBMIT_APPLICATION Application LT-C";

/** What waits for each viewer in this world, by what it is about. Nobody releases, or hears of, their own pair's. */
export const TASKS: Readonly<Record<string, readonly string[]>> = {
  "Alex, Ada's and Ben's assessor": ["JUDGE_AREAS Assessment of Ada Alder"],
  "Stu, Cara's supervisor": ["SEND_CONTRIBUTION_LINK Contributor Guest10"],
  "Sol, of Cara's board": PUBLICATIONS,
  "Eve, of a board that Ada's pair asks": ["ANSWER_RATE RateOffer of Ada Alder", CONFIRM],
  "Toni, Ben's supervisor and of Cara's board": [
    CONFIRM,
    "RECORD_ATTENDANCE SupervisionSession GROUP",
    ...PUBLICATIONS,
  ],
  "Ben, her partner": [CONFIRM],
  "Lou, a trainee without a pair": [DRAFT],
  "Sam, Ada's and Ben's supervisor": [DRAFT],
  "Lee, a lead": [
    ...[...callsOf("Lena Oak", "Lou Ulex"), DECIDE, ...ENROL],
    ...[...release("Ben Birch", "Lena Oak", "Tess Pine", "Uma Rowan"), SCORE, SCORE],
  ],
  "Lena, a lead and a trainee": [
    ...[...callsOf("Lou Ulex"), DECIDE, ...ENROL],
    ...[...release("Ben Birch", "Uma Rowan"), SCORE, DRAFT],
  ],
  "Lorna, a lead and Uma's partner": [
    ...[...callsOf("Lena Oak", "Lou Ulex"), ...ENROL],
    ...[...release("Ben Birch", "Lena Oak", "Tess Pine"), SCORE, SCORE],
  ],
};
