"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names.ts";

const itemClasses =
  "flex cursor-pointer select-none items-center gap-2 rounded-md px-2 py-1.5 text-body outline-none data-[disabled]:cursor-default data-[disabled]:opacity-60 data-[highlighted]:bg-muted [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground";

export interface DropdownMenuProps {
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly align?: "start" | "end";
  readonly className?: string;
}

/** DropdownMenu lists actions or choices under a button; arrows move, Enter picks, Escape closes. */
export function DropdownMenu({ trigger, children, align = "end", className }: DropdownMenuProps) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            "appear z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto rounded-md border bg-popover p-1 shadow-md",
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** DropdownItem is one action of a menu. */
export function DropdownItem({ className, ...props }: ComponentProps<typeof Primitive.Item>) {
  return <Primitive.Item className={cn(itemClasses, className)} {...props} />;
}

/** DropdownLabel heads a group of a menu. */
export function DropdownLabel({ className, ...props }: ComponentProps<typeof Primitive.Label>) {
  return <Primitive.Label className={cn("px-2 py-1.5 text-muted-foreground text-small", className)} {...props} />;
}

/** DropdownCheckboxItem is one choice that is on or off; the menu stays open. */
export function DropdownCheckboxItem({ children, ...props }: ComponentProps<typeof Primitive.CheckboxItem>) {
  return (
    <Primitive.CheckboxItem className={itemClasses} onSelect={(event) => event.preventDefault()} {...props}>
      <span className="grid size-4 place-items-center rounded-md border border-input">
        <Primitive.ItemIndicator>
          <Check className="size-3! text-foreground!" aria-hidden />
        </Primitive.ItemIndicator>
      </span>
      {children}
    </Primitive.CheckboxItem>
  );
}
