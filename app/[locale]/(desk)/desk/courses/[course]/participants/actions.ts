"use server";

import { action } from "@/app/_actions/action";
import type { Values } from "@/app/_actions/readPost";
import type { Context } from "@/lib/acts/context";
import {
  editParticipant as editCommand,
  givePlace as givePlaceCommand,
  makeParticipantCode as makeCodeCommand,
  registerParticipant as registerCommand,
  registerParticipants as registerListCommand,
  registerWalkIn as registerWalkInCommand,
  takeBackParticipant as takeBackCommand,
} from "@/lib/participants/commands";
import { askedInCourse } from "@/lib/registrations/queries";

/** What a workshop asks; nothing where the viewer registers nobody there, which the command then says. */
const asked = ({ courseId }: Values, cx: Context) =>
  askedInCourse(cx, "participants.register", Number(courseId));

/** Registers somebody in a trainer's own workshop; the form stays, for the next one. */
export const registerParticipant = action(registerCommand, { asked });

/** Registers the people of a list; what it reads as comes back first. */
export const registerParticipants = action(registerListCommand);

/** Registers somebody who walked in, present in that session, and goes back to its roll. */
export const registerWalkIn = action(registerWalkInCommand, {
  asked,
  to: ({ courseId, sessionId, registrationId, expected, known }) =>
    `/desk/courses/${courseId}/roll/${sessionId}?added=${registrationId}${known ? "&known=1" : ""}${expected === null ? "" : `&expected=${expected}`}`,
});

/** Takes back a registration that was made by mistake; the list offers to undo it. */
export const takeBackParticipant = action(takeBackCommand, {
  to: ({ courseId, registrationId }) => `/desk/courses/${courseId}/participants?takenBack=${registrationId}`,
});

/** Gives a place to somebody who waits or who left. */
export const givePlace = action(givePlaceCommand, {
  to: ({ courseId, registrationId, expected }) =>
    `/desk/courses/${courseId}/participants?placed=${registrationId}${expected === null ? "" : `&expected=${expected}`}`,
});

/** Corrects what was written wrongly of somebody. */
export const editParticipant = action(editCommand);

/** Makes a code for somebody to prove their phone with or to come back in. */
export const makeParticipantCode = action(makeCodeCommand);
