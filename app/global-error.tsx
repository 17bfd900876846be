"use client";

import "./globals.css";

interface GlobalErrorProps {
  readonly error: Error & { readonly digest?: string };
  readonly retry: () => void;
}

/** Next shows this in place of everything when even the outermost layout fails: it may lean on nothing but itself. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body className="mx-auto flex min-h-dvh max-w-xl flex-col items-start justify-center gap-4 px-6 text-lead">
        <title>Flakeboard</title>
        <h1 className="font-semibold text-figure">Flakeboard could not show this page.</h1>
        <p>The server log says why{error.digest ? `, under ${error.digest}` : ""}.</p>
        <button type="button" onClick={retry} className="rounded-md border bg-card px-3.5 py-1.5 text-body">
          Try again
        </button>
      </body>
    </html>
  );
}
