import { basename } from 'node:path'
import { decodeText } from '#formats/bytes/decode-text.ts'
import { type Located, locate } from '#planner/locate/locate.ts'
import type { LocationCase, LocationProblem } from '#planner/locate/location-problem.ts'
import { readPmed } from '#planner/locate/read-pmed.ts'
import { readLocationPoints } from '#planner/locate/read-points.ts'
import { LOCATION_PROBLEMS } from '#planner/locate/registry.ts'
import { gapSentence, grouped } from '#planner/sentences.ts'
import { argumentsOf } from '../arguments.ts'
import { bytesOf } from '../files.ts'
import { textTable } from '../text-table.ts'
import { Refusal, type Verb } from '../verb.ts'

const NAMES = LOCATION_PROBLEMS.map(({ name }) => name)

const USAGE = `locate --problem NAME --input FILE        solve a standard location problem, with its bound

${LOCATION_PROBLEMS.map(({ name, summary }) => `  ${name.padEnd(18)} ${summary}`).join('\n')}

  --problem NAME     ${NAMES.join(', ')}
  --input FILE       a p-median file of OR-Library (.txt), or CSV with the headings id,x,y,weight
                     (straight-line distances in the units of x and y)
  --sites FILE       CSV with the headings id,x,y: where something may stand; else the points themselves
  --p N              sites to open (an OR-Library file states it); not for lscp
  --radius R         what a site covers lies no further; for mclp and lscp
  --seed N           chance for the search (7); equal seeds and facts give equal plans
  --certify SECONDS  end the proof after so long: it may then be left unproved; the plan is the same
                     whatever is given here, for search steps limit the search
  --json             print the answer as JSON

An answer is called proved only where a bound shows that none is better. lscp and pcenter count every
point alike, whatever its weight.`

const OPTIONS = {
  problem: { type: 'string' },
  input: { type: 'string' },
  sites: { type: 'string' },
  p: { type: 'string' },
  radius: { type: 'string' },
  seed: { type: 'string', default: '7' },
  certify: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/** Solves a standard location problem. */
export const locateVerb: Verb = {
  name: 'locate',
  summary: 'p-median, p-centre, coverage and fairest sites for points or a graph, with proof',
  usage: USAGE,
  async run(args, terminal) {
    const begun = process.cpuUsage()
    const { values, positionals } = argumentsOf(args, OPTIONS)
    if (positionals.length > 0) {
      throw new Refusal(
        `"${positionals[0]}" belongs to no option; files are named by --input FILE.`,
      )
    }
    const problem = problemNamed(values.problem)
    if (!values.input) throw new Refusal('Say what to read: --input FILE.')
    const seed = wholeNumber('--seed', values.seed, 0)
    const radius = radiusOf(problem, values.radius)
    const certifySeconds = secondsOf(values.certify)
    if (!problem.takes.openCount && values.p !== undefined) {
      throw new Refusal(`--p: ${problem.name} finds how many sites are needed and takes no number.`)
    }
    const stated = values.p === undefined ? null : wholeNumber('--p', values.p, 1)
    const facts = readCase(values.input, values.sites)
    const openCount = openCountOf(problem, facts, stated)
    let until: number | null = null
    const mayProve = () => {
      until ??= performance.now() + certifySeconds * 1000
      return performance.now() < until
    }
    const located = locate(problem, facts, { openCount, radius, seed, mayProve })
    const { user, system } = process.cpuUsage(begun)
    const cpuMilliseconds = Math.round((user + system) / 1000)
    for (const note of located.notes) terminal.warn(note)
    if (values.json) terminal.print(jsonOf(located, cpuMilliseconds, values.input))
    else terminal.print(textOf(problem, located, cpuMilliseconds))
    return 0
  },
}

function problemNamed(name: string | undefined): LocationProblem {
  const problem = LOCATION_PROBLEMS.find((each) => each.name === name)
  if (problem) return problem
  if (name === undefined) throw new Refusal(`Say what to solve: --problem ${NAMES.join(', ')}.`)
  throw new Refusal(`--problem: "${name}" is none of ${NAMES.join(', ')}.`)
}

function wholeNumber(option: string, text: string, least: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least) return value
  throw new Refusal(`${option}: "${text}" is no whole number of at least ${least}.`)
}

function plainNumber(option: string, text: string): number {
  const value = /^(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?$/.test(text) ? Number(text) : Number.NaN
  if (Number.isFinite(value)) return value
  throw new Refusal(`${option}: "${text}" is no number of at least 0.`)
}

function radiusOf(problem: LocationProblem, text: string | undefined): number {
  if (!problem.takes.radius) {
    if (text === undefined) return Infinity
    throw new Refusal(`--radius: ${problem.name} has none; mclp and lscp take one.`)
  }
  if (text !== undefined) return plainNumber('--radius', text)
  throw new Refusal(`${problem.name} needs a radius: --radius R, in the units of the distances.`)
}

function secondsOf(text: string | undefined): number {
  return text === undefined ? Infinity : plainNumber('--certify', text)
}

function readCase(path: string, sitesPath: string | undefined): LocationCase {
  const isGraph = path.toLowerCase().endsWith('.txt')
  if (isGraph && sitesPath !== undefined) {
    throw new Refusal('--sites: in an OR-Library file every vertex is a site; leave --sites out.')
  }
  const read = isGraph
    ? readPmed(textFile(path).text, basename(path))
    : readLocationPoints(textFile(path), sitesPath === undefined ? null : textFile(sitesPath))
  if (read.ok) return read.value
  throw new Refusal(read.issues[0]?.message ?? `${path} cannot be read.`)
}

function textFile(path: string) {
  return { name: basename(path), text: decodeText(bytesOf(path)).text }
}

function openCountOf(
  problem: LocationProblem,
  { siteIds, openCount }: LocationCase,
  stated: number | null,
): number {
  if (!problem.takes.openCount) return siteIds.length
  const count = stated ?? openCount
  if (count === null) throw new Refusal(`${problem.name} needs a number of sites: --p N.`)
  if (count < 1) throw new Refusal('The file states 0 sites to open; say how many: --p N.')
  if (count <= siteIds.length) return count
  throw new Refusal(
    `--p: ${grouped(count)} sites cannot be opened; there are ${grouped(siteIds.length)}.`,
  )
}

/** Vertices of a graph are numbers, ids of points are texts. */
function jsonOf(
  { objective, bound, gapShare, proved, chosen, planHash }: Located,
  cpuMilliseconds: number,
  path: string,
): string {
  const isGraph = path.toLowerCase().endsWith('.txt')
  return JSON.stringify({
    objective,
    bound,
    gapShare,
    proved,
    chosen: isGraph ? chosen.map(Number) : chosen,
    cpuMilliseconds,
    planHash,
  })
}

function textOf(problem: LocationProblem, located: Located, cpuMilliseconds: number): string {
  const { objective, bound, gapShare, proved, chosen, planHash } = located
  const rows = [
    ['', problem.unit],
    ['objective', shown(objective)],
    ['bound', shown(bound)],
    ['proved', proved ? 'yes' : 'no'],
    ['sites', shown(chosen.length)],
    ['CPU', `${grouped(cpuMilliseconds)} ms`],
    ['plan', planHash.slice(0, 12)],
  ]
  return [textTable(rows), gapSentence(gapShare), `Open ${chosen.join(', ') || 'nothing'}.`].join(
    '\n',
  )
}

/** Whole numbers whole, others to six significant digits or to hundredths, whichever says more. */
function shown(value: number): string {
  if (Number.isInteger(value)) return grouped(value)
  const [whole, fraction] = value.toFixed(2).split('.')
  return Math.abs(value) < 1000 ? value.toPrecision(6) : `${grouped(Number(whole))}.${fraction}`
}
