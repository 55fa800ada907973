import type { Issue } from '#core/issue.ts'
import type { LonLat } from '#core/place.ts'
import { Pick } from '#ui/widgets/pick.tsx'

/** Asks in which coordinate system a file is that does not state one: it is never guessed. */
export function AskSystem(props: {
  readonly issues: readonly Issue[]
  /** Somewhere on the ground; null: nobody knows where it is. */
  readonly middle: LonLat | null
  readonly systems: ReadonlyMap<string, string>
  readonly onSystem: (file: string, system: string) => void
}) {
  const files = new Set(props.systems.keys())
  for (const { code, file } of props.issues) {
    if (file && (code === 'crs-unknown' || code === 'crs-missing')) files.add(file.split(' › ')[0]!)
  }
  return [...files].map((file) => (
    <div key={file} className="ask-system">
      <span>
        Coordinate system of <b>{file}</b>
      </span>
      <Pick
        label={`Coordinate system of ${file}`}
        choices={systemChoices(props.middle)}
        value={props.systems.get(file) ?? null}
        none="Choose; ask the sender if in doubt"
        onChange={(system) => props.onSystem(file, system)}
      />
    </div>
  ))
}

/** Degrees, the web's own metres, and the UTM zones: those of the ground first, else all. */
function systemChoices(middle: LonLat | null) {
  const zones = middle ? nearZones(middle) : Array.from({ length: 60 }, (_, i) => i + 1)
  const halves = middle ? [middle[1] >= 0] : [true, false]
  return [
    { id: 'EPSG:4326', name: 'Degrees, WGS 84 (EPSG:4326)' },
    ...halves.flatMap((isNorth) =>
      zones.map((zone) => ({
        id: utmCode(zone, isNorth),
        name: `UTM zone ${zone} ${isNorth ? 'north' : 'south'}, metres (${utmCode(zone, isNorth)})`,
      })),
    ),
    { id: 'EPSG:3857', name: 'Web Mercator, metres (EPSG:3857)' },
  ]
}

function utmCode(zone: number, isNorth: boolean): string {
  return `EPSG:${(isNorth ? 32600 : 32700) + zone}`
}

function nearZones([lon]: LonLat): number[] {
  const zone = Math.floor((lon + 180) / 6) + 1
  return [zone, zone - 1, zone + 1].map((near) => ((near + 59) % 60) + 1)
}
