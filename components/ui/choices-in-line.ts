/** choicesInLineMax is how many choices find room beside a table's text filter on a wide screen; more take a line of their own. */
export const choicesInLineMax = 3;
