/** What plans are weighed by, for people. */
export const POINTS_MEANING =
  'Points of 100: need covered at every level and grade, less the price of moves and of floors missed.'
