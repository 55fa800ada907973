import { operationOf } from '#core/document.ts'
import { argumentsOf } from '../arguments.ts'
import { readOperation } from '../files.ts'
import { groundOfOperation, pictureOf, scenarioNamed } from '../pictures.ts'
import { textTable } from '../text-table.ts'
import { putUnder, shockNamesOf, tellUnder, UNDER_OPTION, UNDER_USAGE } from '../under.ts'
import { Refusal, type Verb } from '../verb.ts'

const USAGE = `need OPERATION        need of every cell, with what it rests on

  --scenario NAME   under this scenario (the first one where none is named)
  ${UNDER_USAGE}
  --json            every cell as JSON; else the ten of highest need

Need runs from 0 to 10; it is null where there is not enough data to say.`

const SHOWN_ROWS = 10

/** Works out need per cell. */
export const needVerb: Verb = {
  name: 'need',
  summary: 'need of every cell, with evidence and rank',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, {
      scenario: { type: 'string' },
      json: { type: 'boolean', default: false },
      ...UNDER_OPTION,
    } as const)
    const [path, ...more] = positionals
    if (!path || more.length > 0) throw new Refusal('Name one operation: need OPERATION.')
    const read = readOperation(path)
    const scenario = scenarioNamed(read.document, values.scenario)
    const contents = putUnder(read, [scenario.id], values.under)
    const ground = await groundOfOperation(contents)
    const { situation } = await pictureOf(contents, ground, scenario.id)
    const { score, evidenceShare, lowest, highest, rank } = situation.need
    const cells = ground.grid.cells.map((cell, i) => ({
      cell,
      area: ground.areaNames[ground.grid.areaIndex[i] ?? -1] ?? null,
      peopleCount: Math.round(ground.peopleCount[i] ?? 0),
      need: known(score[i]),
      lowest: known(lowest[i]),
      highest: known(highest[i]),
      evidenceShare: known(evidenceShare[i]),
      rank: rank[i] || null,
      responseMinutes: known(situation.responseMinutes[i]),
      underserved: known(situation.underservedScore[i]),
    }))
    if (values.json) {
      const { planningAt, isExercise } = operationOf(contents.document)
      const head = {
        planningAt,
        isExercise,
        scenario: scenario.name,
        under: shockNamesOf(contents, scenario.id),
      }
      terminal.print(JSON.stringify({ ...head, cells }, null, 1))
      return 0
    }
    tellUnder(contents, [scenario], terminal)
    const ranked = cells.filter((cell) => cell.rank !== null)
    const highestFirst = [...ranked].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    const rows = highestFirst
      .slice(0, SHOWN_ROWS)
      .map((cell) => [
        cell.rank ?? 0,
        cell.cell,
        cell.area ?? '–',
        cell.need ?? 0,
        cell.peopleCount,
      ])
    terminal.print(textTable([['rank', 'cell', 'area', 'need', 'people'], ...rows]))
    terminal.print(
      `${ranked.length} of ${cells.length} cells are ranked; ${cells.length - ranked.length} have not enough data.`,
    )
    return 0
  },
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : Math.round(value * 1000) / 1000
}
