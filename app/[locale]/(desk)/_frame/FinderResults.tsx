"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Finds } from "@/app/_server/finds";
import { PersonName } from "@/app/_ui/PersonName";
import { Written } from "@/app/_ui/Written";

/** What is found for what is typed so far, and how much it is; each leads to its page. */
export function FinderResults({ typed, finds }: { typed: string; finds: Finds | "none" | null }) {
  const t = useTranslations("finder");
  const found = finds === "none" ? null : finds;
  const count = found ? found.courses.length + found.people.length + (found.certificate ? 1 : 0) : 0;
  return (
    <>
      <p role="status" className="quiet">
        {finds === "none"
          ? t("noAnswer")
          : found?.short
            ? t("short")
            : found?.more
              ? t("more", { count })
              : found
                ? t("found", { count })
                : ""}
      </p>
      {found?.certificate ? (
        <Group title={t("certificate")}>
          <li>
            <a href={`/verify/${found.certificate}`} className="finder-link">
              <span className="font-mono">
                <bdi dir="ltr">{found.certificate}</bdi>
              </span>
            </a>
          </li>
        </Group>
      ) : null}
      {found && found.courses.length > 0 ? (
        <Group title={t("courses")}>
          {found.courses.map((course) => (
            <li key={course.id}>
              <Line href={`/desk/courses/${course.id}`} under={course.under}>
                <Written>{course.title}</Written>
              </Line>
            </li>
          ))}
        </Group>
      ) : null}
      {found && found.people.length > 0 ? (
        <Group title={t("people")}>
          {found.people.map((person) => (
            <li key={person.id}>
              <Line href={`/desk/people/${person.id}`} under={person.under}>
                <PersonName name={person.name} latinName={person.latinName} inLine />
              </Line>
            </li>
          ))}
        </Group>
      ) : null}
      {count > 0 ? (
        <p>
          <a href={`/desk/search?${new URLSearchParams({ q: typed })}`} className="finder-link text-accent">
            {t("all")}
          </a>
        </p>
      ) : null}
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1">
      <h2 className="text-sm text-muted px-3">{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

/** Lines of the page's direction, whatever that of what stands in them. */
function Line({ href, under, children }: { href: string; under: string; children: ReactNode }) {
  return (
    <a href={href} className="finder-link">
      <span className="font-semibold">{children}</span>
      {under ? (
        <span className="quiet">
          <Written>{under}</Written>
        </span>
      ) : null}
    </a>
  );
}
