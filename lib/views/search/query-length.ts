/** queryLengthMax is more characters than any name has; what is longer is cut. */
export const queryLengthMax = 100;
