"use client";

import { Popover as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

export interface PopoverProps {
  /** The one element that opens it. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly label: string;
  readonly className?: string;
}

/** Popover shows a little more beside what was pressed; Escape or a press elsewhere closes it. */
export function Popover({ trigger, children, label, className }: PopoverProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          sideOffset={6}
          collisionPadding={12}
          className={cn("appear z-50 w-80 rounded-md border bg-popover p-4 text-body shadow-md", className)}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
