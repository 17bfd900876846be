/** isReadablePath says whether every escape of a path is whole and all of it is UTF-8: what is not names nothing. */
export function isReadablePath(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}
