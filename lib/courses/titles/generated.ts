import type { CourseKind } from "../../../db/values/courses";
import { joined, type Locale, locales, type Translated } from "../../i18n/rules";

const titleForms: Record<CourseKind, Record<Locale, { alone: string; with: string }>> = {
  tot: {
    en: { alone: "Training of trainers", with: "Training of trainers: " },
    fr: { alone: "Formation de formateurs", with: "Formation de formateurs : " },
    ar: { alone: "تدريب المدرّبين", with: "تدريب المدرّبين: " },
  },
  user: {
    en: { alone: "User training", with: "User training: " },
    fr: { alone: "Formation des bénéficiaires", with: "Formation des bénéficiaires : " },
    ar: { alone: "تدريب المستفيدين", with: "تدريب المستفيدين: " },
  },
};

/** The title a course has until somebody writes another: kind, tools and place where known, in the three languages. */
export function generatedTitle(
  kind: CourseKind,
  toolNames: readonly string[],
  place: string,
  own: Locale,
): Translated {
  const title: Translated = { own };
  for (const locale of locales) {
    const form = titleForms[kind][locale];
    const tools = joined(toolNames, locale);
    title[locale] = (tools ? form.with + tools : form.alone) + (place && ` – ${place}`);
  }
  return title;
}
