import { Menu, Search, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { FlakeMark } from "#components/glyph/flake-mark.tsx";
import { SavedViewsProvider } from "#components/saved-views/use-views-here.tsx";
import { LiveScan } from "#components/scan/live-scan.tsx";
import { SearchLauncher } from "#components/search/search-launcher.tsx";
import type { FrameView } from "#lib/views/frame.ts";
import { organizationHref } from "#lib/views/hrefs.ts";
import { ComingPage } from "./coming-page.tsx";
import { NarrowMenu } from "./narrow-menu.tsx";
import { Navigation } from "./navigation.tsx";
import { OrganizationSwitcher } from "./organization-switcher.tsx";
import { pageOutlines } from "./page-outlines.tsx";
import { SampleBanner } from "./sample-banner.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

export interface FrameProps {
  readonly frame: FrameView;
  readonly children: ReactNode;
}

// Drawn on the server, so that no browser loads it.
const searchMark = <Search className="size-4" aria-hidden />;

/** Frame surrounds every page of an organization: rail or top bar, sample banner, the page itself. */
export function Frame({ frame, children }: FrameProps) {
  const { organization, organizations, runningScanId, savedViews } = frame;
  const switcher = <OrganizationSwitcher organization={organization} organizations={organizations} />;
  const navigation = <Navigation slug={organization.slug} />;
  const liveScan = runningScanId ? <LiveScan slug={organization.slug} scanId={runningScanId} /> : null;
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <a
        href="#content"
        className="sr-only rounded-md bg-primary px-3 py-2 font-medium text-primary-foreground focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-3 focus:py-2"
      >
        Skip to content
      </a>
      <header className="hidden border-r bg-rail lg:block print:hidden">
        <div className="sticky top-0 flex h-dvh flex-col gap-5 overflow-y-auto p-4">
          <Wordmark slug={organization.slug} />
          {switcher}
          <SearchLauncher slug={organization.slug} mark={searchMark} hasShortcut />
          {navigation}
          <div className="mt-auto flex flex-col gap-4">
            {liveScan}
            <ThemeToggle />
          </div>
        </div>
      </header>
      <div className="flex min-w-0 flex-col">
        <header className="flex h-14 items-center justify-between gap-3 border-b bg-rail px-4 lg:hidden print:hidden">
          <Wordmark slug={organization.slug} />
          <div className="flex items-center gap-2">
            <SearchLauncher slug={organization.slug} mark={searchMark} />
            <NarrowMenu
              openMark={<Menu className="size-5" aria-hidden />}
              closeMark={<X className="size-5" aria-hidden />}
            >
              {switcher}
              {liveScan}
              <ThemeToggle />
              {navigation}
            </NarrowMenu>
          </div>
        </header>
        {organization.isSample ? <SampleBanner isReplaced={organizations.some((one) => !one.isSample)} /> : null}
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-[84rem] flex-1 min-[120rem]:max-w-[100rem] px-4 py-6 outline-none sm:px-8 sm:py-8 print:p-0"
        >
          <p className="mb-3 hidden items-center gap-2 text-muted-foreground text-small print:flex">
            <FlakeMark className="size-4 text-primary" />
            Flakeboard, {organization.name}
            {organization.isSample ? " (invented repositories)" : ""}
          </p>
          <SavedViewsProvider slug={organization.slug} views={savedViews}>
            <ComingPage outlines={pageOutlines}>{children}</ComingPage>
          </SavedViewsProvider>
        </main>
      </div>
    </div>
  );
}

function Wordmark({ slug }: { readonly slug: string }) {
  return (
    <Link
      href={organizationHref(slug)}
      className="flex h-9 items-center gap-2.5 rounded-md px-1 font-semibold text-lead tracking-tight"
    >
      <FlakeMark className="size-6 text-primary" />
      Flakeboard
    </Link>
  );
}
