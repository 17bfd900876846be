"use client";

import { lazy, Suspense } from "react";
import type { FailureProps } from "#components/frame/page-failure.tsx";

// Nobody loads it before something fails. Where even it cannot be loaded, global-error.tsx stands by itself.
const BareFailure = lazy(async () => ({ default: (await import("#components/frame/bare-failure.tsx")).BareFailure }));

export default function ErrorPage(props: FailureProps) {
  return (
    <Suspense>
      <BareFailure {...props} />
    </Suspense>
  );
}
