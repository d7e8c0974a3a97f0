import { InputType } from "type-graphql";
import { AttendanceMark, Marks } from "../attendance/attendance.inputs";
import { Payer } from "../charge/payer";
import { AnId, Choice, Count, Day, MutationInput, Pence, SeenVersion, Text, YesNo } from "../mutation/inputs";

@InputType({ description: "Who was there on a day of group supervision." })
export class RecordGroupAttendanceInput extends MutationInput {
  @AnId({ description: "The group day." })
  sessionId!: string;

  @SeenVersion()
  expectedVersion!: number;

  @Marks()
  attendance!: AttendanceMark[];
}

export const Minutes = (said: { optional?: boolean } = {}) =>
  Count({ ...said, least: 1, most: 600, description: "How long it took, in minutes." });

// Corrected, they stand twice in one entry.
export const Notes = () => Text({ most: 5_000, optional: true, description: "The supervisor's notes." });

@InputType({ description: "An individual session that took place, and what the board is charged for it." })
export class LogIndividualSupervisionInput extends MutationInput {
  @AnId({ optional: true, description: "The trainee it was held with, by id or reference; or else `reviewerId`." })
  traineeId?: string;

  @AnId({
    optional: true,
    description:
      "Instead of a trainee, the person it was held with, who conducts the review as an accredited reviewer.",
  })
  reviewerId?: string;

  @AnId({ description: "The commission it belongs to, by id or reference; its board pays." })
  commissionId!: string;

  @Day({ description: "When it was: not before the board commissioned the review, not in the future." })
  date!: string;

  @Minutes()
  minutes!: number;

  @AnId({
    optional: true,
    description:
      "Who supervised: you unless told. Only a programme lead names somebody else. Whoever has a part in the review, in its pair or for its board, supervises no reviewer on it.",
  })
  supervisorId?: string;

  @Notes()
  notes?: string;

  @YesNo({ optional: true, description: "Whether whom they are about may read the notes. No unless told." })
  shareNotes?: boolean;

  @Pence({ description: "What is charged, in pence; without VAT." })
  chargeMinor!: number;

  @Choice(Payer, {
    optional: true,
    description: "Who pays. Always the board: individual supervision is never charged to a trainee or a reviewer.",
  })
  payer?: Payer;
}
