import { isDeepStrictEqual } from "node:util";
import { proposalPartNames, testTitles } from "../../../db/values/timetable";
import type { GrantedCourse } from "../../access/gate";
import { disabledAmong } from "../../accounts/store";
import { reckonedCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { type CourseRow, modulesIn, trainersIn } from "../../courses/store";
import { modulesToPlan } from "../../curriculum/store";
import { fault } from "../../faults";
import { groupRowsIn } from "../../groups/store";
import { personNames } from "../../people/store";
import { speaksAndLives } from "../../people/store/named";
import { calendarOf } from "../../places/queries";
import { isClosed, roomRow } from "../../places/store";
import { countsByGroup } from "../../registrations/store/groups";
import { refuse, refuseAt } from "../../result";
import { otherTrainers, type Taken, trainersAgain } from "../rules/again";
import { takesRoom } from "../rules/besides";
import { freeTrainers, type Span, spanOf, wholeSpan } from "../rules/conflicts";
import { type Parts, partsBy } from "../rules/parts";
import {
  type Block,
  type Proposal,
  type ProposalOf,
  proposeParts,
  proposeTimetable,
  type StayingBlock,
  staysInProposal,
  workingDays,
} from "../rules/propose";
import { firstTrainer } from "../rules/roles";
import { roomedIn, usualRooms } from "../rules/rooms";
import { timetableWord } from "../rules/sessions";
import { type ProposalInput, proposalSchema } from "../schema";
import type { KeptSession } from "../store";
import { keepProposal, type ProposalAsked } from "../store/proposals";
import { engagements, roomsTaken } from "../store/taken";
import { doneTraining } from "../store/trained";
import { keepChange, timetableToChange, withHeld } from "./change";
import { putSessions, type WantedSession } from "./put";
import { removeSessions } from "./remove";

/** The days of a course on which there are sessions; refused where there are none. */
function daysOf(cx: Context, { startsOn, endsOn, country }: CourseRow): string[] {
  if (!startsOn || !endsOn) refuse("courseNeedsDates");
  const { weekend, free } = calendarOf(cx, country);
  const days = workingDays(startsOn, endsOn, weekend, free);
  return days.length > 0 ? days : refuse("noWorkingDays");
}

/** What a form asks a proposal for; null where it says nothing of its parts. */
function askedIn(input: ProposalInput): ProposalAsked | null {
  if (proposalPartNames.every((name) => input[name] === undefined)) return null;
  const { startsAt, endsAt, breakFrom, breakMinutes, restMinutes, prayerFrom, prayerMinutes } = input;
  return {
    ...{ startsAt, endsAt, breakFrom, breakMinutes },
    ...{ restMinutes: restMinutes ?? 0, prayerFrom: prayerFrom ?? null, prayerMinutes: prayerMinutes ?? 0 },
    ...partsBy((name) => input[name] ?? 0),
    ...(input.groupModuleIds?.length && { groupModuleIds: input.groupModuleIds }),
  };
}

/** What a proposal is reckoned from, by what its form asks for (null: nothing of its parts) and around what stays. */
type Ground = { asked: ProposalAsked | null; of: Omit<ProposalOf, "parts"> & { parts: Parts | null } };

/** All that a proposal for a course is reckoned from, as it is now. */
function groundOf(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  input: ProposalInput,
  staying: readonly StayingBlock[],
): Ground {
  const days = daysOf(cx, course);
  const language = course.title.own;
  const modules = modulesToPlan(cx, modulesIn(cx, course.id), language);
  if (input.groupModuleIds?.some((id) => !modules.some((module) => module.id === id)))
    refuseAt({ groupModuleIds: fault("retired") });
  const asked = askedIn(input);
  const { startsAt, endsAt, breakFrom, breakMinutes } = input;
  const hours = { startsAt, endsAt, breakFrom, breakMinutes };
  if (asked === null) return { asked, of: { modules, parts: null, days, hours, pauses: null, staying } };
  const inGroup = countsByGroup(cx, course.id);
  const ofGroups = new Set(asked.groupModuleIds);
  return {
    asked,
    of: {
      modules: modules.map((module) => ({ ...module, inGroups: ofGroups.has(module.id) })),
      parts: asked,
      titles: testTitles[language],
      days,
      hours,
      pauses: { ...asked, prayerFrom: asked.prayerFrom ?? asked.startsAt },
      staying,
      groups: groupRowsIn(cx, course.id).map(({ id }) => ({ id, people: inGroup.get(id) ?? 0 })),
    },
  };
}

/** The proposal from all that; what is the same is proposed the same. */
const proposalFrom = ({ of }: Ground): Proposal =>
  of.parts === null
    ? proposeTimetable(of.modules, of.days, of.hours, of.staying)
    : proposeParts({ ...of, parts: of.parts });

/** What a proposal finds: the sessions that go and that stay, who has trained all of theirs, and whether others may train what goes. */
type Before = {
  going: readonly KeptSession[];
  staying: readonly KeptSession[];
  done: readonly number[];
  others: boolean | undefined;
};

type Placed = { block: Block; span: Span };

/** The room of each block: the one that its group had in most of the sessions that go, where that is free; rooms are not chosen anew. */
function roomsAgain(
  cx: Context,
  placed: readonly Placed[],
  going: readonly KeptSession[],
): ReadonlyMap<Block, number> {
  const rooms = new Map<Block, number>();
  const whole = wholeSpan(placed.map(({ span }) => span));
  if (whole === null) return rooms;
  for (const [groupId, roomId] of usualRooms(going)) {
    const room = roomRow(cx, roomId);
    if (!room || isClosed(cx, room)) continue;
    const own = placed.filter(
      ({ block }) => (block.groupId ?? null) === groupId && takesRoom(block.kind) && !rooms.has(block),
    );
    const others = placed.flatMap(({ block, span }) =>
      rooms.get(block) === roomId ? [{ ...span, sessionId: 0, roomId }] : [],
    );
    const taken = [...roomsTaken(cx, [roomId], whole), ...others];
    const free = own.map(({ block, span }) => ({ ...span, block, people: 0 }));
    for (const { block } of roomedIn(free, room, taken)) rooms.set(block, roomId);
  }
  return rooms;
}

/** Refuses where somebody would not train what they trained, unless that is wanted. */
function demandSameTrainers(cx: Context, taken: readonly Taken[], others: boolean | undefined): void {
  const { sessions, personIds } = otherTrainers(taken);
  const [personId, ...more] = personIds;
  if (others || personId === undefined) return;
  const params = { trainer: { person: personNames(cx, personId)! }, others: more.length, sessions };
  refuseAt({ otherTrainers: fault("proposalOtherTrainers", { params }) });
}

/** The blocks of a proposal as sessions, each with its room and with whoever trains it: of the course, free then, able to sign in and not done with all of theirs. */
function withTrainers(
  cx: Context,
  course: CourseRow,
  blocks: readonly Block[],
  { done, going, staying, others }: Before,
): WantedSession[] {
  const all = trainersIn(cx, course.id);
  const gone = [...disabledAmong(cx, all), ...done];
  const trainers = all.filter((id) => !gone.includes(id));
  const placed = blocks.map((block) => ({ block, span: spanOf(block, course.zone) }));
  const whole = wholeSpan(placed.map(({ span }) => span));
  const engaged = whole === null ? [] : engagements(cx, trainers, whole);
  const rooms = roomsAgain(cx, placed, going);
  const ofGroup = new Map(groupRowsIn(cx, course.id).map(({ id, language }) => [id, language]));
  const ofTrainer = new Map<number, string>(
    speaksAndLives(cx, trainers).map(({ id, language }) => [id, language]),
  );
  const trained = new Set([...going, ...staying].flatMap(({ trainerIds }) => trainerIds));
  const still = (session: KeptSession) => ({
    ...session,
    trainerIds: session.trainerIds.filter((id) => !done.includes(id)),
  });
  const taken = trainersAgain(
    placed.map(({ block, span }) => ({ block, free: freeTrainers(span, trainers, engaged) })),
    going.map(still),
    staying.map(still),
    {
      ofGroup: (groupId) => ofGroup.get(groupId ?? 0) ?? null,
      ofTrainer: (personId) => ofTrainer.get(personId) ?? null,
      first: firstTrainer(course, all),
      newcomers: trainers.filter((id) => !trained.has(id)),
    },
  );
  demandSameTrainers(cx, taken, others);
  return taken.map(({ block, team }) => ({
    ...block,
    ...team,
    title: block.title ?? null,
    roomId: rooms.get(block) ?? null,
    placedByHand: false,
  }));
}

/** The timetable that a proposal is for: what of it stays, what goes, and what the proposal is reckoned from. */
function toPropose(cx: Context, input: ProposalInput) {
  const before = timetableToChange(cx, input.courseId);
  const known = withHeld(cx, before.timetable);
  if (input.foreseen && input.foreseen !== timetableWord(known)) refuse("timetableChanged");
  const stays = (s: (typeof known)[number]) => staysInProposal(s, input.replaceByHand ?? false);
  const staying = known.filter(stays);
  const ground = groundOf(cx, before.course, input, staying);
  return { before, staying, going: known.filter((s) => !stays(s)), ground };
}

/** A proposal, with what it was reckoned from. */
function reckonedNow(cx: Context, input: ProposalInput): { ground: Ground; proposal: Proposal } {
  const { ground } = toPropose(cx, input);
  return { ground, proposal: proposalFrom(ground) };
}

/**
 * Proposes a timetable of the course's modules and the parts that the form names around the sessions that stay (held, or placed by hand unless these are to go as well) and puts it
 * in place of the others. Refused where the timetable is no longer the one that the page showed. It is reckoned before others wait for it, and once more where something that it was
 * reckoned from has become different meanwhile. Whoever trained
 * what is proposed again does so again in the same role; refused where somebody cannot, unless others are wanted. What nobody trained is
 * shared among the trainers of the course who are free, and each group is again in the room that it had in most sessions.
 */
export const proposeSessions = reckonedCommand(
  "timetable.edit",
  proposalSchema,
  reckonedNow,
  (cx, input, reckoned) => {
    const { before, staying, going, ground } = toPropose(cx, input);
    const { course } = before;
    const { blocks, leftOver } = isDeepStrictEqual(ground, reckoned.ground)
      ? reckoned.proposal
      : proposalFrom(ground);
    if (ground.asked) keepProposal(cx, course.id, ground.asked);
    // Read before the sessions go that tell it.
    const done = doneTraining(cx, course);
    removeSessions(
      cx,
      course,
      going.map((s) => s.id),
    );
    const others = input.otherTrainers;
    putSessions(cx, course, withTrainers(cx, course, blocks, { done, going, staying, others }));
    const changed = keepChange(cx, before, "propose");
    const made = { sessions: blocks.length, stayed: staying.length };
    happened(cx, { kind: "timetable.proposed", courseId: course.id, ...made });
    return { ...changed, ...made, leftOver };
  },
);
