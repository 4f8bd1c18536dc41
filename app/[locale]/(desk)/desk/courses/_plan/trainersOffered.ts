import { getLocale, getTranslations } from "next-intl/server";
import { belongsWords, haltedWords } from "@/app/_words/canTeach";
import { namesApart } from "@/app/_words/namesApart";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { countryName, fullDay, languageName } from "@/lib/i18n/format";
import { dotBetween, type Locale } from "@/lib/i18n/rules";
import { courseSessions } from "@/lib/timetable/queries";
import { trainersToPlan } from "@/lib/trainers/queries";
import type { TrainerOffered } from "./TrainerChoice";

/** Trainers of these programmes to choose from, ready to read, each with what is known of who can teach these modules. */
export async function trainersOffered(
  cx: Context,
  programmeIds: number[],
  moduleIds: readonly number[],
  course: Course | undefined,
): Promise<TrainerOffered[]> {
  const locale = (await getLocale()) as Locale;
  const halts = await haltedWords();
  const people = trainersToPlan(cx, gate.planningIn(cx, programmeIds), moduleIds, course ?? null);
  const names = namesApart(people, locale);
  const asks = await getTranslations("asks");
  const sheet = await getTranslations("timetableSheet");
  const asked = new Map(
    (course ? courseSessions(cx, gate.course(cx, "course.read", course.id)) : [])
      .flatMap((session) => session.asked)
      .map((one) => [one.id, one]),
  );
  const waits = (personId: number) => {
    const answerBy = asked.get(personId)?.answerBy;
    return answerBy ? asks("state.waiting", { day: fullDay(answerBy, locale) }) : null;
  };
  return people.map(({ id, programmeIds: of, known, organisation, place, halted, byHand, disabled }) => {
    const called = names.get(id)!;
    return {
      id: String(id),
      called: disabled ? `${called}${dotBetween}${sheet("trainerGone")}` : called,
      at: belongsWords({ organisation, place }, called, locale),
      waits: waits(id),
      byHand,
      programmeIds: of.map(String),
      known,
      halted: halted.map(({ programmeId, moduleIds: ofTool, ...way }) => ({
        programmeId: String(programmeId),
        moduleIds: ofTool,
        said: halts(way),
      })),
      language: known && languageName(known.language, locale),
      country: known?.country ? countryName(known.country, locale) : null,
    };
  });
}
