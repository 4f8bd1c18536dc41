export { ownTimetableChanges, replacedNames, type TimetableChange } from "./changes";
export { type Elsewhere, type TakenByOther, takenByOthers, takenElsewhere } from "./conflicts";
export {
  type NamedIssue,
  type PlanIssues,
  type PlanLookedAt,
  planIssues,
  planLookedAt,
} from "./issues";
export { issuesBeyond, issuesToCome, nextWithIssues, type ProgrammeIssues } from "./issuesToCome";
export { courseLink, joinLink, type OnlineSession, ownLink } from "./links";
export { ownTeaching, type TeachingDay } from "./mine";
export { courseMove } from "./move";
export { type InTwoCourses, type PeopleElsewhere, peopleElsewhere } from "./people";
export {
  asksPracticum,
  breaksAsked,
  type ProposalAsked,
  practiceAsked,
  proposalToAsk,
  timetableKnown,
} from "./proposal";
export { courseSessions, type Session } from "./sessions";
export { type TrainerThen, trainersThen } from "./trainersThen";
export { whyNotUndone } from "./undoable";
