import { type Choice, createProof, type Part, type Proof } from './branch-and-bound.ts'
import type { SingleCover } from './single-cover.ts'
import {
  createSingleCoverBound,
  type SingleBound,
  type SingleCoverStart,
} from './single-cover-bound.ts'

const STEPS = { root: 400, part: 60 }

/**
 * Branch and bound for MCLP, each part from its parent's multipliers. What is covered counts as a
 * cost below 0: `bound` is the negative of the most that could be covered.
 */
export function createSingleCoverProof(cover: SingleCover): Proof {
  return createProof(partOf(cover), STEPS)
}

function partOf(cover: SingleCover, start?: SingleCoverStart): Part {
  const limit = createSingleCoverBound(cover, start)
  const part: Part = {
    bound: -cover.weight.reduce((sum, weight) => sum + weight, 0),
    favoured: limit.favoured,
    tighten(reached) {
      limit.tighten(-reached)
      part.bound = Math.max(part.bound, -limit.bound)
    },
    last: () => lastChoice(cover, limit.verdict),
    split: () => split(cover, limit).map((begin) => () => partOf(cover, begin)),
  }
  return part
}

/** Two parts: with the undecided site that earns most open, and with it closed. */
function split(cover: SingleCover, { verdict, best }: SingleBound): SingleCoverStart[] {
  let site = -1
  let most = -Infinity
  for (let s = 0; s < verdict.length; s++) {
    if (verdict[s] !== -1) continue
    let earned = 0
    for (let i = cover.offsets[s]!; i < cover.offsets[s + 1]!; i++)
      earned += best[cover.groups[i]!]!
    if (earned <= most) continue
    most = earned
    site = s
  }
  return [1, 0].map((choice) => {
    const decided = verdict.slice()
    decided[site] = choice
    return { verdict: decided, multipliers: best }
  })
}

/** The one choice that is left, once p sites are surely open or only p are not closed; else null. */
function lastChoice(cover: SingleCover, verdict: Int8Array): Choice | null {
  const sites = [...verdict.keys()]
  const open = sites.filter((site) => verdict[site] === 1)
  if (open.length === cover.openCount) return { sites: open, cost: -coveredBy(cover, open) }
  const left = sites.filter((site) => verdict[site] !== 0)
  if (left.length !== cover.openCount) return null
  return { sites: left, cost: -coveredBy(cover, left) }
}

function coveredBy({ weight, offsets, groups }: SingleCover, sites: readonly number[]): number {
  const isCovered = new Uint8Array(weight.length)
  for (const site of sites) {
    for (let i = offsets[site]!; i < offsets[site + 1]!; i++) isCovered[groups[i]!] = 1
  }
  return weight.reduce((sum, value, group) => (isCovered[group] === 1 ? sum + value : sum), 0)
}
