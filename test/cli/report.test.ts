import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { FIRST_DECK } from '#core/decks-of.ts'
import { writeOperationFile } from '#core/operation-file.ts'
import type { Slide } from '#core/records/slide.ts'
import { readPptx, textIn } from '../products/support/read-pptx.ts'
import { smallTheatre } from '../state/small-theatre.ts'
import { commandLine } from './command-line.ts'

const { at, printed, run, warned, write } = commandLine({ isFresh: true })

/** Told in places that no reader outside the staff may see. */
const MARKER = 'KESTREL-77'

let path: string

beforeEach(() => {
  const contents = smallTheatre()
  const { tables } = contents.document
  const scenario = [...tables.scenarios.values()].find(({ isBaseline }) => isBaseline)!
  const coa = [...tables.scenarios.values()].find(({ isBaseline }) => !isBaseline)
  const slide = (fields: Partial<Slide>): [string, Slide] => {
    const made: Slide = {
      ...{ id: 's', kind: 'text', orderKey: 'a', headline: '', body: '', scenarioId: scenario.id },
      ...{ againstScenarioId: null, camera: null, layers: [], windowFrom: null, windowTo: null },
      dwellSeconds: 20,
      ...fields,
    }
    return [made.id, made]
  }
  const slides = new Map([
    slide({ id: 'a', headline: 'What we did', body: 'Two patrols a week.', notes: MARKER }),
    slide({ id: 'b', kind: 'map', orderKey: 'b', layers: ['need', 'units'] }),
    slide({
      ...{ id: 'c', kind: 'map', orderKey: 'c', headline: `Plan ${MARKER}` },
      scenarioId: coa?.id ?? scenario.id,
    }),
  ])
  const decks = new Map([[FIRST_DECK.id, { ...FIRST_DECK, name: 'Morning brief' }]])
  const document = { ...contents.document, tables: { ...tables, slides, decks } }
  path = write('small.json', writeOperationFile({ ...contents, document }))
})

/** Every part of a deck in one text. */
function allOf(file: string): string {
  const deck = readPptx(new Uint8Array(readFileSync(at(file))))
  return deck.names.map(deck.part).join('\n')
}

describe('report', () => {
  it('writes PowerPoint for the staff, with notes, and says what left', async () => {
    expect(await run('report', path, '--out', at('brief.pptx'))).toBe(0)
    expect(printed[0]).toMatch(/: Morning brief, 3 pages\. Internal: not for release\.$/)
    expect(printed[1]).toMatch(
      /^Left: .* · Briefing · pptx · for Planners · label high · brief\.pptx · SHA-256 [0-9a-f]{64}$/,
    )
    expect(warned.join(' ')).toMatch(/No map was drawn on \d of 3 pages/)
    const deck = readPptx(new Uint8Array(readFileSync(at('brief.pptx'))))
    expect(deck.slides).toHaveLength(5)
    expect(textIn(deck.slides[0]!)).toContain('Two patrols a week.')
    expect(allOf('brief.pptx')).toContain(MARKER)
  })

  it('tells readers outside the staff nothing that is for the staff', async () => {
    for (const level of ['partners', 'public']) {
      for (const ending of ['.pptx', '.html']) {
        const file = `${level}${ending}`
        expect(await run('report', path, '--level', level, '--out', at(file))).toBe(0)
        const text = ending === '.pptx' ? allOf(file) : readFileSync(at(file), 'utf8')
        expect(text).not.toContain(MARKER)
        expect(text).toContain('What we did')
      }
    }
  })

  it('gives the same file for the same operation and instant', async () => {
    await run('report', path, '--out', at('one.pptx'))
    await run('report', path, '--out', at('two.pptx'))
    expect(readFileSync(at('one.pptx')).equals(readFileSync(at('two.pptx')))).toBe(true)
  })

  it('refuses in a sentence what it cannot do', async () => {
    const refused = async (...argv: string[]) => {
      expect(await run('report', ...argv)).toBe(2)
      return warned[0]
    }
    expect(await refused(path)).toBe('Say where the file goes with --out.')
    expect(await refused(path, '--out', at('a.docx'))).toContain('.pptx, .html, .pdf')
    expect(await refused(path, '--out', at('a.pptx'), '--level', 'all')).toContain(
      'internal, partners, public',
    )
    expect(await refused(path, '--out', at('a.pptx'), '--deck', 'Evening')).toBe(
      'There is no briefing "Evening"; there is "Morning brief".',
    )
    expect(await refused(path, '--out', at('a.pptx'), '--template', 'x')).toContain('is none of')
  })
})
