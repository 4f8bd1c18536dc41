import { randomUUID } from "node:crypto";
import { useLocale, useTranslations } from "next-intl";
import { CourseQuestions, SensitiveFields } from "@/app/_ui/AboutPerson";
import { CheckField, ChoiceField, Hidden, Submit } from "@/app/_ui/form/fields";
import { PersonFields } from "@/app/_ui/PersonFields";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { dotBetween } from "@/lib/i18n/rules";
import { type Query, readQuery } from "@/lib/names/rules";
import { peopleList } from "@/lib/people/queries";
import { ConsentText } from "./ConsentText";
import { RegisterPersonForm } from "./forms";
import { TypedAsNew } from "./TypedAsNew";

type Registering = Pick<Course, "id" | "admission" | "programmeTitle" | "questions" | "sharedWith">;
type Person = ReturnType<typeof peopleList>["people"][number];

/** A person of the list in one line, so that two of one name can be told apart. */
const inOneLine = (p: Person) =>
  [p.name, p.latinName, p.phone ?? p.email, p.organisation].filter(Boolean).join(dotBetween);

/** Of those found, so many are offered to choose from. */
const mostOffered = 20;

/**
 * Registering somebody on their behalf: somebody known, who is searched for first (an address, so that it works without
 * JavaScript), or a new person; then what the public form asks.
 * @param find what was searched for; empty where nothing was.
 */
export function RegisterPerson({ cx, course, find }: { cx: Context; course: Registering; find: string }) {
  const t = useTranslations("registrations");
  const query = readQuery(find);
  const filter = { q: query.q, programme: null, after: null };
  const found = query.q ? peopleList(cx, gate.reach(cx, "people.read"), filter).people : [];
  return (
    <section className="card max-w-xl" id="register">
      <h2 className="text-base">{t("registerPerson")}</h2>
      <p className="quiet mt-3">{t("registerPersonHint")}</p>
      <FindPerson query={query} at={cx.now} />
      <OfferedOrNew
        course={course}
        query={query}
        found={found.slice(0, mostOffered)}
        accountId={cx.viewer.accountId}
      />
    </section>
  );
}

/** Searches for somebody known. */
function FindPerson({ query, at }: { query: Query; at: number }) {
  const t = useTranslations("registrations");
  const frame = useTranslations("frame");
  return (
    <form method="get" action="#register" className="grid gap-1 mt-3">
      {/* The same words once more are another address: else a browser only goes to the place on the page, as it was. */}
      <input type="hidden" name="at" value={at} />
      <label className="grid gap-1">
        <span className="font-semibold">{t("find")}</span>
        <span className="quiet">{frame("findsPeople")}</span>
        {query.fault ? (
          <span className="text-stop" role="alert">
            {query.fault === "short" ? frame("queryShort") : frame("queryNothing")}
          </span>
        ) : null}
        <input name="find" type="search" dir="auto" defaultValue={query.typed} className="input" />
      </label>
      <div>
        <button type="submit" className="button">
          {t("findNow")}
        </button>
      </div>
    </form>
  );
}

/** One of those found, or a new person, with what the public form asks. */
function OfferedOrNew({
  course,
  query,
  found,
  accountId,
}: {
  course: Registering;
  query: Query;
  found: Person[];
  /** Whose form it is: what they typed is kept for them. */
  accountId: number | null;
}) {
  const locale = useLocale();
  const t = useTranslations("registrations");
  const register = useTranslations("register");
  return (
    <RegisterPersonForm
      className="grid gap-5 mt-5"
      // By who was found: what was searched for may be a phone number, and the browser keeps none.
      draft={{ of: `${accountId} registers ${course.id} ${found.map((p) => p.id).join()}` }}
      defaults={{ language: locale, ...(found.length === 1 ? { personId: String(found[0]!.id) } : {}) }}
    >
      <Hidden name="courseId" value={course.id} />
      <Hidden name="formKey" value={randomUUID()} />
      {found.length > 0 ? (
        <ChoiceField
          name="personId"
          label={t("whom")}
          hint={t("knownHint")}
          options={[
            ...found.map((p) => ({ value: String(p.id), label: inOneLine(p) })),
            { value: "", label: t("newPerson") },
          ]}
        />
      ) : query.q ? (
        <p role="status">{t("foundNobody")}</p>
      ) : null}
      <TypedAsNew>
        <PersonFields fields={["name", "latinName", "phone", "email", "organisation", "position"]} />
      </TypedAsNew>
      <PersonFields fields={["language"]} />
      <CourseQuestions questions={course.questions} />
      <SensitiveFields />
      <section className="grid gap-3">
        <h2>{register("consentTitle")}</h2>
        <ConsentText course={course} />
        <CheckField name="consent" label={t("consentByPerson")} />
        <CheckField name="photoConsent" label={register("photoConsent")} />
      </section>
      {course.admission === "selection" ? (
        <CheckField name="accept" label={t("acceptNow")} />
      ) : (
        <p className="quiet">{t("byTurn")}</p>
      )}
      <div>
        <Submit busy={t("saving")}>{t("registerPerson")}</Submit>
      </div>
    </RegisterPersonForm>
  );
}
