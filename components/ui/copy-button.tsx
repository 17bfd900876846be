import { cn } from "./class-names.ts";

export interface CopyButtonProps {
  readonly text: string;
  /** `text` is an address of this site, and copied whole. */
  readonly isAddress?: boolean;
  /** What is copied, for the name of the button: "revision". */
  readonly what: string;
  readonly className?: string;
}

/** CopyButton puts `text` on the clipboard and says so for a moment, by way of the page's `CopyLayer`. */
export function CopyButton({ text, isAddress = false, what, className }: CopyButtonProps) {
  return (
    <button
      type="button"
      data-copy={text}
      data-copy-address={isAddress ? "" : undefined}
      data-hint=""
      aria-label={`Copy ${what}`}
      className={cn(
        "copy-mark needs-scripts inline-grid size-6 shrink-0 place-items-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground print:hidden",
        className,
      )}
    />
  );
}
