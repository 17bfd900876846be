"use client";

import { lazy, Suspense } from "react";
import type { FailureProps } from "#components/frame/page-failure.tsx";

// Nobody loads it before something fails. Where even it cannot be loaded, global-error.tsx stands by itself.
const PageFailure = lazy(async () => ({ default: (await import("#components/frame/page-failure.tsx")).PageFailure }));

export default function ErrorPage(props: FailureProps) {
  return (
    <Suspense>
      <PageFailure {...props} />
    </Suspense>
  );
}
