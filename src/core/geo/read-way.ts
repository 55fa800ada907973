/** A typed bearing and distance, or a distance alone. */
export type WayReading =
  | { readonly ok: true; readonly bearingDegrees: number | null; readonly metres: number }
  | {
      readonly ok: false
      /** A sentence; null: it does not look like a way at all. */
      readonly why: string | null
    }

const METRES_PER: Readonly<Record<string, number>> = { M: 1, KM: 1000, NM: 1852, MI: 1609.344 }
const DISTANCE = String.raw`(\d+(?:[.,]\d+)?)\s*(M|KM|NM|MI)`
const WAY = new RegExp(
  String.raw`^(\d+(?:[.,]\d+)?)\s*(MILS?|DEG|°|T)?\s*(?:[/@;,]|\s)\s*${DISTANCE}$`,
)
const ALONE = new RegExp(`^${DISTANCE}$`)
const MILS_PER_CIRCLE = 6400

/**
 * Reads "045 2.5 km", "45° / 800 m", "800 mils 3 km" and "12 km". Bearings are true and in degrees
 * unless they say mils (6,400 to the circle); a distance says its unit: m, km, nm, mi.
 */
export function readWay(typed: string): WayReading {
  const text = typed.toUpperCase().trim().replace(/\s+/g, ' ')
  const alone = ALONE.exec(text)
  if (alone) return distance(null, alone[1]!, alone[2]!)
  const way = WAY.exec(text)
  if (!way) {
    const isLikeAWay = /^\d+(?:[.,]\d+)?\s*(?:MILS?|DEG|°|T)/.test(text) || /\d\s*KM?$/.test(text)
    return {
      ok: false,
      why: isLikeAWay ? 'Type a bearing and a distance, such as 045 2.5 km.' : null,
    }
  }
  const isInMils = way[2]?.startsWith('MIL') ?? false
  const turn = numberOf(way[1]!)
  const circle = isInMils ? MILS_PER_CIRCLE : 360
  if (turn > circle) return { ok: false, why: `A bearing ends at ${circle}.` }
  return distance(((turn / circle) * 360) % 360, way[3]!, way[4]!)
}

function distance(bearingDegrees: number | null, figure: string, unit: string): WayReading {
  const metres = numberOf(figure) * (METRES_PER[unit] ?? 1)
  if (metres <= 0) return { ok: false, why: 'A distance has to be more than nothing.' }
  if (metres > 2_000_000) return { ok: false, why: 'That is farther than 2,000 km.' }
  return { ok: true, bearingDegrees, metres }
}

function numberOf(figure: string): number {
  return Number(figure.replace(',', '.'))
}
