"use client";

import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";

/** AddressScope lets what it surrounds write to the address. It surrounds only what does, so that other pages load less. */
export function AddressScope({ children }: { readonly children: ReactNode }) {
  return <NuqsAdapter>{children}</NuqsAdapter>;
}
