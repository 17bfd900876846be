import "./globals.css";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { ClockLayer } from "#components/ui/clock-layer.tsx";
import { CopyLayer } from "#components/ui/copy-layer.tsx";
import { HintLayer } from "#components/ui/hint-layer.tsx";

export const metadata: Metadata = {
  title: { default: "Flakeboard", template: "%s · Flakeboard" },
  description: "How far Nix has come in an organization, team by team, and what to do next.",
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    // The theme's class is set before the first paint, so the server's <html> differs from the browser's by intent.
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body>
        <ThemeProvider nonce={nonce} attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
          {children}
          <HintLayer />
          <CopyLayer />
          <ClockLayer />
        </ThemeProvider>
      </body>
    </html>
  );
}
