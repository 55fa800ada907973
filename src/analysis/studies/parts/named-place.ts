import { readPosition } from '#core/geo/read-position.ts'
import type { StudyFacts, StudyPlace } from '../study.ts'

/** A place that a person named, or the sentence that says why it is none. */
export type PlaceReading =
  | { readonly ok: true; readonly place: StudyPlace }
  | { readonly ok: false; readonly why: string }

const MOST_NAMED = 5

/**
 * Reads a place as a person types it: a post, a community (with its county after a comma where there
 * are several of one name), a position in any notation that is read elsewhere.
 */
export function namedPlace({ ground, posts }: PlaceFacts, typed: string): PlaceReading {
  const text = typed.trim()
  const post = posts.find(({ id, name }) => id === text || plain(name) === plain(text))
  if (post) return { ok: true, place: { name: post.name, position: post.position } }
  const found = communitiesNamed(ground, text)
  if (found.length === 1) return { ok: true, place: found[0]! }
  if (found.length > 1) return { ok: false, why: severalOf(ground, text) }
  const read = readPosition(text)
  if (read.ok) return { ok: true, place: { name: text, position: read.centre } }
  const why =
    read.why ??
    'Write the name of a community or a post, a grid reference such as 29N LH 2040 8410, or latitude and longitude.'
  return { ok: false, why: `"${text.slice(0, 60)}" is no place that is known here. ${why}` }
}

type PlaceFacts = Pick<StudyFacts, 'ground' | 'posts'>
type Ground = StudyFacts['ground']

function communitiesNamed(ground: Ground, text: string): StudyPlace[] {
  const byId = ground.communityIds.indexOf(text)
  if (byId >= 0) return [communityAt(ground, byId)]
  const [name, county] = text.split(',').map(plain)
  return ground.communityNames.flatMap((each, at) => {
    if (plain(each) !== name) return []
    const isElsewhere = county !== undefined && plain(countyOf(ground, at)) !== county
    return isElsewhere ? [] : [communityAt(ground, at)]
  })
}

function severalOf(ground: Ground, text: string): string {
  const name = plain(text.split(',')[0]!)
  const counties = ground.communityNames.flatMap((each, at) =>
    plain(each) === name ? [countyOf(ground, at)] : [],
  )
  const several = [...new Set(counties)].filter((county) => county !== '').slice(0, MOST_NAMED)
  const hint =
    several.length > 1
      ? `Add the county after a comma (${several.join(', ')}), or give a grid reference.`
      : 'Give a grid reference, or select it on the map.'
  return `${counties.length} places are called "${text}". ${hint}`
}

function communityAt(ground: Ground, at: number): StudyPlace {
  return {
    name: ground.communityNames[at]!,
    position: [ground.communityLonDegrees[at]!, ground.communityLatDegrees[at]!],
  }
}

function countyOf({ areaNames, communityAreaIndex }: Ground, at: number): string {
  return areaNames[communityAreaIndex[at]!] ?? ''
}

/** Letters alone, without accents or case: as people remember a name. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}
