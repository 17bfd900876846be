import { TextField } from "#components/ui/text-field.tsx";
import { formatDay } from "#lib/format/format.ts";
import type { WaiverPeriod } from "#lib/model/waiver.ts";

/** WaiverFields ask what every waiver needs: why, and until when. */
export function WaiverFields({ firstDay, lastDay }: WaiverPeriod) {
  return (
    <>
      <TextField label="Reason, for everybody to read" name="reason" required minLength={3} maxLength={500} />
      <span>
        <TextField label="Last day" name="expiresOn" type="date" required min={firstDay} max={lastDay} />
        <span className="mt-1 block text-muted-foreground text-small">
          It holds through the end of that day, UTC; {formatDay(lastDay)} at the latest.
        </span>
      </span>
    </>
  );
}
