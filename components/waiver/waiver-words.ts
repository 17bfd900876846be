/** waiverNote says in one line what a waiver does, above every form that asks for one. */
export const waiverNote = "The fail stays visible, and counts in no share until the waiver ends.";
