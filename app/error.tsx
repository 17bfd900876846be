"use client";

import { BarePage } from "#components/frame/bare-page.tsx";
import { Button } from "#components/ui/button.tsx";

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <BarePage title="This page could not be made.">
      <p>
        The server log says why{error.digest ? `, under ${error.digest}` : ""}. <code>flakeboard doctor</code> checks
        configuration and database.
      </p>
      <div>
        <Button onClick={retry}>Try again</Button>
      </div>
    </BarePage>
  );
}
