import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { keyIn } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { ListFields } from "@/app/_ui/peopleList/ListFields";
import { ListPage } from "@/app/_ui/peopleList/ListPage";
import { OnceRead } from "@/app/_ui/peopleList/ListRead";
import * as gate from "@/lib/access/gate";
import { allows } from "@/lib/courses/rules";
import { isLocale } from "@/lib/i18n/rules";
import { RegisterParticipantsForm } from "../forms";
import { Consent } from "../new/Consent";
import { NotNow } from "../new/NotNow";

type Props = { params: Promise<{ course: string }> };

export const generateMetadata = async () => ({ title: (await getTranslations("peopleList"))("title") });

/** Registering the people of a list in a trainer's own workshop, all of them together. */
export default async function RegisterParticipants({ params }: Props) {
  const { course: key } = await params;
  const path = `/desk/courses/${encodeURIComponent(key)}/participants`;
  const cx = await requireContext("participants.register", `${path}/list`);
  const course = courseOfDesk(cx, keyIn(key));
  if (!course) notFound();
  granted(() => gate.workshop(cx, "participants.register", course.id));
  if (!allows(course.state, "decide")) return <NotNow atDoor={false} over={course.state} back={path} />;
  const locale = await getLocale();
  return (
    <ListPage back={path}>
      <MoreMessages of={["participants", "peopleList", "registrationState"]}>
        <RegisterParticipantsForm
          defaults={{ language: course.languages.find((l) => isLocale(l)) ?? locale }}
        >
          <ListFields course={course}>
            <OnceRead>
              <Consent course={course} several />
            </OnceRead>
          </ListFields>
        </RegisterParticipantsForm>
      </MoreMessages>
    </ListPage>
  );
}
