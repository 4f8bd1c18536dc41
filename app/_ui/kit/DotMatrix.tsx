import { useTranslations } from "next-intl";
import "./pictures.css";
import "./dot-matrix.css";

/**
 * What a dot says of its person. `in`: filled; `named`: filled in grey; `offered`: a ring of amber with a point, offered or
 * ticked; `deciding`: a ring of accent; `free`: a thin ring, nobody yet; `lost`: filled with red and struck through.
 */
export type DotKind = "in" | "named" | "offered" | "deciding" | "free" | "lost";
export type DotGroup = { kind: DotKind; count: number };

const pitch = 9;
const mostDots = 120;
/** How many people a dot may stand for. */
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** For how many people a dot stands, so that there are at most 120. */
export const peoplePerDot = (total: number) =>
  steps.find((each) => total / each <= mostDots) ?? Math.ceil(total / mostDots);

/** The dots of groups, in order; a group that has anybody has a dot. */
export function dotsOf(groups: readonly DotGroup[]): { each: number; dots: DotKind[] } {
  const each = peoplePerDot(groups.reduce((sum, group) => sum + group.count, 0));
  return {
    each,
    dots: groups.flatMap(({ kind, count }) =>
      Array.from<DotKind>({ length: count > 0 ? Math.max(1, Math.round(count / each)) : 0 }).fill(kind),
    ),
  };
}

/** A dot is a person. Where there are many, one stands for several, and that is said. */
export function DotMatrix({
  label,
  groups,
  perRow = 20,
}: {
  /** The picture in a sentence. */
  label: string;
  groups: readonly DotGroup[];
  perRow?: number;
}) {
  const t = useTranslations("pictures");
  const { each, dots } = dotsOf(groups);
  if (dots.length === 0) return null;
  const width = Math.min(perRow, Math.max(dots.length, 1)) * pitch;
  const height = Math.ceil(dots.length / perRow) * pitch;
  return (
    <div className="dot-matrix">
      <svg
        role="img"
        aria-label={label}
        className="picture mirrored"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMinYMin"
      >
        {dots.map((kind, place) => {
          const x = (place % perRow) * pitch + pitch / 2;
          const y = Math.floor(place / perRow) * pitch + pitch / 2;
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place.
          return <Dot key={place} kind={kind} x={x} y={y} />;
        })}
      </svg>
      {each > 1 ? <p className="dot-matrix-scale">{t("oneDot", { count: each })}</p> : null}
    </div>
  );
}

function Dot({ kind, x, y }: { kind: DotKind; x: number; y: number }) {
  const ring = kind === "offered" || kind === "deciding";
  return (
    <>
      <circle cx={x} cy={y} r={kind === "free" ? 3 : ring ? 2.75 : 3.5} className={`dot-${kind}`} />
      {kind === "offered" ? <circle cx={x} cy={y} r={1} className="dot-point" /> : null}
      {kind === "lost" ? (
        <path d={`M${x - 3} ${y + 3}l6 -6`} className="dot-strike" strokeWidth={1.5} />
      ) : null}
    </>
  );
}
