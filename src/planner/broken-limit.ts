import type { CoverModel } from './engines/cover-model.ts'
import { carriedAt, laydownOf } from './engines/laydown.ts'
import type { PlanProblem } from './problem.ts'
import { grouped, unitsOf } from './sentences.ts'

/** The first limit of an operation that a laydown breaks, in one plain sentence; null: it keeps them all. */
export function brokenLimit(
  problem: PlanProblem,
  model: CoverModel,
  count: Int32Array,
): string | null {
  const laydown = laydownOf(model, count)
  const { stock, room, moves, budgetLeft } = laydown
  const typeName = (slot: number) => problem.types[slot % model.typeCount]!.name
  const siteName = (slot: number) => problem.sites[Math.floor(slot / model.typeCount)]!.name
  const short = stock.findIndex((left) => left < 0)
  if (short >= 0) {
    const supply = model.supply[short]!
    return `This plan places ${unitsOf(supply - stock[short]!, typeName(short))} and only ${grouped(supply)} may be placed.`
  }
  const released = count.findIndex((units, slot) => units < model.fixed[slot]!)
  if (released >= 0) {
    return `This plan takes ${typeName(released)} from ${siteName(released)}, where it is to stay.`
  }
  const barred = count.findIndex(
    (units, slot) => model.isForbidden[slot] === 1 && units > model.fixed[slot]!,
  )
  if (barred >= 0) {
    return `This plan puts ${typeName(barred)} at ${siteName(barred)}, which may not hold it.`
  }
  const full = room.findIndex((left) => left < 0)
  if (full >= 0)
    return `This plan puts more at ${problem.sites[full]!.name} than there is room for.`
  const stranded = count.findIndex((units, slot) => units > carriedAt(laydown, slot))
  if (stranded >= 0) {
    const carrier = problem.types[model.needsType[stranded % model.typeCount]!]!.name
    return `This plan leaves ${typeName(stranded)} at ${siteName(stranded)} without enough ${carrier}.`
  }
  if (budgetLeft < 0) {
    const [cost, budget] = [model.budget - budgetLeft, model.budget].map(dollars)
    return `This plan costs ${cost} USD and the budget is ${budget} USD.`
  }
  if (moves <= model.maxMoves) return null
  return `This plan makes ${moves} moves and the operation allows ${model.maxMoves}.`
}

function dollars(cents: number): string {
  return grouped(Math.ceil(cents / 100))
}
