import { addressIn, cardOf } from "@/app/_server/shared";
import { type CourseWords, courseDescription } from "@/app/_words/course";
import type { Course } from "@/lib/courses/queries";
import { isTentative } from "@/lib/courses/rules";
import { type Locale, shownIn } from "@/lib/i18n/rules";

/** What search engines know of a state: whether it takes place as it was said. */
const status = (state: Course["state"]) =>
  `https://schema.org/${state === "cancelled" ? "EventCancelled" : "EventScheduled"}`;

/** The course in schema.org's words, for search engines: what it is, and when and where it is held this once. */
export function CourseData({
  course,
  someOnline,
  words,
  locale,
}: {
  course: Course;
  /** True where a course at a venue has sessions online. */
  someOnline: boolean;
  words: CourseWords;
  locale: Locale;
}) {
  const provider = { "@type": "Organization", name: shownIn(course.programmeTitle, locale) };
  const online = course.mode === "online";
  const data = {
    "@context": "https://schema.org",
    "@type": "Course",
    name: words.title,
    description: courseDescription(course, words, locale),
    url: addressIn(`/courses/${course.slug}`, locale),
    image: cardOf(locale, course.slug),
    inLanguage: course.languages,
    provider,
    // Who pays besides the one that leads it.
    ...(course.sharedWith.length > 0
      ? {
          funder: course.sharedWith.map(({ title }) => ({
            "@type": "Organization",
            name: shownIn(title, locale),
          })),
        }
      : {}),
    hasCourseInstance: {
      "@type": "CourseInstance",
      courseMode: online ? "Online" : someOnline ? "Blended" : "Onsite",
      inLanguage: course.languages,
      ...(course.startsOn && course.endsOn ? { startDate: course.startsOn, endDate: course.endsOn } : {}),
      // Of what is not certain yet nothing says that it is scheduled.
      ...(isTentative(course) ? {} : { eventStatus: status(course.state) }),
      location: online
        ? { "@type": "VirtualLocation", url: addressIn(`/courses/${course.slug}`, locale) }
        : {
            "@type": "Place",
            name: course.venue ?? shownIn(course.place, locale),
            address: {
              "@type": "PostalAddress",
              ...(course.venueAddress ? { streetAddress: course.venueAddress } : {}),
              addressLocality: shownIn(course.place, locale),
              addressCountry: course.country,
            },
          },
    },
  };
  // Data, not text of the page: no sign in it may end the element.
  return <script type="application/ld+json">{JSON.stringify(data).replace(/</g, "\\u003c")}</script>;
}
