import {
  decimal,
  durationText,
  firstFew,
  grouped,
  peopleInFull,
  peopleText,
  TIE,
} from '#core/figures.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { instantOf } from '#core/time/instant.ts'
import type { Blame, Obstacle } from '../../access/blame.ts'
import type { CutOff } from '../../access/cut-off.ts'
import type { OtherWay } from '../../access/other-ways.ts'
import { countiesOf, LISTED_COUNT, LISTED_COUNTY_COUNT } from '../parts/counties.ts'
import { asStart, shareWords } from '../parts/figure-words.ts'
import { type AccessAsked, sentence } from '../parts/reached-from.ts'
import type { StudyBlock, StudyFacts } from '../study.ts'
import { nearestInReach, type PlaceCutOff } from './cut-off-places.ts'

export type Shown = {
  readonly facts: StudyFacts
  readonly asked: AccessAsked
  readonly cutOff: CutOff
  readonly places: readonly PlaceCutOff[]
}

const peopleIn = ({ facts }: Shown, cells: readonly number[]) =>
  cells.reduce((sum, cell) => sum + facts.ground.peopleCount[cell]!, 0)

const isNever = (blame: Blame | undefined) => blame?.type === 'never'

export function sentences(shown: Shown): readonly StudyBlock[] {
  const { facts, asked, cutOff } = shown
  const { cells, blame, days } = cutOff
  const by = `${asked.vehicle.name} and on foot`
  const all = peopleIn(shown, [...facts.ground.peopleCount.keys()])
  const people = peopleIn(shown, cells)
  if (people === 0) {
    return [sentence(`Everybody can be reached from ${asked.fromWords} by ${by}.`)]
  }
  const never = peopleIn(
    shown,
    cells.filter((cell) => isNever(blame.get(cell))),
  )
  const closed = peopleIn(
    shown,
    cells.filter((cell) => !isNever(blame.get(cell))),
  )
  const lately = peopleIn(
    shown,
    cells.filter((cell) => days[cell]! <= 30),
  )
  const isAll = cells.length === days.length
  const blocks = [
    sentence(
      isAll
        ? `Nobody can be reached from ${asked.fromWords} by ${by}.`
        : `${asStart(peopleText(people))} people (${shareWords(people / all)}) cannot be reached from ${asked.fromWords} by ${by}.`,
      isAll ? 'watch' : 'plain',
    ),
  ]
  if (closed > 0) {
    blocks.push(
      sentence(
        `${asStart(peopleText(closed))} of them are cut off by what is in force now${lately > 0 ? `, ${peopleText(lately)} within the last 30${TIE}days` : ''}: lifting it would reopen the way.`,
      ),
    )
  }
  if (never > 0) {
    blocks.push(
      sentence(
        `${asStart(peopleText(never))} were never in reach on record: no road comes near enough, even with nothing in the way.`,
        'watch',
      ),
    )
  }
  return blocks
}

/** Since when, how many, and by what: a row for all that fell out of reach together. */
export function spellTable(shown: Shown): StudyBlock {
  const { cells, sinceEpochMinutes, blame } = shown.cutOff
  const groups = new Map<string, number[]>()
  for (const cell of cells) {
    const key = JSON.stringify([sinceEpochMinutes[cell], causeText(blame.get(cell))])
    groups.set(key, [...(groups.get(key) ?? []), cell])
  }
  const rows = [...groups.values()]
    .map((members) => ({ members, people: peopleIn(shown, members) }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people || a.members[0]! - b.members[0]!)
  return {
    type: 'table',
    title: 'Since when, and by what',
    columns: ['Cut off by', 'People', 'Since', 'Days'],
    rows: rows.slice(0, LISTED_COUNT).map(({ members, people }) => ({
      cells: [
        asStart(causeText(blame.get(members[0]!))),
        peopleInFull(people),
        ...sinceCells(shown, members[0]!),
      ],
      place: null,
    })),
    moreCount: Math.max(0, rows.length - LISTED_COUNT),
  }
}

export function whoTable(shown: Shown): StudyBlock {
  const { places, facts } = shown
  const listed = places.slice(0, LISTED_COUNTY_COUNT)
  return {
    type: 'table',
    title: 'Communities cut off, most people first',
    columns: ['Community', 'County', 'People', 'Need', 'Since'],
    rows: listed.map(({ place, county, peopleCount, cell }) => ({
      cells: [
        place.name,
        county,
        peopleInFull(peopleCount),
        decimal(facts.situation.need.score[cell]!),
        sinceCells(shown, cell)[0],
      ],
      place,
    })),
    moreCount: places.length - listed.length,
  }
}

/**
 * What would reopen the way to each, how else to get there, and how far those in reach are. Those whom
 * nothing would help come last.
 */
export function reopenTable(
  shown: Shown,
  waysTo: (cell: number) => readonly OtherWay[],
): StudyBlock {
  const { places, facts, asked, cutOff } = shown
  const postAt = new Map(facts.posts.map(({ position, name }) => [position, name]))
  const isReopened = ({ cell }: PlaceCutOff) => !isNever(cutOff.blame.get(cell))
  const listed = [
    ...places.filter(isReopened),
    ...places.filter((each) => !isReopened(each)),
  ].slice(0, LISTED_COUNT)
  const wayText = ({ vehicle, minutes, from }: OtherWay) => {
    const start = from && asked.isFromPosts ? postAt.get(from) : undefined
    const whence = start ? ` from ${start}` : ''
    return `${vehicle.name}${whence} ${durationText(minutes)}`
  }
  return {
    type: 'table',
    title: 'What would reopen the way',
    columns: ['Community', 'Lift', 'Or go by', 'Nearest in reach'],
    rows: listed.map((each) => {
      const near = nearestInReach(facts, cutOff, each)
      const ways = waysTo(each.cell).map(wayText)
      return {
        cells: [
          each.place.name,
          liftText(cutOff.blame.get(each.cell)),
          ways.length > 0 ? ways.join('; ') : 'no other way',
          near ? `${near.name}, ${decimal(near.metres / 1000, 0)}${TIE}km` : 'none',
        ],
        place: each.place,
      }
    }),
    moreCount: places.length - listed.length,
  }
}

export function countyTable(shown: Shown): StudyBlock {
  const { cutOff, facts } = shown
  const isCutOff = new Set(cutOff.cells)
  const rows = countiesOf(facts.ground)
    .map((county) => {
      const cells = county.cells.filter((cell) => isCutOff.has(cell))
      return { ...county, cutOffCount: peopleIn(shown, cells) }
    })
    .filter(({ cutOffCount }) => cutOffCount > 0)
    .sort((a, b) => b.cutOffCount - a.cutOffCount)
  return {
    type: 'table',
    title: 'By county',
    columns: ['County', 'Cut off', 'Of its people'],
    rows: rows.map(({ name, place, cutOffCount, peopleCount }) => ({
      cells: [name, peopleInFull(cutOffCount), shareWords(cutOffCount / peopleCount)],
      place,
    })),
    moreCount: 0,
  }
}

function sinceCells({ cutOff }: Shown, cell: number): readonly [since: string, days: string] {
  const { sinceEpochMinutes, days, blame } = cutOff
  if (isNever(blame.get(cell))) return ['never in reach', '–']
  const since = sinceEpochMinutes[cell]!
  if (!Number.isFinite(since)) return ['always on record', '–']
  return [dateTimeGroup(instantOf(since)).replaceAll(' ', TIE), grouped(Math.floor(days[cell]!))]
}

const NAMED_COUNT = 3

function named(obstacles: readonly Obstacle[], word: string): string {
  const names = obstacles.map((each) => (each === 'wetSeason' ? 'the wet season' : each.name))
  const few = firstFew(names, NAMED_COUNT)
  const last = few.at(-1)!
  return few.length === 1 ? last : `${few.slice(0, -1).join('; ')} ${word} ${last}`
}

function causeText(blame: Blame | undefined): string {
  if (!blame || blame.type === 'never') return 'no way at all'
  return named(blame.obstacles, 'and')
}

function liftText(blame: Blame | undefined): string {
  if (!blame || blame.type === 'never') return 'nothing would'
  if (blame.type === 'anyOf') return named(blame.obstacles, 'or')
  return `${named(blame.obstacles, 'and')}, together`
}
