import { type LostCover, lostCoverOf } from './cover-lost.ts'
import { effectOf } from './effect.ts'
import { type CoverModel, UNITS_PER_POINT } from './engines/cover-model.ts'
import { addUnit, dropUnit, isSound, type Laydown, laydownOf } from './engines/laydown.ts'
import { minutesFor, type PlanProblem } from './problem.ts'
import { type RunnerUp, runnerUpOf } from './runner-up.ts'
import { tenths, unitsOf } from './sentences.ts'
import { type Shift, slotOf } from './shifts.ts'

/** What a posting reaches that no unit of its type reaches today. */
export type NewCover = {
  readonly peopleCount: number
  /** Share of all demand for this type. */
  readonly demandShare: number
  /** Strata with most people first. */
  readonly strata: readonly { readonly name: string; readonly peopleCount: number }[]
  /** At most five, those with most demand first. */
  readonly cells: readonly {
    readonly cell: number
    readonly name: string
    readonly peopleCount: number
    readonly minutes: number
  }[]
}

/** One suggestion: so many of a type go there, and what that is worth. All figures are exact re-evaluations. */
export type PlanPosting = {
  readonly typeId: string
  readonly typeName: string
  readonly count: number
  /** Null: from stock. */
  readonly fromPlaceId: string | null
  readonly fromName: string | null
  readonly placeId: string
  readonly placeName: string
  /** Added to the current laydown alone, the crew rule aside. */
  readonly gainPoints: number
  /** Lost if the rest of the plan stays and this does not happen; crews left without carriers go too. */
  readonly lossWithoutPoints: number
  /** The best place for these units in this plan but the two of the move, and what it would cost. */
  readonly runnerUp: RunnerUp | null
  readonly newCover: NewCover
  /** Who drops out of reach of the type if this does not happen and the rest of the plan stays. */
  readonly lostCover: LostCover
  /** What it does, as the middle of a sentence: "reaches 1,200 people whom no Platoon reaches today". */
  readonly effect: string
  /** The whole reason in sentences, with what is lost without it and the runner-up. */
  readonly reason: string
  /** For carriers: the position, among the postings, of the crew that they carry; null: it stands for itself. */
  readonly carriesIndex: number | null
}

/** Explains every shift of a plan; withdrawals to stock are not postings and are left out. */
export function explainPostings(
  problem: PlanProblem,
  model: CoverModel,
  { laydown, shifts }: { readonly laydown: Int32Array; readonly shifts: readonly Shift[] },
): PlanPosting[] {
  const today = laydownOf(model, model.current)
  const plan = laydownOf(model, laydown)
  const isCovered = problem.types.map((_, type) => coveredBy(problem, type, problem.currentCount))
  const isCarrier = (typeId: string) =>
    Number(problem.types.find(({ id }) => id === typeId)?.weight === 0)
  const seen = new Set<number>()
  const postings = shifts
    .filter(({ to }) => to >= 0)
    .map((shift) => {
      const type = problem.types[shift.type]!
      const from = problem.sites[shift.from]
      const slot = slotOf(model, shift.to, shift.type)
      const isFirst = !seen.has(slot)
      seen.add(slot)
      const to = problem.sites[shift.to]!
      const facts = {
        typeId: type.id,
        typeName: type.name,
        count: shift.count,
        fromPlaceId: from?.placeId ?? null,
        fromName: from?.name ?? null,
        placeId: to.placeId,
        placeName: to.name,
        gainPoints: gainAlone(today, shift),
        lossWithoutPoints: lossWithout(plan, shift),
        runnerUp: runnerUpOf(problem, plan, shift),
        newCover:
          isFirst && type.weight > 0
            ? newCoverOf(problem, isCovered[shift.type]!, shift)
            : NO_COVER,
        lostCover: type.weight > 0 ? lostCoverOf(problem, laydown, shift) : NO_LOSS,
      }
      const effect = effectOf(problem, laydown, shift, facts.newCover)
      return { ...facts, effect, reason: reasonOf(facts, effect) }
    })
    .sort(
      (a, b) =>
        isCarrier(a.typeId) - isCarrier(b.typeId) ||
        b.gainPoints - a.gainPoints ||
        compare(a.placeId, b.placeId) ||
        compare(a.typeId, b.typeId) ||
        compare(a.fromPlaceId ?? '', b.fromPlaceId ?? ''),
    )
  return postings.map((posting) => ({
    ...posting,
    carriesIndex: crewCarriedBy(problem, posting, postings),
  }))
}

/** Of whoever comes to a place as well: the first of the type reaches all there is to reach. */
const NO_COVER: NewCover = { peopleCount: 0, demandShare: 0, strata: [], cells: [] }
/** Of what only carries others: it reaches nobody itself. */
const NO_LOSS: LostCover = { peopleCount: 0, names: [], cellCount: 0 }

type Placed = Pick<PlanPosting, 'typeId' | 'placeId'>

/** The first crew at the same place whose carrier this is. */
function crewCarriedBy(
  { types }: PlanProblem,
  { typeId, placeId }: Placed,
  postings: readonly Placed[],
): number | null {
  const carrier = types.findIndex(({ id }) => id === typeId)
  if (types[carrier]!.weight > 0) return null
  const crewIds = new Set(
    types.filter(({ needs }) => needs?.typeIndex === carrier).map(({ id }) => id),
  )
  const index = postings.findIndex((crew) => crew.placeId === placeId && crewIds.has(crew.typeId))
  return index < 0 ? null : index
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Undoes what `change` did to a laydown, and says what the change was worth in points. */
function worthOf(laydown: Laydown, change: (step: (slot: number, by: 1 | -1) => void) => void) {
  const before = laydown.objective
  const steps: { readonly slot: number; readonly by: 1 | -1 }[] = []
  change((slot, by) => {
    if (by === 1) addUnit(laydown, slot)
    else dropUnit(laydown, slot)
    steps.push({ slot, by })
  })
  const worth = (laydown.objective - before) / UNITS_PER_POINT
  for (const { slot, by } of steps.reverse()) {
    if (by === 1) dropUnit(laydown, slot)
    else addUnit(laydown, slot)
  }
  return worth
}

function gainAlone(today: Laydown, { type, count, from, to }: Shift): number {
  return worthOf(today, (step) => {
    for (let i = 0; i < count; i++) {
      if (from >= 0) step(slotOf(today.model, from, type), -1)
      step(slotOf(today.model, to, type), 1)
    }
  })
}

function lossWithout(plan: Laydown, { type, count, from, to }: Shift): number {
  const { model } = plan
  const worth = worthOf(plan, (step) => {
    for (let i = 0; i < count; i++) step(slotOf(model, to, type), -1)
    for (let crew = 0; crew < model.typeCount; crew++) {
      if (model.needsType[crew] !== type) continue
      const slot = slotOf(model, to, crew)
      while (plan.count[slot]! > model.fixed[slot]! && !isSound(plan, to)) step(slot, -1)
    }
    if (from < 0) return
    for (let i = 0; i < count; i++) step(slotOf(model, from, type), 1)
  })
  return -worth
}

/** Whether any unit of a type reaches each cell under a laydown. */
export function coveredBy(problem: PlanProblem, type: number, laydown: Int32Array): Uint8Array {
  const { reachMinutes } = problem.types[type]!
  const covered = new Uint8Array(problem.cellStratum.length)
  problem.sites.forEach((_, site) => {
    if (laydown[site * problem.types.length + type] === 0) return
    for (let cell = 0; cell < covered.length; cell++) {
      if (minutesFor(problem, type, { site, cell }) <= reachMinutes) covered[cell] = 1
    }
  })
  return covered
}

function newCoverOf(problem: PlanProblem, isCovered: Uint8Array, { type, to }: Shift): NewCover {
  const demand = problem.demand[type]!
  const { reachMinutes } = problem.types[type]!
  const reached: number[] = []
  for (let cell = 0; cell < demand.length; cell++) {
    if (isCovered[cell] === 1 || demand[cell] === 0) continue
    if (minutesFor(problem, type, { site: to, cell }) <= reachMinutes) reached.push(cell)
  }
  const people = new Map<number, number>()
  for (const cell of reached) {
    const stratum = problem.cellStratum[cell]!
    people.set(stratum, (people.get(stratum) ?? 0) + problem.peopleCount[cell]!)
  }
  const total = demand.reduce((sum, value) => sum + value, 0)
  return {
    peopleCount: reached.reduce((sum, cell) => sum + problem.peopleCount[cell]!, 0),
    demandShare: total === 0 ? 0 : reached.reduce((sum, cell) => sum + demand[cell]!, 0) / total,
    strata: [...people]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .map(([stratum, peopleCount]) => ({
        name: problem.stratumNames[stratum] ?? 'no county',
        peopleCount,
      })),
    cells: reached
      .sort((a, b) => demand[b]! - demand[a]! || a - b)
      .slice(0, 5)
      .map((cell) => ({
        cell,
        name: problem.cellNames[cell]!,
        peopleCount: problem.peopleCount[cell]!,
        minutes: minutesFor(problem, type, { site: to, cell }),
      })),
  }
}

function reasonOf(
  facts: Omit<PlanPosting, 'effect' | 'reason' | 'carriesIndex'>,
  effect: string,
): string {
  const { lossWithoutPoints, runnerUp } = facts
  const origin = facts.fromName === null ? 'from stock' : `from ${facts.fromName}`
  const head = `${unitsOf(facts.count, facts.typeName)} ${origin} to ${facts.placeName}`
  const loss = `Without it the plan is worth ${tenths(Math.max(0, lossWithoutPoints))} points less.`
  const other =
    runnerUp === null
      ? ''
      : runnerUp.lossPoints <= 0
        ? ` ${runnerUp.name} would do as well.`
        : ` Next best is ${runnerUp.name}, ${tenths(runnerUp.lossPoints)} points less.`
  return `${head}: ${effect}. ${loss}${other}`.slice(0, 500)
}
