import type { Sensitivity } from '#core/place.ts'
import { AUDIENCES } from '#formats/export/clear-for.ts'
import { EXPORT_FORMATS } from '#formats/export/formats.ts'
import { EXPORT_LAYERS } from '#formats/export/layers/registry.ts'
import { exportLayers } from '#formats/export/plan-export.ts'
import { argumentsOf } from '../arguments.ts'
import { readOperation, writeBytes } from '../files.ts'
import { scenarioNamed } from '../pictures.ts'
import { Refusal, type Verb } from '../verb.ts'

const OPTIONS = {
  layers: { type: 'string' },
  format: { type: 'string' },
  level: { type: 'string', default: 'low' },
  scenario: { type: 'string' },
  out: { type: 'string' },
} as const

const USAGE = `export OPERATION --out FILE        hand data out, with provenance and marking

  --layers A,B      what leaves; everything where none is named:
                    ${EXPORT_LAYERS.map(({ id }) => id).join(', ')}
  --format FORMAT   ${EXPORT_FORMATS.map(({ id }) => id).join(', ')}
  --level LEVEL     what its readers may see: ${AUDIENCES.join(', ')} (low where none is named)
  --scenario NAME   whose zones, sites and postings leave (the first one where none is named)

What is labelled above the level stays here or is made coarser; standard error says which. The exit
code is 2 if nothing may leave.`

/** Hands data out to others. */
export const exportVerb: Verb = {
  name: 'export',
  summary: 'hand data out as GeoPackage, GeoJSON, KML, Excel, CSV …',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, OPTIONS)
    const [path, ...more] = positionals
    if (!path || more.length > 0) throw new Refusal('Name one operation: export OPERATION.')
    if (!values.out) throw new Refusal('Say where the file goes with --out.')
    const wish = {
      layers: layersNamed(values.layers),
      format: formatNamed(values.format, values.out),
      audience: levelNamed(values.level),
      now: terminal.now(),
    }
    const contents = readOperation(path)
    const scenarioId = scenarioNamed(contents.document, values.scenario).id
    const written = await exportLayers({ contents, scenarioId }, wish)
    for (const { message } of written.issues) terminal.warn(message)
    if (!written.ok) return 2
    writeBytes(values.out, written.value.bytes)
    terminal.print(`Written to ${values.out}: ${written.value.rowCount} rows.`)
    return 0
  },
}

function layersNamed(text: string | undefined): readonly string[] {
  const all = EXPORT_LAYERS.map(({ id }) => id)
  if (text === undefined) return all
  const named = text.split(',').map((name) => name.trim())
  const unknown = named.find((name) => !all.includes(name))
  if (unknown === undefined) return named
  throw new Refusal(`--layers: "${unknown}" is none of ${all.join(', ')}.`)
}

/** As said, else by the ending of the file. */
function formatNamed(text: string | undefined, out: string): string {
  const ids = EXPORT_FORMATS.map(({ id }) => id)
  const wanted = text ?? byEnding(out)
  if (wanted !== undefined && ids.includes(wanted)) return wanted
  if (text === undefined) throw new Refusal(`Say the format: --format ${ids.join(', ')}.`)
  throw new Refusal(`--format: "${text}" is none of ${ids.join(', ')}.`)
}

function byEnding(out: string): string | undefined {
  return EXPORT_FORMATS.find(({ ending }) => out.toLowerCase().endsWith(ending([])))?.id
}

function levelNamed(text: string): Sensitivity {
  const level = AUDIENCES.find((audience) => audience === text)
  if (level) return level
  throw new Refusal(`--level: "${text}" is none of ${AUDIENCES.join(', ')}.`)
}
