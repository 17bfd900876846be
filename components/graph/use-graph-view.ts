"use client";

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";

const zoomMin = 0.2;
const zoomMax = 2;
const zoomStep = 1.25;

/** useGraphView is how a reader looks at a picture: how large, and which part of it; the part is the browser's own scrolling. */
export function useGraphView(picture: { readonly width: number }, area: RefObject<HTMLDivElement | null>) {
  const [zoom, setZoom] = useState(1);
  const grip = useRef<{ readonly x: number; readonly y: number } | null>(null);

  useEffect(() => {
    const element = area.current;
    // React listens to the wheel passively, and so cannot keep the page from zooming.
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      setZoom((now) => bounded(event.deltaY < 0 ? now * zoomStep : now / zoomStep));
    };
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, [area]);

  return {
    zoom,
    zoomIn: () => setZoom(bounded(zoom * zoomStep)),
    zoomOut: () => setZoom(bounded(zoom / zoomStep)),
    fit: () => setZoom(bounded((area.current?.clientWidth ?? picture.width) / picture.width)),
    /** Dragging the ground moves the picture; fingers scroll it by themselves. */
    drag: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.pointerType !== "mouse" || (event.target instanceof Element && event.target.closest("[data-id],a")))
          return;
        grip.current = { x: event.clientX, y: event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (grip.current === null) return;
        event.currentTarget.scrollBy(grip.current.x - event.clientX, grip.current.y - event.clientY);
        grip.current = { x: event.clientX, y: event.clientY };
      },
      onPointerUp: () => {
        grip.current = null;
      },
    },
  };
}

function bounded(zoom: number): number {
  return Math.min(zoomMax, Math.max(zoomMin, zoom));
}
