"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useFormContext } from "react-hook-form";

type Venue = { value: string; label: string; country: string };

/**
 * The way to a new venue, in a tab of its own. Whoever comes back finds it among the venues, and chosen where it is the only new
 * one and in the country of the course.
 */
export function AddVenue({ venues, label, hint }: { venues: readonly Venue[]; label: string; hint: string }) {
  const t = useTranslations("planSteps");
  const router = useRouter();
  const { getValues, setValue } = useFormContext();
  /** What there was as somebody went; null before. */
  const before = useRef<ReadonlySet<string> | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    const onBack = () => {
      if (before.current && document.visibilityState === "visible") router.refresh();
    };
    document.addEventListener("visibilitychange", onBack);
    return () => document.removeEventListener("visibilitychange", onBack);
  }, [router]);
  useEffect(() => {
    const there = before.current;
    const [added, other] = there ? venues.filter(({ value }) => !there.has(value)) : [];
    if (!added || other || added.country !== getValues("country")) return;
    before.current = new Set(venues.map(({ value }) => value));
    setValue("venueId", added.value, { shouldDirty: true });
    setChosen(added.label);
  }, [venues, getValues, setValue]);
  return (
    <div className="quiet">
      <Link
        href="/desk/settings#venues"
        prefetch={false}
        target="_blank"
        rel="noopener"
        onClick={() => {
          before.current = new Set(venues.map(({ value }) => value));
        }}
      >
        {label}
      </Link>{" "}
      {hint}
      <p role="status">{chosen === null ? null : t("venueChosen", { venue: chosen })}</p>
    </div>
  );
}
