/** Character classes of Nix's lexer, as bits, so that one table look-up answers any of them. */
export const isIdentifierStart = 1;
export const isIdentifierPart = 2;
export const isDigit = 4;
export const isPathCharacter = 8;
export const isUriCharacter = 16;
export const isBlank = 32;

/** characterClasses maps every UTF-16 unit to its bits. It covers all units so that no look-up falls outside of it. */
export const characterClasses: Uint8Array = buildClasses();

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  const mark = (characters: string, bits: number) => {
    for (const character of characters)
      classes[character.charCodeAt(0)] = (classes[character.charCodeAt(0)] ?? 0) | bits;
  };
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const digits = "0123456789";
  mark(`${letters}_`, isIdentifierStart);
  mark(`${letters}${digits}_'-`, isIdentifierPart);
  mark(digits, isDigit);
  mark(`${letters}${digits}._-+`, isPathCharacter);
  mark(`${letters}${digits}%/?:@&=+$,-_.!~*'`, isUriCharacter);
  mark(" \t\r\n", isBlank);
  return classes;
}
