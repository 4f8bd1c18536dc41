import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { keyIn } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { CheckField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { ListFields } from "@/app/_ui/peopleList/ListFields";
import { ListPage } from "@/app/_ui/peopleList/ListPage";
import { OnceRead } from "@/app/_ui/peopleList/ListRead";
import * as gate from "@/lib/access/gate";
import { allows } from "@/lib/courses/rules";
import { isLocale } from "@/lib/i18n/rules";
import { ConsentText } from "../ConsentText";
import { RegisterListForm } from "../forms";

type Props = { params: Promise<{ course: string }> };

export const generateMetadata = async () => ({ title: (await getTranslations("peopleList"))("title") });

/** Registering the people of a list that is pasted, all of them together. */
export default async function RegisterList({ params }: Props) {
  const { course: key } = await params;
  const path = `/desk/courses/${encodeURIComponent(key)}/registrations`;
  const cx = await requireContext("registrations.decide", `${path}/list`);
  const course = courseOfDesk(cx, keyIn(key));
  if (!course) notFound();
  granted(() => gate.course(cx, "registrations.decide", course.id));
  const locale = await getLocale();
  const t = await getTranslations("peopleList");
  const registrations = await getTranslations("registrations");
  const register = await getTranslations("register");
  return (
    <ListPage back={path}>
      {allows(course.state, "decide") ? (
        <MoreMessages of={["peopleList", "registrationState"]}>
          <RegisterListForm defaults={{ language: course.languages.find((l) => isLocale(l)) ?? locale }}>
            <ListFields
              course={course}
              raiseAt={
                gate.mayIn(cx, "course.edit", course) ? `/desk/courses/${course.id}/edit#places` : undefined
              }
            >
              {course.admission === "selection" ? (
                <CheckField name="accept" label={t("acceptAll")} />
              ) : (
                <p className="quiet">{registrations("byTurn")}</p>
              )}
              <OnceRead>
                <section className="grid gap-3">
                  <h2 className="text-base">{register("consentTitle")}</h2>
                  <ConsentText course={course} />
                  <CheckField name="consent" label={t("consent")} />
                </section>
              </OnceRead>
            </ListFields>
          </RegisterListForm>
        </MoreMessages>
      ) : (
        <Notice>{registrations("closed")}</Notice>
      )}
    </ListPage>
  );
}
