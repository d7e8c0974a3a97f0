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
  @AnId({ description: "The trainee, by id or reference." })
  traineeId!: string;

  @AnId({ description: "The commission it belongs to, by id or reference; its board pays." })
  commissionId!: string;

  @Day({ description: "When it was: not before the board commissioned the review, not in the future." })
  date!: string;

  @Minutes()
  minutes!: number;

  @AnId({ optional: true, description: "Who supervised: you unless told. Only a programme lead names somebody else." })
  supervisorId?: string;

  @Notes()
  notes?: string;

  @YesNo({ optional: true, description: "Whether the trainee may read the notes. No unless told." })
  shareNotes?: boolean;

  @Pence({ description: "What is charged, in pence; without VAT." })
  chargeMinor!: number;

  @Choice(Payer, {
    optional: true,
    description: "Who pays. Always the board: individual supervision is never charged to a trainee.",
  })
  payer?: Payer;
}
