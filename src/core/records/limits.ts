/** Faster than any vehicle goes on a road or off it; a higher number is a slip of the hand. */
export const MAX_ROAD_KILOMETRES_PER_HOUR = 200

/** Faster than any aircraft that a mission flies. */
export const MAX_AIR_KILOMETRES_PER_HOUR = 1_000
