import { registerEnumType } from "type-graphql";

/** What a file of the office's holds. */
export enum ImportOf {
  PEOPLE = "PEOPLE",
  BOARDS = "BOARDS",
  COURSE_ATTENDANCE = "COURSE_ATTENDANCE",
}

registerEnumType(ImportOf, {
  name: "ImportOf",
  description: "What a CSV file of the programme's office holds. Its first row names the columns, in any order.",
  valuesConfig: {
    PEOPLE: {
      description: "People to make known: `name`, `email` and, where there are any, `phone` and `role` (a `Role`).",
    },
    BOARDS: {
      description: "Safeguarding boards to register: `reference`, `name`, `kind`, `sector` and `jurisdiction`.",
    },
    COURSE_ATTENDANCE: {
      description:
        "Who was there on one course day: `trainee` (a reference or e-mail address), `attended` (yes or no) and, where that corrects an earlier mark, `reason`.",
    },
  },
});
