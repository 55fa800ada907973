import type { Tables } from '#core/document.ts'
import { counted, durationText, grouped, NOTHING, peopleInFull } from '#core/figures.ts'
import type { OutcomeByCommunity } from '#jobs/weigh-plan.ts'
import { rememberedParts } from '#map/remembered.ts'
import type { ChoiceLook, ChoiceMark } from '#map/scene.ts'
import type { Standing } from '#planner/choices/alternatives.ts'
import type { PostingChange } from '#planner/choices/without-input.ts'
import type { Plan } from '#planner/plan.ts'
import type { PlanChoices } from '#state/results-store.ts'
import type { PlanView } from '#state/screen-store.ts'

type Parts = Pick<Tables, 'bases' | 'communities'> & {
  readonly plan: Plan
  readonly choices: PlanChoices
  readonly planView: PlanView
}

/** What is said of one type at one place. */
type Said = {
  readonly placeId: string
  readonly look: ChoiceLook
  readonly label: string
  readonly value: string
}

/** What the open choice says of places, one mark a place; null: nothing is open that says anything. */
export const choiceMarks = rememberedParts((parts: Parts): readonly ChoiceMark[] | null => {
  const { choices, planView } = parts
  switch (planView.kind) {
    case 'alternatives':
      return placesOf(parts, plansSay(choices.alternatives.value, planView.pick))
    case 'moves':
      return placesOf(parts, rungSays(choices.moves.value, planView.pick))
    case 'tradeOffs':
      return placesOf(parts, tradeSays(choices.tradeOffs.value, planView.pick, parts.plan))
    case 'without':
      return placesOf(parts, inputSays(choices, planView.pick))
    case 'outcomes':
      return peopleOf(
        parts,
        choices.outcomes.value?.find(({ typeId }) => typeId === planView.pick),
      )
    default:
      return null
  }
})

const STANDINGS: readonly Standing['kind'][] = ['always', 'sometimes', 'never']

/** Where a suggestion would be put instead, or its runner-up while it is open; null: nowhere. */
export const aimMark = rememberedParts(
  ({
    placeId,
    runnerUpId,
    bases,
    communities,
  }: Pick<Tables, 'bases' | 'communities'> & {
    readonly placeId: string | null
    readonly runnerUpId: string | null
  }): readonly ChoiceMark[] | null => {
    const shown = placeId ?? runnerUpId ?? ''
    const place = bases.get(shown) ?? communities.get(shown)
    if (!place) return null
    const { id, name, position } = place
    const look = placeId === null ? 'runnerUp' : 'comes'
    return [{ placeId: id, name, position, look, size: 2, rows: [] }]
  },
)

/** With a plan picked: that plan alone, each posting by how many of the plans have it. */
function plansSay(found: PlanChoices['alternatives']['value'], pick: string | null): Said[] | null {
  if (!found) return null
  const count = found.plans.length
  const picked = pick === null ? null : found.plans[Number(pick)]
  const said = found.standings.map((standing) => {
    const here = picked?.postings.find(
      ({ placeId, typeId }) => placeId === standing.placeId && typeId === standing.typeId,
    )
    if (picked && !here) return null
    const { placeId, kind, planCount, typeName } = standing
    const label = here ? `${here.count} ${typeName}` : typeName
    return { placeId, look: kind, label, value: `in ${planCount} of ${counted(count, 'plan')}` }
  })
  return said.filter((each) => each !== null)
}

function rungSays(found: PlanChoices['moves']['value'], pick: string | null): Said[] | null {
  const rung = pick === null ? null : found?.rungs[Number(pick)]
  if (!rung) return null
  return rung.postings.map(({ placeId, typeName, count }) => ({
    placeId,
    look: 'posted',
    label: typeName,
    value: grouped(count),
  }))
}

/** A picked plan beside the proposal: what stays, goes and comes. */
function tradeSays(
  found: PlanChoices['tradeOffs']['value'],
  pick: string | null,
  plan: Plan,
): Said[] | null {
  const trade = pick === null ? null : found?.plans[Number(pick)]
  if (!trade) return null
  const proposed = new Map<string, { readonly typeName: string; readonly count: number }>()
  for (const { placeId, typeId, typeName, count } of plan.postings) {
    const key = `${placeId}/${typeId}`
    proposed.set(key, { typeName, count: count + (proposed.get(key)?.count ?? 0) })
  }
  const there = new Map(
    trade.postings.map((posting) => [`${posting.placeId}/${posting.typeId}`, posting]),
  )
  return [...new Set([...there.keys(), ...proposed.keys()])].map((key): Said => {
    const [own, other] = [there.get(key)?.count ?? 0, proposed.get(key)?.count ?? 0]
    return {
      placeId: key.slice(0, key.lastIndexOf('/')),
      look: other === 0 ? 'comes' : own === 0 ? 'goes' : 'stays',
      label: there.get(key)?.typeName ?? proposed.get(key)?.typeName ?? '',
      value: own === other ? grouped(own) : `${own}, proposal ${other}`,
    }
  })
}

function inputSays({ without }: PlanChoices, pick: string | null): Said[] | null {
  const found = pick === null ? null : without[pick]?.value
  if (!found) return null
  const say = (look: ChoiceLook) => (row: PostingChange) => ({
    placeId: row.placeId,
    look,
    label: row.typeName,
    value: `${row.withCount} with, ${row.withoutCount} without`,
  })
  return [
    ...found.stay.map(say('stays')),
    ...found.go.map(say('goes')),
    ...found.come.map(say('comes')),
  ]
}

/** One mark a place: the look that says most, and a row a type. */
function placesOf({ bases, communities }: Parts, said: Said[] | null): ChoiceMark[] | null {
  if (!said) return null
  const byPlace = new Map<string, Said[]>()
  for (const each of said) {
    byPlace.set(each.placeId, [...(byPlace.get(each.placeId) ?? []), each])
  }
  return [...byPlace].flatMap(([placeId, here]) => {
    const place = bases.get(placeId) ?? communities.get(placeId)
    if (!place) return []
    const look = lookOf(here)
    const rows = here.map(({ label, value }) => ({ label, value }))
    const size = look === 'never' ? 0 : 1
    return [{ placeId, name: place.name, position: place.position, look, size, rows }]
  })
}

/** Among plans the surest; between two sets of facts what changes, since that is asked. */
function lookOf(here: readonly Said[]): ChoiceLook {
  const looks = new Set(here.map(({ look }) => look))
  const order: readonly ChoiceLook[] = [...STANDINGS, 'goes', 'comes', 'stays', 'posted']
  return order.find((look) => looks.has(look)) ?? 'posted'
}

/** Communities on either side, and where the proposal posts the type. */
function peopleOf(parts: Parts, outcome: OutcomeByCommunity | undefined): ChoiceMark[] | null {
  if (!outcome) return null
  const { communities, plan } = parts
  const own = plan.postings.filter(({ typeId }) => typeId === outcome.typeId)
  const posted = own.map(({ placeId, typeName, count }) => ({
    placeId,
    look: 'posted' as const,
    label: typeName,
    value: grouped(count),
  }))
  const marksOf = (look: ChoiceLook, changed: OutcomeByCommunity['gained']) =>
    changed.flatMap(({ communityId, people, minutesBefore, minutesAfter }): ChoiceMark[] => {
      const community = communities.get(communityId ?? '')
      if (!community) return []
      const { id, name, position } = community
      const rows = [
        { label: 'People', value: peopleInFull(people) },
        { label: `${outcome.typeName} today`, value: minutesText(minutesBefore) },
        { label: 'Under the proposal', value: minutesText(minutesAfter) },
      ]
      const size = people < 500 ? 0 : people < 3_000 ? 1 : 2
      return [{ placeId: id, name, position, look, size, rows }]
    })
  return [
    ...marksOf('gains', outcome.gained),
    ...marksOf('loses', outcome.lost),
    ...(placesOf(parts, posted) ?? []),
  ]
}

function minutesText(minutes: number | null): string {
  return minutes === null ? NOTHING : durationText(minutes)
}
