import {
  kolmPollakEde,
  kolmPollakKappa,
  type Lived,
  meanAndMax,
  shareBeyond,
  worstOffMean,
} from '../../equity.ts'

/** Aversions to inequality that are shown; the middle one is the usual. */
export const EPSILONS = [-0.5, -1, -2] as const

/** One κ for each of EPSILONS. */
export type Kappas = readonly [milder: number, usual: number, stricter: number]

/** κ from the minutes of everybody; parts of the ground take the same, so that they compare. */
export function kappasOf(everybody: Lived): Kappas {
  return EPSILONS.map((epsilon) => kolmPollakKappa(everybody, epsilon)) as unknown as Kappas
}

/** How minutes are shared among the people within reach. NaN where nobody is. */
export type MinutesShared = {
  readonly mean: number
  readonly max: number
  /** What would be as bad if everybody had it, one for each of EPSILONS. */
  readonly asIfEqual: readonly [milder: number, usual: number, stricter: number]
  readonly worstTenth: number
  readonly worstFifth: number
  /** Share of the people within reach. */
  readonly beyondShare: number
  readonly reachedPeopleCount: number
  readonly unreachedPeopleCount: number
}

/** @param cells those that count; left out: all. */
export function minutesShared(
  all: Lived,
  asked: {
    readonly kappas: Kappas
    readonly standardMinutes: number
    readonly cells?: readonly number[]
  },
): MinutesShared {
  const { kappas, standardMinutes, cells } = asked
  const lived = cells
    ? {
        values: cells.map((cell) => all.values[cell]!),
        people: cells.map((cell) => all.people[cell]!),
      }
    : all
  let [reachedPeopleCount, unreachedPeopleCount] = [0, 0]
  for (let place = 0; place < lived.values.length; place++) {
    if (Number.isNaN(lived.values[place]!)) unreachedPeopleCount += lived.people[place]!
    else reachedPeopleCount += lived.people[place]!
  }
  const [milder, usual, stricter] = kappas
  return {
    ...meanAndMax(lived),
    asIfEqual: [
      kolmPollakEde(lived, milder),
      kolmPollakEde(lived, usual),
      kolmPollakEde(lived, stricter),
    ],
    worstTenth: worstOffMean(lived, 0.1),
    worstFifth: worstOffMean(lived, 0.2),
    beyondShare: shareBeyond(lived, standardMinutes),
    reachedPeopleCount,
    unreachedPeopleCount,
  }
}
