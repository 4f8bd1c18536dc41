import { Hand, Hourglass, TriangleAlert, Video } from "lucide-react";
import Link from "next/link";
import { useLocale } from "next-intl";
import { type CSSProperties, Fragment } from "react";
import { breakable, timeRange } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import { minutesOf } from "@/lib/time/civil";
import type { Lane } from "@/lib/timetable/rules/grid";
import { Written } from "../Written";
import type { BarTone } from "./GoalBar";
import { sessionLink } from "./sessionLink";

/** A session as the sheet draws it: words and numbers alone, for each goes to the browser once. What it has not is left out. */
export type GridSession = {
  id: number;
  day: string;
  startsAt: string;
  endsAt: string;
  tone: BarTone;
  /** Where it is shown in full. */
  href: string;
  /** What it is called in few letters, where its module has that. */
  code?: string | undefined;
  /** The same with the letters of its tool alone, for the short line of one beside another. */
  codeShort?: string | undefined;
  /** What it is called; where it has a code, what that is about, in the list alone. */
  name: string;
  online?: boolean;
  /** For which group it is (none: everybody). */
  group?: string | undefined;
  /** What tells its group from the others of the course, where that is less than its name. */
  groupShort?: string | undefined;
  /** True where somebody was asked for it and has not answered. */
  waits?: boolean;
  /** Who trains it, by their names, and as what, where that is to be told. */
  who?: readonly { name: string; as?: string | undefined }[] | undefined;
  where?: readonly string[] | undefined;
  /** What is wrong with it, in a word or two each; `stop` is drawn as a red edge. */
  signs?: readonly { tone: "stop" | "attention"; word: string }[] | undefined;
  /** True where it is the one beside the sheet. */
  shown?: boolean;
  /** True where it was just saved. */
  marked?: boolean;
  /** True where a hand placed it, for whoever may move it. */
  byHand?: boolean;
};

/** What is the same of all sessions: that a hand placed one, and the id of what says how it is moved, for whoever may. */
export type OfAll = { byHand: string; movedBy?: string | undefined };

/** From when on something is drawn, and how high. */
export const spanOf = (startsAt: string, endsAt: string) =>
  ({ "--at": minutesOf(startsAt), "--for": minutesOf(endsAt) - minutesOf(startsAt) }) as CSSProperties;

/** How many whole lines a session has room for, at an hour of so many rem: none is cut through. */
const linesIn = (minutes: number, hour: number) =>
  Math.max(1, Math.floor(((minutes / 60) * hour - 0.5) / 1.125));

/** One session: in a list with its times before it, on a sheet in its place. */
export function Session({
  session: s,
  lane,
  lanes,
  hour,
  ofAll,
}: Lane<GridSession> & { hour: number; ofAll: OfAll }) {
  const locale = useLocale();
  const lines = linesIn(minutesOf(s.endsAt) - minutesOf(s.startsAt), hour);
  const signs = s.signs ?? [];
  const wrong = signs.some(({ tone }) => tone === "stop");
  // Beside another one a line is short: what tells them apart comes first, and the name has what is left of that line.
  const beside = lanes > 1;
  const nameLines = beside && lines < 6 ? 1 : 2;
  // What comes before the names of whoever trains it, each in a line of its own; its time as well where it is beside another.
  const before = 1 + signs.length + (s.group && !beside ? 1 : 0) + (beside ? 1 : 0) + (s.where ? 1 : 0);
  const people = s.who?.length ?? 0;
  const crowded = people > 1 && lines - before < people;
  return (
    <li
      id={`session-${s.id}`}
      className="tt-session"
      data-tone={s.tone}
      data-saved={s.marked ? "" : undefined}
      style={
        {
          ...spanOf(s.startsAt, s.endsAt),
          "--lane": lane,
          "--lanes": lanes,
          "--lines": lines,
          "--name-lines": Math.min(nameLines, lines),
        } as CSSProperties
      }
    >
      <span aria-hidden className="tt-when">
        <bdi dir="ltr">{s.startsAt}</bdi>{" "}
        <bdi dir="ltr" className="tt-until">
          {s.endsAt}
        </bdi>
      </span>
      <Link
        id={sessionLink(s.id)}
        href={s.href}
        scroll={false}
        prefetch={false}
        className="tt-block"
        data-wrong={wrong || undefined}
        aria-current={s.shown ? "true" : undefined}
        aria-describedby={ofAll.movedBy}
      >
        <span className="tt-in" data-few={lines < 3 || undefined} data-beside={beside || undefined}>
          <span className="tt-name">
            {wrong && lines < 3 ? <TriangleAlert size={14} aria-hidden className="tt-sign-mark" /> : null}
            {s.waits && (beside || lines < 4) ? (
              <Hourglass size={12} aria-hidden className="tt-waits" />
            ) : null}
            {s.code ? <Code {...s} short={beside} /> : <Written>{s.name}</Written>}
            {s.online ? (
              // In a short cell there is no room for where it is.
              <Video size={14} aria-hidden className="inline align-text-bottom ms-1" />
            ) : null}
          </span>{" "}
          {s.group ? (
            <span className="tt-group" data-short={(beside && s.groupShort) || undefined}>
              <span className="tt-group-whole">
                <Written>{s.group}</Written>
              </span>
              {beside && s.groupShort ? (
                <span aria-hidden className="tt-group-short">
                  <Written>{s.groupShort}</Written>
                </span>
              ) : null}{" "}
            </span>
          ) : null}
          {signs.map(({ tone, word }) => (
            <span key={word} className="tt-sign" data-tone={tone}>
              <TriangleAlert size={13} aria-hidden /> {word}{" "}
            </span>
          ))}
          <span className="tt-times">
            <bdi>
              {beside
                ? breakable(timeRange(s.startsAt, s.endsAt, locale))
                : timeRange(s.startsAt, s.endsAt, locale)}
            </bdi>
          </span>{" "}
          {s.code ? (
            <span className="tt-more tt-about">
              <Written>{s.name}</Written>{" "}
            </span>
          ) : null}
          {/* Where one goes before whom one meets there: a short session has room for one of both. */}
          {s.where ? (
            <span className="tt-more">
              {s.where.map((said, nth) => (
                <Fragment key={said}>
                  {nth > 0 ? dotBetween : null}
                  <Written>{said}</Written>
                </Fragment>
              ))}{" "}
            </span>
          ) : null}
          {s.who || s.byHand ? (
            <span className="tt-more">
              {/* No dot between two of them ends a line: the one after it may be below what is shown. */}
              <span className="dotted-names" data-crowded={crowded || undefined}>
                {s.who?.map(({ name, as }, nth) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two trainers may have one name, and none changes its place
                  <Fragment key={nth}>
                    {nth > 0 ? " " : null}
                    <span className="whole-name">
                      <span className="tt-who">
                        <Written>{name}</Written>
                        {as ? ` (${as})` : null}
                      </span>
                    </span>
                  </Fragment>
                ))}
                {s.byHand ? (
                  <span className="tt-hand">
                    {" "}
                    <Hand size={12} aria-hidden /> <span className="sr-only">{ofAll.byHand}</span>
                  </span>
                ) : null}
              </span>
            </span>
          ) : null}
        </span>
      </Link>
    </li>
  );
}

/** What a session is called in few letters; in a short line in fewer, and heard as elsewhere. */
function Code({ code, codeShort, short }: Pick<GridSession, "code" | "codeShort"> & { short: boolean }) {
  if (!short || !codeShort) return <bdi dir="ltr">{code}</bdi>;
  return (
    <>
      <bdi dir="ltr" className="tt-code-whole">
        {code}
      </bdi>
      <bdi dir="ltr" aria-hidden className="tt-code-short">
        {codeShort}
      </bdi>
    </>
  );
}
