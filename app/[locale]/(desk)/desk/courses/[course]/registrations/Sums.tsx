"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { DotMatrix } from "@/app/_ui/kit/DotMatrix";
import { useHeadRoom } from "@/app/_ui/kit/dock";
import { StatStrip } from "@/app/_ui/kit/StatStrip";
import { useTickedNow } from "@/app/_ui/kit/tickedNow";
import { holdsSeat, type RegistrationState, undecidedStates } from "@/lib/registrations/rules";
import "./sums.css";

/** What is known of a row that can be ticked: its state, and where the person comes from. */
export type Tickable = { id: string; state: RegistrationState; organisation: number | null };

/** Places, what is to be decided and where people come from; and at once what accepting those ticked would make of it. */
export function Sums({
  capacity,
  taken,
  toDecide,
  toConfirm,
  waiting,
  tickable,
  organisations,
}: {
  capacity: number;
  taken: number;
  toDecide: number;
  toConfirm: number;
  waiting: number;
  tickable: readonly Tickable[];
  /** Of those who hold a place. */
  organisations: readonly number[];
}) {
  const t = useTranslations("decisions");
  const band = useRef<HTMLDivElement>(null);
  const inBrowser = useInBrowser();
  useHeadRoom(band, inBrowser);
  const ticked = new Set(useTickedNow());
  const fresh = tickable.filter(({ id, state }) => ticked.has(id) && !holdsSeat(state));
  const undecided = fresh.filter(({ state }) =>
    (undecidedStates as readonly string[]).includes(state),
  ).length;
  const then = taken + fresh.length;
  const free = Math.max(0, capacity - then);
  const still = toDecide + toConfirm - undecided;
  const places = { taken, ticked: fresh.length, toDecide: still, free };
  const from = new Set(organisations);
  const more = new Set(
    fresh.flatMap(({ organisation }) =>
      organisation === null || from.has(organisation) ? [] : organisation,
    ),
  ).size;
  return (
    <div ref={band} className="sums" data-sticks={inBrowser ? "" : undefined}>
      <StatStrip
        stats={[
          {
            label: t("acceptedOf", { capacity }),
            value: <Now now={taken} then={then} />,
            picture: (
              <DotMatrix
                label={t("places", places)}
                groups={[
                  { kind: "in", count: taken },
                  { kind: "offered", count: fresh.length },
                  { kind: "deciding", count: Math.min(still, free) },
                  { kind: "free", count: Math.max(0, free - still) },
                ]}
                perRow={30}
              />
            ),
            note: then > capacity ? t("over", { count: then - capacity }) : t("left", { count: free }),
            short: then > capacity,
          },
          {
            label: t("toDecide"),
            value: <Now now={toDecide + toConfirm} then={still} />,
            note: toConfirm > 0 ? t("toConfirmNote", { count: toConfirm }) : undefined,
          },
          { label: t("waiting"), value: waiting },
          {
            label: t("organisations"),
            value: <Now now={from.size} then={from.size + more} />,
            note: t("organisationsNote"),
          },
        ]}
      />
    </div>
  );
}

/** A number, and what it would become. */
function Now({ now, then }: { now: number; then: number }) {
  return (
    <>
      {now}
      {then === now ? null : (
        <em className="sums-then">
          {" "}
          <span aria-hidden>→</span> {then}
        </em>
      )}
    </>
  );
}
