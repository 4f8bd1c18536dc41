import { useLocale } from "next-intl";
import { dotBetween, type Locale, shownIn, type Translated } from "@/lib/i18n/rules";
import { Say } from "./Say";

/** What a course is called, and its place as it was typed where the title for this reader does not have it. */
export function TitleAndPlace({ title, place }: { title: Translated; place: Translated }) {
  const locale = useLocale() as Locale;
  const where = shownIn(place, locale);
  return (
    <>
      <Say text={title} />
      {where && !shownIn(title, locale).includes(where) ? (
        <>
          {dotBetween}
          <Say text={place} />
        </>
      ) : null}
    </>
  );
}
