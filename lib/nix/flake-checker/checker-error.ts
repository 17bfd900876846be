/** CheckerError is thrown inside this folder where flake-checker gives up; it never leaves the folder. */
export class CheckerError extends Error {}
