import { styleText } from "node:util";

// What a repository says must not move the cursor, color the screen or turn the direction of writing.
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** printable is text from outside made harmless for a terminal: each control character becomes a replacement character. */
export function printable(text: string): string {
  return text.replace(unprintable, "\uFFFD");
}

/** styles color text for standard output; where that is no terminal, or `NO_COLOR` is set, the text stays as it is. */
export const styles = {
  bold: styled("bold"),
  dim: styled("dim"),
  red: styled("red"),
  green: styled("green"),
  yellow: styled("yellow"),
} as const;

function styled(format: "bold" | "dim" | "red" | "green" | "yellow"): (text: string) => string {
  return (text) => styleText(format, text, { stream: process.stdout });
}
