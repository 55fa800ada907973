import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { canonicalJson, hashOfText } from '#core/canonical-json.ts'
import { baselineOf, operationOf } from '#core/document.ts'
import type { Deck, ReleaseLevel } from '#core/records/deck.ts'
import type { FrozenPage } from '#core/records/page.ts'
import { factsHash, scenarioHash } from '#core/scenario-basis.ts'
import { sinceVerdict } from '#core/verdicts-of.ts'
import { readOperation } from '#jobs/read-operation.ts'
import { writePack as packJob } from '#jobs/write-pack.ts'
import { documentAt } from '#products/levels/document-at.ts'
import { voiceDigest } from '#products/levels/voice-digest.ts'
import { packContents } from '#products/pack/pack-contents.ts'
import { readPack, writePack } from '#products/pack/pack-file.ts'
import { packText } from '#products/pack/pack-text.ts'
import { aSlide } from '../../support/build.ts'
import { theSample } from '../../support/sample.ts'
import { marked, marksIn } from '../marked.ts'

const MADE_AT = '2026-11-22T12:00:00Z'
const sample = theSample()
const baselineId = baselineOf(sample.document)?.id ?? ''
const deck: Deck = {
  id: 'deck-1',
  name: 'Morning brief',
  orderKey: 'V',
  templateId: null,
  level: 'internal',
  periodDays: 7,
  isLooping: true,
  author: 'G2',
  distribution: '',
  edition: 1,
}
const common = { deckId: deck.id, scenarioId: baselineId, againstScenarioId: null }
const SLIDES = [
  aSlide({ ...common, id: 's-text', kind: 'text', headline: 'Purpose', body: 'To decide.' }),
  aSlide({
    ...common,
    id: 's-map',
    kind: 'map',
    orderKey: 'W',
    layers: ['need', 'incidents', 'roads', 'projects'],
  }),
]
const other = aSlide({
  id: 's-other',
  kind: 'text',
  headline: 'Of another deck',
  scenarioId: baselineId,
  deckId: 'deck-2',
})

const briefing = {
  decks: new Map([
    [deck.id, deck],
    ['deck-2', { ...deck, id: 'deck-2', orderKey: 'W' }],
  ]),
  slides: new Map([...SLIDES, other].map((slide) => [slide.id, slide])),
}
const unmarked = { ...sample.document, tables: { ...sample.document.tables, ...briefing } }

/** The exercise with two decks; every text of it says where it stands. */
const whole = {
  ...sample,
  document: {
    ...sample.document,
    tables: {
      ...marked(sample.document).tables,
      ...briefing,
    },
  },
}

function aPage(slideId: string, level: ReleaseLevel): FrozenPage {
  return {
    at: MADE_AT,
    level,
    picture: null,
    page: {
      slideId,
      headline: 'As it stood',
      coas: [],
      window: null,
      blocks: [
        {
          type: 'map',
          map: {
            scenarioId: baselineId,
            againstScenarioId: null,
            layers: ['roads', 'need'],
            windowEpochMinutes: null,
            camera: null,
          },
          legends: [],
          callouts: [],
          withheld: null,
        },
      ],
      stale: null,
      under: null,
      withheld: [],
    },
  }
}

/** Where data is from, and what a commander said, which slides draw. */
const KEPT: readonly string[] = ['datasets.source', 'verdicts.reason']

const asked = (level: ReleaseLevel, frozen?: ReadonlyMap<string, FrozenPage>) => ({
  deckId: deck.id,
  level,
  madeAt: MADE_AT,
  ...(frozen ? { frozen } : {}),
})

describe('what a pack holds', () => {
  it.each(['partners', 'public'] as const)(
    'for %s nothing above that level, in no text of any row',
    (level) => {
      const frozen = new Map([['s-map', aPage('s-map', level)]])
      const { contents, told } = packContents(whole, asked(level, frozen))
      expect(told).toEqual([])
      const tables = new Set(marksIn(contents.document).map((mark) => mark.split('.')[0]))
      const open = [
        'areas',
        'communities',
        'datasets',
        'indicators',
        'operation',
        'projects',
        'scenarios',
        'vehicles',
      ]
      expect([...tables].filter((name) => !open.includes(name ?? ''))).toEqual([])
      for (const [id, { rowCount }] of contents.columns) {
        const kind = contents.document.tables.datasets.get(id)?.kind
        expect(rowCount > 0, `${kind}`).toBe(kind === 'roads')
      }
      const { text } = writePack(whole, asked(level, frozen))
      expect(incidentPlaces().length).toBeGreaterThan(50)
      expect(incidentPlaces().filter((place) => text.includes(place))).toEqual([])
      expect(text).not.toContain('§incidents')
    },
  )

  it('for others no slide that would be worked out anew, and says which', () => {
    const { contents, told } = packContents(whole, asked('public'))
    expect([...contents.document.tables.slides.keys()]).toEqual(['s-text'])
    expect(told).toEqual([expect.stringMatching(/^Slide 2 is not in the briefing pack/)])
  })

  it('for others never a page that was made for fewer', () => {
    const frozen = new Map([['s-map', aPage('s-map', 'internal')]])
    const { contents } = packContents(whole, asked('partners', frozen))
    expect([...contents.document.tables.slides.keys()]).toEqual(['s-text'])
  })

  it('of a map without a picture only what is drawn from plain records', () => {
    const frozen = new Map([['s-map', aPage('s-map', 'public')]])
    const { contents } = packContents(whole, asked('public', frozen))
    const slide = contents.document.tables.slides.get('s-map')
    expect(slide?.layers).toEqual(['roads', 'projects'])
    const [block] = slide?.frozen?.page.blocks ?? []
    expect(block?.type === 'map' && block.map.layers).toEqual(['roads'])
  })

  it('for the staff lets slides stay live on what they show, without voices, protected cases and words of reports', () => {
    const { contents } = packContents(whole, asked('internal'))
    const { tables } = contents.document
    expect([...tables.slides.keys()]).toEqual(['s-text', 's-map'])
    expect([tables.engagements.size, tables.grievances.size, tables.purges.size]).toEqual([0, 0, 0])
    const kinds = [...tables.datasets.values()].map(({ kind }) => kind)
    expect(kinds).not.toContain('protectedIncidents')
    const incidents = contents.columns.get('incidents')
    expect(incidents?.rowCount).toBe(sample.columns.get('incidents')?.rowCount)
    expect(contents.columns.get('signals')?.rowCount).toBe(0)
    const title = incidents?.fields['title']
    expect(title?.type === 'text' && title.bytes.length).toBe(0)
    expect(incidents?.geometry).toEqual(sample.columns.get('incidents')?.geometry)
  })

  it.each(['internal', 'partners', 'public'] as const)(
    'for %s no word of a person, a source, a speaker or a file',
    (level) => {
      const slides = new Map(
        [
          { ...SLIDES[0]!, notes: 'Aside §slides.notes§' },
          aSlide({ ...common, id: 's-topic', kind: 'topic', topicId: 'peopleTold', orderKey: 'X' }),
          aSlide({ ...common, id: 's-old', kind: 'map', layers: ['roads'], body: '§slides.old§' }),
        ].map((slide) => [slide.id, slide]),
      )
      const decks = new Map([[deck.id, { ...deck, distribution: '§decks.distribution§' }]])
      const posting = {
        id: 'p-1',
        scenarioId: baselineId,
        typeId: [...whole.document.tables.resourceTypes.keys()][0]!,
        count: 1,
        fromBaseId: null,
        placeId: [...whole.document.tables.bases.keys()][0]!,
        startsAt: null,
        endsAt: null,
        reason: '§postings.reason§',
        planHash: null,
      }
      const tables = {
        ...whole.document.tables,
        decks,
        slides,
        postings: new Map([[posting.id, posting]]),
      }
      const from = { ...whole, document: { ...whole.document, tables } }
      const { contents } = packContents(from, asked(level))
      const never =
        /summary|\.source$|reason|contributor|organisation|slides\.(notes|old)|\.file$|distribution/
      const marks = marksIn(contents.document).filter(
        (mark) => level !== 'internal' || mark !== 'decks.distribution',
      )
      expect(marks.filter((mark) => never.test(mark) && !KEPT.includes(mark))).toEqual([])
      const { grievances, engagements } = contents.document.tables
      const asDay = { level, from: 0, until: 1e9 }
      if (level === 'internal') {
        expect([grievances.size, engagements.size].every((count) => count > 40)).toBe(true)
        const plain = documentAt(whole.document, level)
        const { withheld: _, ...told } = voiceDigest(contents.document, asDay)
        expect(told.raised).toEqual(voiceDigest(plain, asDay).raised)
        expect(told.met).toEqual(voiceDigest(plain, asDay).met)
      }
    },
  )

  it('keeps for the staff whether a COA is as it was when it was decided', () => {
    const scenarioId = [...unmarked.tables.postings.values()][0]?.scenarioId ?? baselineId
    const verdict = {
      id: 'v',
      kind: 'approved' as const,
      scenarioId,
      scenarioName: 'COA',
      decidedAt: MADE_AT,
      decidedBy: 'FC',
      reason: 'Most people',
      riskAcceptedBy: '',
      recommendedName: null,
      planHash: scenarioHash(unmarked, scenarioId),
      factsHash: factsHash(unmarked),
      comparedNames: {},
      criteria: [],
    }
    const slide = aSlide({ ...common, id: 's-d', kind: 'topic', topicId: 'decisions' })
    const tables = {
      ...unmarked.tables,
      slides: new Map([[slide.id, slide]]),
      verdicts: new Map([[verdict.id, verdict]]),
    }
    const from = { ...sample, document: { ...unmarked, tables } }
    const { document } = packContents(from, asked('internal')).contents
    const [kept] = document.tables.verdicts.values()
    expect(sinceVerdict(document, kept!)).toEqual({
      isPlanChanged: false,
      areFactsChanged: false,
      isGone: false,
    })
  })

  it('of a deck of texts and for nobody else, no observation at all', () => {
    const { contents } = packContents(whole, { ...asked('internal'), slideIds: ['s-text'] })
    expect([...contents.columns.values()].every(({ rowCount }) => rowCount === 0)).toBe(true)
    expect(contents.document.tables.units.size).toBe(0)
    expect(contents.document.tables.slides.size).toBe(1)
  })

  it('is another operation than the one that it was made from, and deletes nothing', () => {
    const { contents } = packContents(whole, asked('public'))
    expect(contents.document.id).not.toBe(whole.document.id)
    const { pack, keeping } = operationOf(contents.document)
    expect(pack).toEqual({ deckId: deck.id, level: 'public', madeAt: MADE_AT })
    expect(keeping).toEqual({ rules: [], automatic: null })
    expect(packText(operationOf(contents.document))).toBe(
      'Briefing pack · made 221200Z NOV 26 · Public',
    )
  })
})

describe('the file of a pack', () => {
  const plain = { ...whole, document: unmarked }
  const { text } = writePack(plain, asked('public'))

  it('opens to what was put into it, packed and unpacked', async () => {
    const read = readPack(text, 'a.cgpack')
    if (!read.ok) throw new Error(read.issues[0]?.message)
    const { contents } = packContents(plain, asked('public'))
    expect(read.value.document.tables.slides).toEqual(contents.document.tables.slides)
    expect(operationOf(read.value.document)).toEqual(operationOf(contents.document))
    const { bytes } = await packJob({ contents: plain, asked: asked('public') })
    expect(gunzipSync(bytes).toString()).toBe(text)
    expect(readOperation({ name: 'wall.cgpack', bytes }).ok).toBe(true)
    expect(readOperation({ name: 'renamed.gz', bytes }).ok).toBe(true)
  })

  it('is refused in one sentence when it is damaged, newer or something else', () => {
    const refusal = (changed: string | Uint8Array, name = 'a.cgpack') => {
      const bytes = typeof changed === 'string' ? gzipSync(changed) : changed
      const read = readOperation({ name, bytes: new Uint8Array(bytes) })
      expect(read.ok).toBe(false)
      return read.ok ? '' : read.issues.map(({ message }) => message).join('|')
    }
    const resigned = (parts: object) => {
      const { zSha256: _, ...body } = JSON.parse(text)
      const told = canonicalJson({ ...body, ...parts })
      return `${told.slice(0, -1)},"zSha256":"${hashOfText(told)}"}`
    }
    expect(refusal(text.replace('Purpose', 'Porpoise'))).toMatch(/checksum does not fit/)
    expect(refusal(text.slice(0, -400))).toMatch(/not a whole briefing pack/)
    expect(refusal(resigned({ version: 7 }))).toMatch(/made by a newer Commonground: version 7/)
    expect(refusal(resigned({ format: 'other' }))).toMatch(/is no briefing pack/)
    expect(refusal(resigned({ operation: '{}' }))).toMatch(/not a Commonground operation/)
    expect(refusal('{"a":1}')).toMatch(/is no briefing pack/)
    const packed = gzipSync(text)
    expect(refusal(packed.subarray(0, 900))).toMatch(/damaged or not whole/)
    const bent = Uint8Array.from(packed)
    bent[Math.floor(bent.length / 2)] = bent[Math.floor(bent.length / 2)]! ^ 0xff
    expect(refusal(bent)).toMatch(/damaged or not whole/)
    expect(refusal(text.replace('Purpose', 'Porpoise')).includes('|')).toBe(false)
  })
})

/** Positions of incidents, as they would stand in a file; those that are at a community are no secret. */
function incidentPlaces(): string[] {
  const geometry = sample.columns.get('incidents')?.geometry
  if (geometry?.type !== 'points') throw new Error('no incidents')
  const { positions } = geometry
  const known = new Set(
    [...sample.document.tables.communities.values()].map(({ position }) => position.join()),
  )
  return Array.from(
    { length: 300 },
    (_, at) => `${positions[2 * at]},${positions[2 * at + 1]}`,
  ).filter((place) => !known.has(place))
}
