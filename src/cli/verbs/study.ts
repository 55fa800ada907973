import { STUDIES } from '#analysis/studies/registry.ts'
import type { Study, StudyAnswer, StudyBlock, StudyChoices } from '#analysis/studies/study.ts'
import { baselineOf, operationOf } from '#core/document.ts'
import { decimal } from '#core/figures.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { studyFactsOf } from '#state/desk/study-inputs.ts'
import { argumentsOf } from '../arguments.ts'
import { readOperation } from '../files.ts'
import { groundOfOperation, pictureOf, scenarioNamed } from '../pictures.ts'
import { textTable } from '../text-table.ts'
import { putUnder, shockNamesOf, tellUnder, UNDER_OPTION, UNDER_USAGE } from '../under.ts'
import { Refusal, type Verb } from '../verb.ts'

const USAGE = `study OPERATION       questions asked of the facts: hot spots, alarms, patrols, access, voice, equity

  --ask NAME        one of them, whole (${STUDIES.map(({ id }) => id).join(', ')}); else the first sentence of each
  --set OPTION=VALUE  may be given several times
  --scenario NAME   under this scenario (the first one where none is named)
  ${UNDER_USAGE}
  --json            blocks, method and a value a cell as JSON (null: unknown, "beyond": without end);
                    not of what stays with planners: routes of patrols, critical roads`

/** What is protected is said to those alone who ask for it by name. */
const UNASKED = STUDIES.filter(({ readsProtected }) => !readsProtected)

/** Asks studies of the facts, as the Situation place does. */
export const studyVerb: Verb = {
  name: 'study',
  summary: 'hot spots, alarms, patrols, access, voice and equity, with their method',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, {
      ask: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      scenario: { type: 'string' },
      json: { type: 'boolean', default: false },
      ...UNDER_OPTION,
    } as const)
    const [path, ...more] = positionals
    if (!path || more.length > 0) throw new Refusal('Name one operation: study OPERATION.')
    const asked = values.ask === undefined ? UNASKED : [studyNamed(values.ask)]
    const kept = asked.filter(isKeptByPlanners)
    if (values.json && values.ask !== undefined && kept.length > 0) {
      throw new Refusal(
        `${kept[0]!.title} stays with planners (label high): it is shown here without --json, and no file is made of it.`,
      )
    }
    const choices = choicesOf(asked, values.set)
    const read = readOperation(path)
    const scenario = scenarioNamed(read.document, values.scenario)
    const contents = putUnder(read, [scenario.id], values.under)
    const ground = await groundOfOperation(contents)
    const picture = await pictureOf(contents, ground, scenario.id)
    const posture = baselineOf(contents.document)
    const isOther = posture !== null && (posture.id !== scenario.id || values.under !== undefined)
    const baseline = isOther ? await pictureOf(read, ground, posture.id) : picture
    const answers: { readonly study: Study; readonly answer: StudyAnswer }[] = []
    for (const study of asked) {
      const facts = studyFactsOf(contents, study, { ...picture, baseline })
      const answer = await runJobInline('study', { studyId: study.id, facts, choices })
      answers.push({ study, answer })
    }
    if (values.json) {
      const { planningAt, isExercise } = operationOf(contents.document)
      const open = answers.filter(({ study }) => !isKeptByPlanners(study))
      const studies = open.map(({ study, answer }) => ({
        id: study.id,
        title: study.title,
        ...answer,
        values: answer.values && Array.from(answer.values, jsonValueOf),
      }))
      const under = shockNamesOf(contents, scenario.id)
      const head = { planningAt, isExercise, scenario: scenario.name, under }
      terminal.print(JSON.stringify({ ...head, studies }, null, 1))
      return 0
    }
    tellUnder(contents, [scenario], terminal)
    for (const { study, answer } of answers) {
      const shown = values.ask === undefined ? answer.blocks.slice(0, 1) : answer.blocks
      terminal.print([study.title, ...shown.map(blockText)].join('\n'))
    }
    return 0
  },
}

/** JSON knows neither what is missing nor what has no end: cut off for ever, say. */
function jsonValueOf(value: number): number | string | null {
  if (Number.isNaN(value)) return null
  return Number.isFinite(value) ? value : 'beyond'
}

/** What tells others where our people will be is read by a person, and no machine gets it. */
function isKeptByPlanners({ label }: Study): boolean {
  return label === 'high' || label === 'severe'
}

function studyNamed(name: string): Study {
  const plain = (text: string) => text.replace(/[\s-]/g, '').toLowerCase()
  const found = STUDIES.find(({ id, title }) =>
    [id, title].some((each) => plain(each) === plain(name)),
  )
  if (found) return found
  const names = STUDIES.map(({ id }) => id).join(', ')
  throw new Refusal(`There is no study "${name}"; there is ${names}.`)
}

function choicesOf(asked: readonly Study[], settings: readonly string[]): StudyChoices {
  const known = new Set(asked.flatMap(({ options }) => options.map(({ id }) => id)))
  return Object.fromEntries(
    settings.map((setting) => {
      const at = setting.indexOf('=')
      const option = setting.slice(0, at)
      if (at < 1 || !known.has(option)) {
        const names = [...known].join(', ') || 'none'
        throw new Refusal(`"${setting}" sets no option; write OPTION=VALUE with one of: ${names}.`)
      }
      return [option, setting.slice(at + 1)]
    }),
  )
}

/** A block as text: sentences as they are, figures in columns. */
function blockText(block: StudyBlock): string {
  switch (block.type) {
    case 'sentence':
      return `  ${block.tone === 'watch' ? '! ' : ''}${block.text}`
    case 'table':
      return titled(block.title, [block.columns, ...block.rows.map(({ cells }) => cells)])
    case 'matrix':
      return titled(block.title, [
        [`${block.rowName} by ${block.columnName}`, ...block.columns],
        ...block.rows.map((name, row) => {
          const from = row * block.columns.length
          return [
            name,
            ...block.cells.slice(from, from + block.columns.length).map(({ text }) => text),
          ]
        }),
      ])
    case 'intervals':
      return titled(block.title, [
        ['', block.unit, 'from', 'to', ''],
        ...block.rows.map(({ name, value, low, high, note }) => {
          const text = (one: number) => (Number.isFinite(one) ? decimal(one, block.decimals) : '–')
          return [name, text(value), text(low), text(high), note]
        }),
      ])
    case 'curve':
      return `  ${block.title}: ${block.across.length} points, see --json`
    case 'within':
      return `  ${block.title}: ${block.minutes.length} points, see --json`
    case 'months':
      return `  ${block.title}: ${block.observed.length} months, see --json`
  }
}

function titled(title: string, rows: readonly (readonly string[])[]): string {
  const lines = textTable(rows).split('\n')
  return [`  ${title}`, ...lines.map((line) => `    ${line}`)].join('\n')
}
