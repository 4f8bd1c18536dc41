import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, keyIn, oneOf, type SearchParams } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { readersDay } from "@/app/_server/zone";
import { DayField } from "@/app/_ui/form/days";
import { Hidden, SelectField, Submit, TextArea, TextField } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Toast } from "@/app/_ui/kit/Toast";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import * as threads from "@/lib/access/threadGate";
import { followersOf, type ThreadEntry, teamOf, threadOf } from "@/lib/cascade/queries";
import { enteredKinds } from "@/lib/cascade/rules/thread";
import { type Locale, nameFor, shownIn } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import { ifGranted } from "@/lib/result";
import { Thread } from "../_thread/Thread";
import { EnterForm, StrikeForm, UndoForm } from "./forms";

type Props = { params: Promise<{ organisation: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const of = keyIn((await params).organisation);
  const organisation = ifGranted(() => threads.followed(cx, "thread.read", of));
  const t = await getTranslations("thread");
  return organisation ? { title: t("pageTitle", { organisation: organisation.name }) } : {};
}

const asked = asking({ entered: key, done: oneOf(["struck"]) });

/** The thread of an organisation, for coordinators and trainers, and the form by which it goes on. */
export default async function OrganisationThread({ params, searchParams }: Props) {
  const { organisation: of } = await params;
  const path = `/desk/organisations/${encodeURIComponent(of)}/thread`;
  const cx = await requireContext("thread.read", path);
  const organisation = granted(() => threads.followed(cx, "thread.read", keyIn(of)), path);
  const thread = threadOf(cx, organisation);
  const programmes = followersOf(cx, organisation);
  const keys = programmes.map(({ id }) => id);
  const team = teamOf(cx, keys).filter(({ id }) => id !== cx.viewer.personId);
  const { entered, done } = await asked(searchParams);
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("thread");
  const coordinates = ifGranted(() => gate.organisation(cx, organisation.id)) !== null;
  const name = <Written>{organisation.name}</Written>;
  const undoable = thread.entries.find((entry) => entry.id === entered && entry.undoable);
  return (
    <div className="grid gap-6 max-w-3xl">
      <PageHead
        title={t("title")}
        under={coordinates ? <Link href={`/desk/organisations/${organisation.id}`}>{name}</Link> : name}
      />
      {programmes.length > 0 ? (
        <section className="card grid gap-4" aria-labelledby="enter">
          <h2 id="enter" className="text-base">
            {t("enter")}
          </h2>
          <EnterForm
            className="grid gap-4"
            defaults={{
              programmeId: String(programmes[0]!.id),
              kind: "follow_up",
              day: await readersDay(cx),
            }}
          >
            <Hidden name="organisationId" value={organisation.id} />
            {programmes.length > 1 ? (
              <SelectField
                name="programmeId"
                label={t("programme")}
                options={programmes.map(({ id, title }) => ({
                  value: String(id),
                  label: shownIn(programmeCalled(title), locale),
                }))}
              />
            ) : (
              <Hidden name="programmeId" value={programmes[0]!.id} />
            )}
            <SelectField
              name="kind"
              label={t("what")}
              options={enteredKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
            <DayField name="day" label={t("day")} />
            {team.length > 0 ? (
              <SelectField
                name="doneById"
                label={t("doneBy")}
                options={[
                  { value: "", label: t("doneByMe") },
                  ...team.map((one) => ({ value: String(one.id), label: nameFor(one, locale) })),
                ]}
              />
            ) : null}
            <TextField
              name="doneByWords"
              label={t("doneByWords")}
              hint={t("doneByWordsHint")}
              optional={t("optional")}
            />
            <TextArea name="words" label={t("words")} hint={t("wordsHint")} optional={t("optional")} />
            <div>
              <Submit busy={t("saving")}>{t("enterNow")}</Submit>
            </div>
          </EnterForm>
        </section>
      ) : null}
      <section className="grid gap-3" aria-labelledby="thread">
        <h2 id="thread">{t("became")}</h2>
        <Thread
          thread={thread}
          courseLinks={coordinates}
          under={(entry) => (entry.strikes ? <Strike entry={entry} /> : null)}
        />
      </section>
      {undoable ? (
        <Toast
          of={String(undoable.id)}
          undo={
            <UndoForm>
              <Hidden name="entryId" value={undoable.id} />
              <Submit tone="quiet" busy={t("saving")}>
                {t("undo")}
              </Submit>
            </UndoForm>
          }
        >
          {t("entered")}
        </Toast>
      ) : null}
      {done ? <Toast of={done}>{t("struck")}</Toast> : null}
    </div>
  );
}

async function Strike({ entry }: { entry: ThreadEntry }) {
  const t = await getTranslations("thread");
  return (
    <details className="print:hidden" suppressHydrationWarning>
      <summary className="text-sm min-h-9 content-center">{t("strike")}</summary>
      <StrikeForm className="grid gap-3 pt-2">
        <Hidden name="entryId" value={entry.id} />
        <TextField name="reason" label={t("reason")} />
        <div>
          <Submit tone="stop" busy={t("saving")}>
            {t("strikeNow")}
          </Submit>
        </div>
      </StrikeForm>
    </details>
  );
}
