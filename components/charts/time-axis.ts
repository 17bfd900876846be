import { scaleUtc } from "d3-scale";
import { type Day, dayNumber, dayOf } from "#lib/model/instant.ts";

/** TimeAxis lays days from left to right, as percents of the width. */
export interface TimeAxis {
  readonly from: Day;
  readonly to: Day;
  readonly percentOf: (day: Day) => number;
  readonly ticks: readonly { readonly day: Day; readonly percent: number; readonly label: string }[];
}

// More labels than these touch each other on a narrow screen.
const ticksMax = 6;

/** timeAxis spans the days from the first to the last, with labels where months or weeks begin. */
export function timeAxis(from: Day, to: Day): TimeAxis {
  const scale = scaleUtc([moment(from), moment(from === to ? dayAfter(to) : to)], [0, 100]);
  const percentOf = (day: Day) => scale(moment(day));
  const days = scale.ticks(ticksMax).map((date) => dayOf(date.toISOString()));
  return { from, to, percentOf, ticks: days.map((day) => ({ day, percent: percentOf(day), label: tickLabel(day) })) };
}

function moment(day: Day): Date {
  return new Date(dayNumber(day) * 86_400_000);
}

function dayAfter(day: Day): Day {
  return dayOf(new Date((dayNumber(day) + 1) * 86_400_000).toISOString());
}

const yearFormat = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });
const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** `Aug` where a month begins, `Jan 2026` where a year does, `12 Aug` between. */
function tickLabel(day: Day): string {
  const format = day.endsWith("-01-01") ? yearFormat : day.endsWith("-01") ? monthFormat : dayFormat;
  return format.format(moment(day));
}
