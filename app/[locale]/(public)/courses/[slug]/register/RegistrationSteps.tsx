"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { useFrame } from "@/app/_ui/form/frame";
import { ToField } from "@/app/_ui/form/Summary";
import { asText } from "@/app/_ui/form/useField";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { StepForm } from "@/app/_ui/kit/StepForm";
import { Written } from "@/app/_ui/Written";
import { dotBetween } from "@/lib/i18n/rules";

const keys = ["you", "work", "need", "check"] as const;
type Key = (typeof keys)[number];

/** Read back neither aloud nor on the screen: who looks over a shoulder need not know. */
const unread: ReadonlySet<string> = new Set(["sex", "displacement", "disability", "birthYear", "password"]);

/** The registration in four short steps, the last of which reads back what was said; one long form without JavaScript. */
export function RegistrationSteps({
  sections,
  questions,
  send,
}: {
  sections: Record<Key, ReactNode>;
  /** Names of the fields of the course's questions. */
  questions: readonly string[];
  /** The button that sends. */
  send: ReactNode;
}) {
  const t = useTranslations("registering");
  const inBrowser = useInBrowser();
  const fieldsOf: Record<Key, readonly string[]> = {
    you: ["who", "name", "latinName", "phone", "email"],
    work: ["organisation", "position", ...questions],
    need: ["needed", "needs", "sex", "displacement", "disability", "birthYear"],
    check: ["consent", "photoConsent", "password"],
  };
  return (
    <StepForm
      send={send}
      steps={keys.map((key) => ({
        key,
        title: t(`step.${key}`),
        asks: t(`asks.${key}`),
        said: key === "check" ? undefined : <InALine names={fieldsOf[key]} />,
        go: key === "you" ? t(`step.${key}`) : t("next", { name: t(`step.${key}`) }),
        fields: fieldsOf[key],
        children: (
          <>
            {key === "check" && inBrowser ? <ReadBack fieldsOf={fieldsOf} /> : null}
            {sections[key]}
          </>
        ),
      }))}
    />
  );
}

/** What was said in some fields, by name, in the reader's words. */
function useSaid(names: readonly string[]) {
  const { spoken } = useFrame();
  const values = useWatch({ name: [...names] });
  return names.flatMap((name, i) => {
    if (unread.has(name)) return [];
    const text = (spoken.get(name) ?? asText)(values[i]).trim();
    return text ? [{ name, text }] : [];
  });
}

function InALine({ names }: { names: readonly string[] }) {
  const t = useTranslations("registering");
  const said = useSaid(names);
  if (said.length === 0) return t("nothingSaid");
  return said.map(({ name, text }, i) => (
    <span key={name}>
      {i > 0 ? dotBetween : ""}
      <Written className={name}>{text}</Written>
    </span>
  ));
}

/** What was said, each part with the way to change it. */
function ReadBack({ fieldsOf }: { fieldsOf: Record<Key, readonly string[]> }) {
  const t = useTranslations("registering");
  const parts = useTranslations("parts");
  const { labels } = useFrame();
  const said = useSaid(keys.slice(0, -1).flatMap((key) => fieldsOf[key]));
  // Asked after where nothing is there: no draft keeps it, and who comes back may take it for said.
  if (!said.some(({ name }) => /^need/.test(name))) said.push({ name: "needed", text: t("nothingSaid") });
  return (
    <section className="grid gap-1">
      <h3>{t("readBack")}</h3>
      <dl className="read-back">
        {said.map(({ name, text }) => (
          <div key={name}>
            <dt className="quiet">{labels.get(name)}</dt>
            <dd>
              <Written className={name}>{text}</Written>
            </dd>
            <dd>
              <ToField name={name}>
                {parts("change")}
                <span className="sr-only"> {labels.get(name)}</span>
              </ToField>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
