import { useTranslations } from "next-intl";
import { ChoiceField } from "@/app/_ui/form/fields";
import { ShownWhen } from "@/app/_ui/form/ShownWhen";
import { PersonFields } from "@/app/_ui/PersonFields";
import { PersonName } from "@/app/_ui/PersonName";
import { dotBetween } from "@/lib/i18n/rules";
import type { ownProfile } from "@/lib/people/queries";
import { displayPhone } from "@/lib/phone/phone";
import { registrants } from "@/lib/registrations/schema";

/**
 * Who takes part: a visitor fills in their own name and contact; somebody signed in says whether it is themselves, as they
 * are known, or somebody else.
 */
export function ForWhom({
  me,
}: {
  /** Whoever is signed in; null for a visitor. */
  me: ReturnType<typeof ownProfile> | null;
}) {
  const t = useTranslations("register");
  if (!me) return <Contact own />;
  return (
    <>
      <ChoiceField
        name="who"
        label={t("who")}
        options={registrants.map((value) => ({ value, label: t(value) }))}
      />
      <ShownWhen field="who" is="self" className="self-only">
        <div className="card grid gap-1">
          <p className="quiet">{t("selfAs")}</p>
          <p className="font-semibold">
            <PersonName name={me.name} latinName={me.latinName} />
          </p>
          <p>
            <bdi dir="ltr">
              {[me.phone && displayPhone(me.phone), me.email].filter(Boolean).join(dotBetween)}
            </bdi>
          </p>
        </div>
      </ShownWhen>
      <ShownWhen field="who" is="other" className="other-only">
        <div className="grid gap-5">
          <h3>{t("otherTitle")}</h3>
          <p className="quiet">{t("otherHint")}</p>
          <Contact own={false} />
        </div>
      </ShownWhen>
    </>
  );
}

/**
 * What somebody does, and where: of whoever registers themselves, or somebody else; whoever is signed in and registers
 * themselves is known.
 */
export function Work({ signedIn, organisations }: { signedIn: boolean; organisations: readonly string[] }) {
  const t = useTranslations("register");
  const fields = (
    <PersonFields
      fields={["organisation", "position"]}
      asked={[]}
      own={!signedIn}
      organisations={organisations}
      words={{ position: signedIn ? {} : { label: t("position") } }}
    />
  );
  return signedIn ? (
    <ShownWhen field="who" is="other" className="other-only">
      <div className="grid gap-5">{fields}</div>
    </ShownWhen>
  ) : (
    fields
  );
}

/** Name and contact. */
function Contact({ own }: { own: boolean }) {
  const t = useTranslations("register");
  return (
    <PersonFields
      fields={["name", "latinName", "phone", "email"]}
      asked={["name", "phone", "email"]}
      own={own}
      words={{
        name: { hint: t("nameHint") },
        latinName: { hint: t("latinNameHint") },
        phone: { hint: t("phoneHint") },
      }}
    />
  );
}
