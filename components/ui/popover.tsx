"use client";

import type { ComponentProps, ReactElement, ReactNode } from "react";
import { cn } from "./class-names.ts";
import { PopoverPanel } from "./popover-panel.tsx";

export interface PopoverProps {
  /** The one button that opens it. */
  readonly trigger: ReactElement<ComponentProps<"button">>;
  readonly children: ReactNode;
  readonly label: string;
  readonly align?: "start" | "center" | "end";
  readonly className?: string;
}

/** Popover shows a little more beside what was pressed; Escape or a press elsewhere closes it. */
export function Popover({ trigger, children, label, align = "center", className }: PopoverProps) {
  return (
    <PopoverPanel
      trigger={trigger}
      role="dialog"
      aria-label={label}
      align={align}
      className={cn("w-80 p-4", className)}
    >
      {children}
    </PopoverPanel>
  );
}
