import { type ClassValue, clsx } from "clsx";

/**
 * cn joins class names. Which of two classes that set the same property wins is for the style sheet to say and not for
 * their order, so no two such classes may meet: what a part leaves to its place has no class of its own.
 */
export function cn(...classes: readonly ClassValue[]): string {
  return clsx(classes);
}
