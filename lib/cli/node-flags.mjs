const compileCache = new URL("compile-cache.mjs", import.meta.url).href;

/**
 * nodeFlags are what Node is started with for a command. The new generation of the heap is kept at 4 MB a half: a scan
 * makes short-lived values by the gigabyte, and with Node's usual 16 MB one of 1,500 repositories took 443 MB where
 * it took 308 with 4, for a few percent of its time.
 */
export const nodeFlags = [
  "--disable-warning=ExperimentalWarning",
  "--max-semi-space-size=4",
  "--initial-old-space-size=80",
  "--import",
  compileCache,
];

/**
 * nodeEnvironment is what commands and the server of the pages find in their environment, unless it is set already. Each
 * thread of Node would have a heap of its own in the C library, up to eight for each core, which rarely give anything
 * back: the past of 300 repositories took 410 MB so, and 306 to 321 with two.
 * https://www.gnu.org/software/libc/manual/html_node/Memory-Allocation-Tunables.html
 */
export const nodeEnvironment = { MALLOC_ARENA_MAX: "2" };
