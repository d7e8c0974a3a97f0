/** What the programme publishes about itself, list by list. */
export enum ProgrammeSection {
  MODEL = "MODEL",
  BENEFITS = "BENEFITS",
  AUDIENCE = "AUDIENCE",
  ELEMENTS = "ELEMENTS",
  SELECTION_CRITERIA = "SELECTION_CRITERIA",
  DEMANDS = "DEMANDS",
  UNPAID_TIME = "UNPAID_TIME",
  TOPICS = "TOPICS",
  TOOLS = "TOOLS",
}
