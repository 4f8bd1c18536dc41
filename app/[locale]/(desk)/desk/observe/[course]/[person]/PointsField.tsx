"use client";

import { ErrorLine } from "@/app/_ui/form/Labelled";
import { asText, useField, useNative } from "@/app/_ui/form/useField";
import "./points.css";

/** `looksLike`: what so many points look like, with their number in words; null where the rubric describes none. */
type Option = { points: number; looksLike: string | null };

/** The points of one criterion, side by side, above what those that are chosen look like: all that is described, until one is. */
export function PointsField({ name, label, options }: { name: string; label: string; options: Option[] }) {
  const field = useField(name, null, label);
  const native = useNative(name);
  const { id, ...props } = field.props;
  return (
    <fieldset className="points scroll-mt-4 grid gap-1" aria-describedby={props["aria-describedby"]}>
      <legend className="font-semibold mb-1">{label}</legend>
      <ErrorLine id={id} error={field.error} />
      <div className="points-row">
        {options.map((one, at) => (
          <label key={one.points} className="points-one">
            <input
              {...props}
              {...native}
              id={at === 0 ? id : `${id}-${one.points}`}
              type="radio"
              value={one.points}
              defaultChecked={asText(field.initial) === String(one.points)}
              aria-label={one.looksLike ?? undefined}
              className="points-mark"
            />
            <span className="points-figure">{one.points}</span>
          </label>
        ))}
      </div>
      <div className="quiet" aria-hidden>
        {options.map((one) =>
          one.looksLike === null ? null : (
            <p key={one.points} data-points={one.points}>
              {one.looksLike}
            </p>
          ),
        )}
      </div>
    </fieldset>
  );
}
