import { type OperationDocument, scenariosInOrder } from '#core/document.ts'
import { Sensitivity } from '#core/place.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { nameUnder } from '#core/shocks-of.ts'
import { AUDIENCE_NAMES } from '#formats/export/audiences.ts'
import { EXPORT_FORMATS } from '#formats/export/formats.ts'
import { EXPORT_LAYERS } from '#formats/export/layers/registry.ts'
import { exportLayers } from '#formats/export/plan-export.ts'
import { argumentsOf } from '../arguments.ts'
import { readOperation } from '../files.ts'
import { formatByEnding, handOver } from '../hand-over.ts'
import { scenarioNamed } from '../pictures.ts'
import { Refusal, type Terminal, type Verb } from '../verb.ts'

const OPTIONS = {
  layers: { type: 'string' },
  format: { type: 'string' },
  level: { type: 'string', default: 'low' },
  scenario: { type: 'string' },
  out: { type: 'string' },
} as const

const LEVELS = Sensitivity.options

const USAGE = `export OPERATION --out FILE        hand data out, with provenance and marking

  --layers A,B      what leaves; everything where none is named:
                    ${EXPORT_LAYERS.map(({ id }) => id).join(', ')}
  --format FORMAT   ${EXPORT_FORMATS.map(({ id }) => id).join(', ')}; by the ending of FILE where none is named
  --level LEVEL     what its readers may see, low where none is named:
                    ${LEVELS.map((level) => `${level} (${AUDIENCE_NAMES[level]})`).join(', ')}
  --scenario NAME   whose zones, control measures, sites and postings leave; where none is named, the last one that has any

What is labelled above the level stays here or is made coarser; standard error says which. Several layers
in a format of one a file become a zip, and FILE is given the ending that it then has. The exit code is 2
if nothing may leave. The operation itself is only read: the line that says what left, for whom and under
which label is printed, to be kept in the log of the staff.`

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
    const scenario =
      values.scenario === undefined
        ? lastDecided(contents.document)
        : scenarioNamed(contents.document, values.scenario)
    const written = await exportLayers({ contents, scenarioId: scenario?.id ?? null }, wish)
    const isAsked = values.layers !== undefined
    for (const { code, message } of written.issues) {
      if (isAsked || code !== 'layer-empty') terminal.warn(message)
    }
    if (!written.ok) return 2
    if (values.scenario === undefined) {
      tellWhose(contents.document, scenario, { layers: written.value.layers, terminal })
    }
    const handed = { at: wish.now, format: wish.format, clearedFor: wish.audience }
    handOver(values.out, written.value, { handed, terminal })
    return 0
  },
}

/** The last COA with decisions, which is what a staff goes by where it names none; else the first. */
function lastDecided(document: OperationDocument): Scenario | null {
  const { zones, sites, postings } = document.tables
  const decisions = [...zones.values(), ...sites.values(), ...postings.values()]
  const decided = new Set(decisions.map(({ scenarioId }) => scenarioId))
  const scenarios = scenariosInOrder(document)
  return scenarios.findLast(({ id }) => decided.has(id)) ?? scenarios[0] ?? null
}

function tellWhose(
  document: OperationDocument,
  scenario: Scenario | null,
  { layers, terminal }: { readonly layers: readonly string[]; readonly terminal: Terminal },
): void {
  const hasDecisions = EXPORT_LAYERS.some(({ id, isDecided }) => isDecided && layers.includes(id))
  if (scenario && hasDecisions) {
    terminal.print(
      `Decisions are those of ${nameUnder(document, scenario)}; --scenario names another.`,
    )
  }
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
  const wanted = text ?? formatByEnding(out)
  if (wanted !== undefined && ids.includes(wanted)) return wanted
  if (text === undefined) throw new Refusal(`Say the format: --format ${ids.join(', ')}.`)
  throw new Refusal(`--format: "${text}" is none of ${ids.join(', ')}.`)
}

function levelNamed(text: string): Sensitivity {
  const level = LEVELS.find((audience) => audience === text)
  if (level) return level
  throw new Refusal(`--level: "${text}" is none of ${LEVELS.join(', ')}.`)
}
