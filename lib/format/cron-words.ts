const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/**
 * cronWords says the cron lines that people write most: every hour, every day, on one day of the week. Null for any
 * other: its next moments say more than its words would.
 */
export function cronWords(cron: string): string | null {
  const [minute = "", hour = "", dayOfMonth = "", month = "", dayOfWeek = ""] = cron.trim().split(/\s+/);
  if (!/^\d{1,2}$/.test(minute) || dayOfMonth !== "*" || month !== "*") return null;
  if (hour === "*" && dayOfWeek === "*") return `every hour at minute ${Number(minute)}`;
  if (!/^\d{1,2}$/.test(hour)) return null;
  const at = `at ${hour.padStart(2, "0")}:${minute.padStart(2, "0")} UTC`;
  if (dayOfWeek === "*") return `every day ${at}`;
  if (dayOfWeek === "1-5") return `Monday to Friday ${at}`;
  const weekday = /^[0-7]$/.test(dayOfWeek) ? weekdays[Number(dayOfWeek) % 7] : undefined;
  return weekday === undefined ? null : `every ${weekday} ${at}`;
}
