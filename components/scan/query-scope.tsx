"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";

let browserClient: QueryClient | undefined;

// The browser has one, so that the rail and the page ask once for the same scan; the server has one for each answer,
// so that nobody sees another's.
function queryClient(): QueryClient {
  if (typeof window === "undefined") return new QueryClient();
  browserClient ??= new QueryClient();
  return browserClient;
}

/** QueryScope holds the data that moves while one looks. It surrounds only what moves, so that still pages load less. */
export function QueryScope({ children }: { readonly children: ReactNode }) {
  return <QueryClientProvider client={queryClient()}>{children}</QueryClientProvider>;
}
