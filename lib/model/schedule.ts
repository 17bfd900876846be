/**
 * effectiveCron is the cron line by which an organization is scanned, or null when it never is by itself.
 *
 * @param own the organization's: null for the default, empty for never. The sample never changes, and is left alone.
 */
export function effectiveCron(
  { scanCron, isSample }: { readonly scanCron: string | null; readonly isSample: boolean },
  defaultCron: string | null,
): string | null {
  if (isSample || scanCron === "") return null;
  return scanCron ?? defaultCron;
}
