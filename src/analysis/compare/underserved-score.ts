/** A community counts as underserved from this score on, of 10. */
export const UNDERSERVED_SCORE = 5
