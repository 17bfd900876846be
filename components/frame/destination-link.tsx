"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

export interface DestinationLinkProps {
  readonly href: string;
  /** Open on this one address only, and not on those below it. */
  readonly isHome: boolean;
  readonly children: ReactNode;
}

/** DestinationLink is one line of the navigation, marked while its page, or one below it, is open. */
export function DestinationLink({ href, isHome, children }: DestinationLinkProps) {
  const pathname = usePathname();
  const isOpen = isHome ? pathname === href : pathname.startsWith(href);
  return (
    <Link
      href={href}
      aria-current={isOpen ? "page" : undefined}
      className={`relative flex h-9 items-center gap-2.5 rounded-md px-2.5 font-medium transition-colors duration-100 aria-[current=page]:[&_svg]:text-primary ${
        isOpen
          ? "bg-card text-foreground shadow-[0_0_0_1px_var(--border)]"
          : "text-muted-foreground hover:bg-muted hover:text-foreground"
      }`}
    >
      {children}
    </Link>
  );
}
