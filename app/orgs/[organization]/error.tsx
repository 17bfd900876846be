"use client";

import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <ErrorState title="This page could not be made." action={<Button onClick={retry}>Try again</Button>}>
      The server log says why{error.digest ? `, under ${error.digest}` : ""}. Nothing was changed.
    </ErrorState>
  );
}
