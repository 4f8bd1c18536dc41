export { ownTimetableChanges, replacedNames, type TimetableChange } from "./changes";
export { type Elsewhere, type TakenByOther, takenByOthers, takenElsewhere } from "./conflicts";
export {
  issuesToCome,
  type NamedIssue,
  type PlanIssues,
  type PlanLookedAt,
  type ProgrammeIssues,
  planIssues,
  planLookedAt,
} from "./issues";
export { courseLink, joinLink, type OnlineSession, ownLink } from "./links";
export { ownTeaching, type TeachingDay } from "./mine";
export { courseMove } from "./move";
export { type InTwoCourses, type PeopleElsewhere, peopleElsewhere } from "./people";
export { asksPracticum, breaksAsked, type ProposalAsked, practiceAsked, proposalToAsk } from "./proposal";
export { courseSessions, type Session } from "./sessions";
export { whyNotUndone } from "./undoable";
