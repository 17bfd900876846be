"use client";

import { type KeyboardEvent, type PointerEvent, useMemo, useState } from "react";
import { formatDay } from "#lib/format/format.ts";
import { dayAt, dayNumber } from "#lib/model/instant.ts";
import { unpackCounts } from "./readout-counts.ts";
import { type ReadoutScale, readingOf } from "./readout-words.ts";

/** ReadoutLine is one series as it is read out: for each day of the axis, from its first, what counts then, packed. */
export interface ReadoutLine {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  readonly counts: string;
}

export interface TrendReadoutProps {
  /** Names the control for people who do not see the picture. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** Days before this one were rebuilt from history; null when none were. */
  readonly seam: string | null;
  readonly lines: readonly ReadoutLine[];
  /** What the picture measures. */
  readonly scale: ReadoutScale;
}

const pageDays = 30;

/** TrendReadout tells the numbers of one day of a chart: the day under the pointer, or the one that the arrow keys chose. */
export function TrendReadout({ label, from, to, seam, lines, scale }: TrendReadoutProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const last = dayNumber(to) - dayNumber(from);
  const offset = Math.min(last, Math.max(0, chosen ?? last));
  const day = dayAt(dayNumber(from) + offset);
  const days = useMemo(() => lines.map((line) => unpackCounts(line.counts)), [lines]);
  const readings = lines.map(({ id, label: name, color }, index) => ({
    id,
    label: name,
    color,
    ...readingOf(days[index]?.[offset] ?? null, scale),
  }));
  const isRebuilt = seam !== null && day < seam;
  const percent = last === 0 ? 0 : (offset / last) * 100;

  function choose(event: PointerEvent<HTMLDivElement>) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    setChosen(Math.round(((event.clientX - left) / width) * last));
  }

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const next = keyTarget(event.key, offset, last);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={offset}
      aria-valuetext={`${formatDay(day)}: ${readings.map((line) => `${line.label} ${line.words}`).join("; ")}`}
      onPointerMove={choose}
      onPointerDown={choose}
      onPointerLeave={() => setChosen(null)}
      onFocus={() => setChosen((before) => before ?? last)}
      onBlur={() => setChosen(null)}
      onKeyDown={move}
      className="absolute inset-0 touch-pan-y rounded-md print:hidden"
    >
      {chosen === null ? null : (
        <>
          <div className="absolute inset-y-0 border-foreground/60 border-l" style={{ left: `${percent}%` }} />
          {readings.map(({ id, color, height }) =>
            height === null ? null : <Dot key={id} color={color} percent={percent} height={height} />,
          )}
          <div
            className="absolute top-2 z-10 w-max max-w-[min(20rem,85%)] rounded-md border bg-popover px-3 py-2 text-small shadow-md"
            style={percent > 50 ? { right: `calc(${100 - percent}% + 10px)` } : { left: `calc(${percent}% + 10px)` }}
          >
            <p className="font-medium">
              {formatDay(day)}
              {isRebuilt ? ", rebuilt from git history" : ""}
            </p>
            {readings.map((line) => (
              <p key={line.id} className="mt-1 flex items-baseline gap-2">
                <span aria-hidden className="size-2 shrink-0 rounded-full" style={{ background: line.color }} />
                <span className="text-muted-foreground">{line.label}</span>
                <span className="ml-auto pl-3 text-right">{line.words}</span>
              </p>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

function keyTarget(key: string, offset: number, last: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: offset - 1,
    ArrowDown: offset - 1,
    ArrowRight: offset + 1,
    ArrowUp: offset + 1,
    PageDown: offset - pageDays,
    PageUp: offset + pageDays,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.min(last, Math.max(0, target));
}

interface DotProps {
  readonly color: string;
  readonly percent: number;
  readonly height: number;
}

function Dot({ color, percent, height }: DotProps) {
  return (
    <span
      aria-hidden
      className="-translate-x-1/2 absolute size-2.5 translate-y-1/2 rounded-full border-2 border-card"
      style={{ left: `${percent}%`, bottom: `${height * 100}%`, background: color }}
    />
  );
}
