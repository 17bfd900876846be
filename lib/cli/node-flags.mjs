const compileCache = new URL("compile-cache.mjs", import.meta.url).href;

/**
 * nodeFlags are what Node is started with for a command. A scan makes short-lived values by the gigabyte, and Node by
 * itself lets them lie until there is little memory left. So the new generation of the heap is kept at 4 MB a half, and
 * the old one is swept when it has grown by a quarter over what is in use, not when it has grown several times: the past
 * of 300 repositories took 429 MB without the second, and 281 with it, for a fifth of its time.
 */
export const nodeFlags = [
  "--disable-warning=ExperimentalWarning",
  "--max-semi-space-size=4",
  "--heap-growing-percent=25",
  "--import",
  compileCache,
];
