/** LockError is thrown inside this folder for a lock that Nix would not load; it never leaves the folder. */
export class LockError extends Error {}
