export { enterAwayDays, enterAwayHours, putBackAway, takeOutAway } from "./enter";
