import { Field, registerEnumType } from "type-graphql";
import { ToNode } from "../graph/fields";
import { APart } from "../graph/part";
import { DateTime } from "../graph/scalars";
import { TaskKind } from "./task-kind";

registerEnumType(TaskKind, {
  name: "TaskKind",
  description: "What may wait for somebody: the act that is theirs to do.",
  valuesConfig: {
    RELEASE_ASSESSMENT: { description: "A decision to release to its trainee: `releaseAssessment`." },
    DECIDE_ASSESSMENT: { description: "Every area is judged: `decideAssessment`." },
    DECIDE_APPEAL: { description: "An appeal that was given to you: `decideAppeal`." },
    ASSIGN_APPEAL: { description: "An appeal that somebody is to decide: `assignAppeal`." },
    JUDGE_AREAS: { description: "Areas of an open assessment to judge: `recordJudgement`." },
    OPEN_ASSESSMENT: { description: "A trainee is ready to be assessed: `openAssessment`." },
    CONFIRM_PLACE: { description: "A place you are offered: `confirmPlace`, or `declinePlace`." },
    DECIDE_APPLICATION: { description: "Two people have scored an application: `decideApplication`." },
    DECIDE_STATUS_REVIEW: { description: "A yearly review of an accreditation that is due: `decideStatusReview`." },
    SCORE_APPLICATION: { description: "An application that is not scored by two yet, nor by you: `scoreApplication`." },
    ENROL_TRAINEE: { description: "A place that was confirmed, to be taken up: `enrolTrainee`." },
    WITHDRAW_OFFER: { description: "An offer that was not confirmed in time: `withdrawOffer`." },
    ERASE_PERSON: { description: "Somebody asked that what is held about them be erased: `erasePerson`." },
    ARRANGE_CALL: { description: "Somebody asked for a call: `arrangeCall`." },
    CLOSE_FIDELITY_CONCERN: {
      description:
        "A concern about a reviewer's work that is answered, or was not in two weeks: `closeFidelityConcern`.",
    },
    RECORD_QUALITY_ASSURANCE: { description: "A draft report to look at: `recordQualityAssurance`." },
    GRANT_COMMISSION: { description: "Every day rate is agreed: `grantCommission`." },
    ANSWER_RATE: { description: "A day rate the other side offered: `acceptRate`, or `offerRate` another." },
    RECORD_BOARD_RESPONSE: { description: "A report to respond to: `recordBoardResponse`." },
    RECORD_PUBLICATION: { description: "What becomes of a report: `recordPublication`." },
    ANSWER_FIDELITY_CONCERN: {
      description: "A concern about your work on a review: `answerFidelityConcern`.",
    },
    ANSWER_INFORMATION_REQUEST: {
      description: "Information that the other side of a commission asked for: `answerInformationRequest`.",
    },
    RESUME_COMMISSION: { description: "A review that has rested as long as it was to: `resumeCommission`." },
    AGREE_TARGET_DAY: { description: "A review that is not finished on its day: `agreeTargetDay`." },
    SEND_CONTRIBUTION_LINK: {
      description: "Somebody a pair named waits for the link to their page: `issueContributionLink`, and send it.",
    },
    RECORD_ATTENDANCE: {
      description: "A past group day without attendance, or without that of somebody who had booked it.",
    },
    MEET_CONDITIONS: { description: "Conditions of your last yearly review, to be met by a day." },
    RECORD_NETWORK_ATTENDANCE: {
      description:
        "A past meeting of the network of which nobody has recorded who was there: `recordNetworkAttendance`.",
    },
    ADVANCE_COMMISSION: { description: "A review under way, to take to its next stage: `advanceCommission`." },
    BOOK_GROUP_SUPERVISION: {
      description: "Group days are still to be attended, and none that is to come is booked: `bookGroupSupervision`.",
    },
    PREPARE_STATUS_REVIEW: {
      description: "Your yearly review, due within 30 days: what is missing `Accreditation.statusReview` tells.",
    },
    ATTEND_NETWORK_MEETING: { description: "A meeting of your network within the next 14 days: come to it." },
    SUBMIT_APPLICATION: { description: "A draft of an application, while there is time: `submitApplication`." },
    APPEAL_DECISION: {
      description:
        "A decision that did not accredit you, and that there is time to appeal against: `appealDecision`, if you wish.",
    },
    RESUBMIT_EVIDENCE: {
      description: "An item that came back to you: `submitEvidence` another with `replacesId`, or `withdrawEvidence`.",
    },
    SUBMIT_EVIDENCE: { description: "Sources that evidence is still missing from: `submitEvidence`." },
  },
});

@APart({ description: "Something that waits for the viewer." })
export class Task {
  @Field(() => TaskKind, { description: "What kind of act." })
  kind!: TaskKind;

  @Field(() => String, { description: "For people to read." })
  text!: string;

  @Field(() => DateTime, { nullable: true, description: "Since when it waits, where that is known." })
  since!: string | null;

  @ToNode({ key: "aboutId", description: "What it is about." })
  readonly about?: never;
}

/** A task as it is worked out. */
export interface Waiting {
  readonly kind: TaskKind;
  readonly text: string;
  /** As the database holds it. */
  readonly since: string | null;
  readonly aboutId: string;
}
