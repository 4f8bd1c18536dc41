import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";

/** The words of pages that say another thing of a trainer's workshop: it is no course to whoever trains it. */
type Name =
  | "move"
  | "timetable"
  | "timetable.did"
  | "asks"
  | "rolls"
  | "plan"
  | "errors"
  | "overview"
  | "courseDone"
  | "certificates";
type Words<N extends Name> = ReturnType<typeof useTranslations<N>>;
type Own = ReturnType<typeof useTranslations<"ofWorkshop">>;

/** What the words of a page are called of, for a course or a trainer's own workshop. */
type Of = { scheduledBy: number | null } | { ownWorkshop: boolean };

const isOwn = (course: Of): boolean =>
  "ownWorkshop" in course ? course.ownWorkshop : course.scheduledBy !== null;

type Say = (key: string, values?: object) => string;

/** Words of which those are others that a workshop has of its own. */
function withOwn<N extends Name>(namespace: N, words: Words<N>, own: Own): Words<N> {
  const said: Say = (key, values) => {
    const same = `${namespace}.${key}`;
    return own.has(same as never)
      ? (own as unknown as Say)(same, values)
      : (words as unknown as Say)(key, values);
  };
  return Object.assign(said, words) as unknown as Words<N>;
}

/** The words of a page about a course: of a trainer's workshop, those that call it so. */
export async function courseWords<N extends Name>(namespace: N, course: Of): Promise<Words<N>> {
  const words = (await getTranslations(namespace)) as Words<N>;
  return isOwn(course) ? withOwn(namespace, words, await getTranslations("ofWorkshop")) : words;
}

/** The same for what is not asynchronous. */
export function useCourseWords<N extends Name>(namespace: N, course: Of): Words<N> {
  const words = useTranslations(namespace) as Words<N>;
  const own = useTranslations("ofWorkshop");
  return isOwn(course) ? withOwn(namespace, words, own) : words;
}
