"use client";

import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import {
  startTransition,
  useActionState,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Values } from "@/app/_actions/readPost";
import { WhoseContext } from "@/app/_ui/form/PageOf";
import { orWithoutAnswer } from "@/app/_ui/form/withoutAnswer";
import { signedInAs } from "@/lib/accounts/rules/signIns";
import { timeRange } from "@/lib/i18n/format";
import { isolate } from "@/lib/i18n/rules";
import { clashAt, type InTheWay, samePlace, type TakenTime } from "@/lib/timetable/rules/carry";
import type { Place, PlaceOfGroup } from "@/lib/timetable/rules/sessions";
import { rearrangeSessions } from "../../../actions";

type Answer = Awaited<ReturnType<typeof rearrangeSessions>>;

/** A session as it can be taken up. */
export type Movable = PlaceOfGroup & {
  id: number;
  version: number;
  /** As it is called within a sentence. */
  called: string;
  trainers: readonly { id: number }[];
  /** Whoever was asked for it and has not answered. */
  asked: readonly { id: number }[];
  roomId: number | null;
  kind: string;
  /** True once attendance was taken. */
  held: boolean;
};

/** Time of a trainer or a room that another course takes; it is called nothing where that is not the reader's to know. */
export type TakenElsewhere = TakenTime & { called: string | null };

/** A day of the course, and what it is where nobody works on it. */
export type MoveDay = { day: string; said: string; off: string | null };

/** What is in somebody's hand: which session, where it would land, whether the mouse holds it, or it was put down there. */
export type Carried = { id: number; place: Place; by: "mouse" | "keys"; down: boolean };

/** Taking a session up, and what becomes of it; `said` is for the ear. */
export function useCarry(
  courseId: number,
  sessions: readonly Movable[],
  days: readonly MoveDay[],
  inTheWay: InTheWay<TakenElsewhere>,
  names: Readonly<Record<number, string>>,
) {
  const t = useTranslations("carry");
  const locale = useLocale();
  const account = useContext(WhoseContext);
  const view = useSearchParams().get("view");
  const action = useMemo(() => orWithoutAnswer(rearrangeSessions), []);
  const [state, send, pending] = useActionState<Answer, Values>(action, { status: "new" });
  const [carried, setCarried] = useState<Carried | null>(null);
  const [said, setSaid] = useState("");
  /** That it went back though the mouse let it go, until that is read. */
  const [back, setBack] = useState<string | null>(null);
  /** What was put down last, to put it down again where the answer was a question. */
  const last = useRef<Carried | null>(null);
  /** The answer that its reader has read. */
  const [read, setRead] = useState(0);
  const find = useCallback((id: number) => sessions.find((s) => s.id === id), [sessions]);

  const where = useCallback(
    (place: Place) => {
      const day = days.find((one) => one.day === place.day);
      return t("where", {
        day: [day?.said ?? place.day, day?.off].filter(Boolean).join(", "),
        times: isolate(timeRange(place.startsAt, place.endsAt, locale), locale),
      });
    },
    [days, locale, t],
  );
  const whereMet = useCallback(
    (id: number, place: Place) => {
      const clash = clashAt(place, id, sessions, inTheWay);
      if (!clash) return where(place);
      if (clash.kind === "away")
        return t("trainerAway", { where: where(place), name: names[clash.trainerId] ?? "" });
      if (!("other" in clash)) return t(`over.${clash.kind}`, { where: where(place) });
      const said = { where: where(place), session: clash.other.called ?? t("otherCourse") };
      if (clash.kind !== "trainer") return t(clash.kind === "room" ? "roomTaken" : "meets", said);
      return t("trainerBusy", { ...said, name: names[clash.trainerId] ?? "" });
    },
    [sessions, inTheWay, names, t, where],
  );
  const take = useCallback(
    (id: number) => {
      const session = find(id);
      if (!session) return;
      if (session.held) {
        setSaid(t("held", { session: session.called }));
        return;
      }
      setBack(null);
      setCarried({ id, place: session, by: "keys", down: false });
      setSaid(t("taken", { session: session.called, where: where(session) }));
    },
    [find, t, where],
  );
  const over = useCallback(
    (id: number, place: Place, by: Carried["by"]) => {
      setBack(null);
      setCarried((now) =>
        now?.id === id && samePlace(now.place, place) ? now : { id, place, by, down: false },
      );
      setSaid(whereMet(id, place));
    },
    [whereMet],
  );
  const putBack = useCallback(() => {
    const session = carried ? find(carried.id) : undefined;
    setCarried(null);
    if (!session) return;
    const words = t("back", { session: session.called, where: where(session) });
    setSaid(words);
    if (carried?.by === "mouse") setBack(words);
  }, [carried, find, t, where]);
  const putDown = useCallback(
    (id: number, place: Place, anyway = false) => {
      const session = find(id);
      if (!session) return;
      if (samePlace(session, place)) {
        setCarried(null);
        setSaid(t("back", { session: session.called, where: where(session) }));
        return;
      }
      last.current = { id, place, by: "keys", down: true };
      setCarried(last.current);
      setSaid(t("down", { where: where(place) }));
      startTransition(() =>
        send({
          courseId,
          sessionId: id,
          version: session.version,
          how: "move",
          day: place.day,
          startsAt: place.startsAt,
          endsAt: place.endsAt,
          anyway,
          ...(view === null ? {} : { view }),
          ...(account === null ? {} : { [signedInAs]: String(account) }),
        }),
      );
    },
    [account, courseId, find, send, t, view, where],
  );
  // Whatever the answer was: it stands where it is now, or has gone back.
  useEffect(() => {
    if (!pending) setCarried((now) => (now?.down ? null : now));
  }, [pending]);
  const fault = state.status === "fault" && !pending && carried === null && state.at !== read ? state : null;
  return {
    carried,
    said,
    sayEdge: () => carried && setSaid(t("edge", { where: where(carried.place) })),
    whereMet,
    find,
    take,
    over,
    putBack,
    putDown,
    pending,
    back,
    hideBack: () => setBack(null),
    /** Why it was put back, until that is read. */
    fault: fault?.fault ?? null,
    dismiss: () => {
      if (state.status === "fault") setRead(state.at);
      return last.current?.id ?? 0;
    },
    /** Puts it down where it was refused for the day alone. */
    anyway: () => last.current && putDown(last.current.id, last.current.place, true),
  };
}
