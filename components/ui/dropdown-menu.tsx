"use client";

import {
  type ComponentProps,
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import { cn } from "./class-names.ts";
import { LineMark } from "./line-mark.tsx";
import { checkLine } from "./lines.ts";
import { plainElement } from "./plain-element.ts";
import { PopoverPanel } from "./popover-panel.tsx";

const itemClasses =
  "flex w-full cursor-pointer select-none items-center gap-2 rounded-md px-2 py-1.5 text-left text-body outline-none focus:bg-muted hover:bg-muted [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground";

export interface DropdownMenuProps {
  /** The one button that opens it. */
  readonly trigger: ReactElement<ComponentProps<"button">>;
  readonly children: ReactNode;
  readonly align?: "start" | "end";
  readonly className?: string;
}

/** DropdownMenu lists actions or choices under a button; arrows move, Enter picks, Escape closes. */
export function DropdownMenu({ trigger, children, align = "end", className }: DropdownMenuProps) {
  return (
    <PopoverPanel
      trigger={trigger}
      role="menu"
      align={align}
      className={cn("min-w-48 p-1", className)}
      onOpen={(menu) => itemsOf(menu)[0]?.focus()}
      onKeyDown={moveFocus}
      onClick={closeAfterChoice}
    >
      {children}
    </PopoverPanel>
  );
}

function itemsOf(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]")];
}

/** The keys of a menu, https://www.w3.org/WAI/ARIA/apg/patterns/menubar/; Escape is the browser's. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsOf(event.currentTarget);
  const at = items.findIndex((item) => item.matches(":focus"));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (event.key === "Tab") event.currentTarget.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}

/** A choice that is on or off leaves the menu open for the next one. */
function closeAfterChoice({ currentTarget: menu, target }: MouseEvent<HTMLElement>): void {
  if (target instanceof Element && target.closest("[role=menuitem]") !== null) menu.hidePopover();
}

export interface DropdownItemProps {
  readonly children: ReactNode;
  readonly onSelect?: () => void;
}

/** DropdownItem is one action of a menu. */
export function DropdownItem({ children, onSelect }: DropdownItemProps) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={itemClasses} onClick={onSelect}>
      {children}
    </button>
  );
}

/** DropdownLink is one item of a menu that leads to another page: it makes the link that it holds look like one. */
export function DropdownLink({ children }: { readonly children: ReactElement<ComponentProps<"a">> }) {
  const link = plainElement(children);
  const className = cn(itemClasses, link.props.className);
  return cloneElement(link, { role: "menuitem", tabIndex: -1, className });
}

/** DropdownLabel heads a group of a menu. */
export function DropdownLabel({ children }: { readonly children: ReactNode }) {
  return <p className="px-2 py-1.5 text-muted-foreground text-small">{children}</p>;
}

export interface DropdownCheckboxItemProps {
  readonly children: ReactNode;
  readonly checked: boolean;
  readonly onCheckedChange: () => void;
}

/** DropdownCheckboxItem is one choice that is on or off; the menu stays open. */
export function DropdownCheckboxItem({ children, checked, onCheckedChange }: DropdownCheckboxItemProps) {
  return (
    <button
      type="button"
      role="menuitemcheckbox"
      aria-checked={checked}
      tabIndex={-1}
      className={itemClasses}
      onClick={onCheckedChange}
    >
      <span className="grid size-4 place-items-center rounded-md border border-input">
        {checked ? <LineMark line={checkLine} className="size-3! text-foreground!" /> : null}
      </span>
      {children}
    </button>
  );
}
