import { useTranslations } from "next-intl";
import { ChoiceField } from "@/app/_ui/form/fields";
import { PersonFields } from "@/app/_ui/PersonFields";
import { PersonName } from "@/app/_ui/PersonName";
import type { ownProfile } from "@/lib/people/queries";
import { displayPhone } from "@/lib/phone/phone";
import { registrants } from "@/lib/registrations/schema";

/**
 * Who takes part: a visitor fills in their own name and contact; somebody signed in says whether it is themselves, as they
 * are known, or somebody else.
 */
export function ForWhom({
  me,
  organisations,
}: {
  /** Whoever is signed in; null for a visitor. */
  me: ReturnType<typeof ownProfile> | null;
  /** Names that the field of the organisation offers. */
  organisations: readonly string[];
}) {
  const t = useTranslations("register");
  const contact = <Contact own={me === null} organisations={organisations} />;
  if (!me)
    return (
      <section className="grid gap-5">
        <h2>{t("you")}</h2>
        {contact}
      </section>
    );
  return (
    <>
      <section className="grid gap-3">
        <ChoiceField
          name="who"
          label={t("who")}
          options={registrants.map((value) => ({ value, label: t(value) }))}
        />
        <div className="self-only">
          <div className="card grid gap-1">
            <p className="quiet">{t("selfAs")}</p>
            <p className="font-semibold">
              <PersonName name={me.name} latinName={me.latinName} />
            </p>
            <p>
              <bdi dir="ltr">
                {[me.phone && displayPhone(me.phone), me.email].filter(Boolean).join(" · ")}
              </bdi>
            </p>
          </div>
        </div>
      </section>
      <div className="other-only">
        <section className="grid gap-5">
          <h2>{t("otherTitle")}</h2>
          <p className="quiet">{t("otherHint")}</p>
          {contact}
        </section>
      </div>
    </>
  );
}

/** Name and contact. */
function Contact({ own, organisations }: { own: boolean; organisations: readonly string[] }) {
  const t = useTranslations("register");
  return (
    <PersonFields
      fields={["name", "latinName", "phone", "email", "organisation", "position"]}
      asked={["name", "phone", "email"]}
      own={own}
      organisations={organisations}
      words={{
        name: { hint: t("nameHint") },
        latinName: { hint: t("latinNameHint") },
        phone: { hint: t("phoneHint") },
        position: own ? { label: t("position") } : {},
      }}
    />
  );
}
