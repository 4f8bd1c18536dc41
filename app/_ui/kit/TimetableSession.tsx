import { Hand, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { CSSProperties, ReactNode } from "react";
import { minutesOf } from "@/lib/time/civil";
import type { Lane } from "@/lib/timetable/rules/grid";
import type { BarTone } from "./GoalBar";
import { sessionLink } from "./sessionLink";

/** A session as the sheet draws it. */
export type GridSession = {
  id: number;
  day: string;
  startsAt: string;
  endsAt: string;
  tone: BarTone;
  /** Where it is shown in full. */
  href: string;
  name: ReactNode;
  /** From when to when, heard and seen. */
  times: ReactNode;
  /** For which group it is (none: everybody), and what it is about, where its name is a code: in the list alone. */
  group?: ReactNode;
  about: ReactNode;
  /** Who trains it and where, a line each. */
  who: ReactNode;
  where: ReactNode;
  /** What is wrong with it, in a word or two each; `stop` is drawn as a red edge. */
  signs: readonly { tone: "stop" | "attention"; word: string }[];
  /** True where it is the one beside the sheet. */
  shown: boolean;
  /** True where it was just saved. */
  marked: boolean;
  /** That a hand placed it, for whoever may move it. */
  byHand: string | null;
  /** What says how it is moved, by its id, for whoever may. */
  movedBy?: string | undefined;
};

/** From when on something is drawn, and how high. */
export const spanOf = (startsAt: string, endsAt: string) =>
  ({ "--at": minutesOf(startsAt), "--for": minutesOf(endsAt) - minutesOf(startsAt) }) as CSSProperties;

/** How many whole lines a session has room for, at an hour of so many rem: none is cut through. */
const linesIn = (minutes: number, hour: number) =>
  Math.max(1, Math.floor(((minutes / 60) * hour - 0.5) / 1.125));

/** One session: in a list with its times before it, on a sheet in its place. */
export function Session({ session: s, lane, lanes, hour }: Lane<GridSession> & { hour: number }) {
  const lines = linesIn(minutesOf(s.endsAt) - minutesOf(s.startsAt), hour);
  const wrong = s.signs.some(({ tone }) => tone === "stop");
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
          "--name-lines": Math.min(2, lines),
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
        aria-describedby={s.movedBy}
      >
        <span className="tt-in" data-few={lines < 3 || undefined}>
          <span className="tt-name">
            {wrong && lines < 3 ? <TriangleAlert size={14} aria-hidden className="tt-sign-mark" /> : null}
            {s.name}
          </span>{" "}
          {s.group ? <span className="tt-group">{s.group} </span> : null}
          {s.signs.map(({ tone, word }) => (
            <span key={word} className="tt-sign" data-tone={tone}>
              <TriangleAlert size={13} aria-hidden /> {word}{" "}
            </span>
          ))}
          <span className="tt-times">{s.times}</span>{" "}
          {s.about ? <span className="tt-more tt-about">{s.about} </span> : null}
          {/* Where one goes before whom one meets there: a short session has room for one of both. */}
          {s.where ? <span className="tt-more">{s.where} </span> : null}
          {s.who || s.byHand ? (
            <span className="tt-more">
              {s.who}
              {s.byHand ? (
                <>
                  {" "}
                  <Hand size={12} aria-hidden className="tt-hand" />{" "}
                  <span className="sr-only">{s.byHand}</span>
                </>
              ) : null}
            </span>
          ) : null}
        </span>
      </Link>
    </li>
  );
}
