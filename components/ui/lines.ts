// As lucide draws them, https://lucide.dev/icons, each in one path. What only one part needs stands beside it, because a
// browser that loads one line of a file loads them all.

/** bookLine is something to read. */
export const bookLine =
  "M12 5v16M20.001 19A2 2 0 0 0 22 17V5a2 2 0 0 0-1.999-2L16 3.002A5 5 0 0 0 12 5a5 5 0 0 0-4-2H4a2 2 0 0 0-2 2v12a2 2 0 0 0 1.999 2H8a5 5 0 0 1 4 2 5 5 0 0 1 4-2z";

/** chevronRightLine is something that opens. */
export const chevronRightLine = "m9 18 6-6-6-6";

/** warningLine is something to look at. */
export const warningLine = "m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01";

/** checkLine is something that holds, or is chosen. */
export const checkLine = "M20 6 9 17l-5-5";

/** closeLine closes. */
export const closeLine = "M18 6 6 18M6 6l12 12";
