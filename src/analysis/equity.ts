/** Values of places and how many people live with each; NaN values (unreachable) are left out. */
export type Lived = {
  readonly values: ArrayLike<number>
  readonly people: ArrayLike<number>
}

/**
 * κ of Kolm–Pollak: ε·Σpx/Σpx². Worked out once, at the baseline, and kept for every scenario.
 *
 * @param epsilon below 0 for a bad such as minutes: −1 usual, −0.5 and −2 to show what it does.
 * @returns NaN where nobody lives with a value above 0.
 */
export function kolmPollakKappa(lived: Lived, epsilon = -1): number {
  let sum = 0
  let squares = 0
  eachLived(lived, (value, people) => {
    sum += people * value
    squares += people * value * value
  })
  return squares > 0 ? (epsilon * sum) / squares : Number.NaN
}

/**
 * The value that, if everybody lived with it, would be as bad as what there is: −(1/κ)·ln(Σpe^(−κx)
 * /Σp). Adding ten minutes for all adds ten. By log-sum-exp, so that long tails do not overflow.
 * NaN without people.
 *
 * @source A. Logan et al., "Measuring inequalities in urban systems: an approach for evaluating the
 *   distribution of amenities and burdens" (2021); reference 05-equity/equity_measures.json.
 */
export function kolmPollakEde(lived: Lived, kappa: number): number {
  let peak = Number.NEGATIVE_INFINITY
  let everybody = 0
  eachLived(lived, (value, people) => {
    peak = Math.max(peak, -kappa * value)
    everybody += people
  })
  if (everybody === 0 || Number.isNaN(kappa)) return Number.NaN
  let sum = 0
  eachLived(lived, (value, people) => {
    sum += people * Math.exp(-kappa * value - peak)
  })
  return -(peak + Math.log(sum / everybody)) / kappa
}

/** Mean of the highest values, over so large a share of the people; a place may count in part. */
export function worstOffMean(lived: Lived, peopleShare: number): number {
  const places: (readonly [value: number, people: number])[] = []
  let everybody = 0
  eachLived(lived, (value, people) => {
    places.push([value, people])
    everybody += people
  })
  places.sort((a, b) => b[0] - a[0])
  let left = everybody * peopleShare
  let sum = 0
  for (const [value, people] of places) {
    const taken = Math.min(left, people)
    sum += taken * value
    left -= taken
    if (left <= 0) break
  }
  return everybody > 0 ? sum / (everybody * peopleShare) : Number.NaN
}

/** Share of the people with a value above the standard. NaN without people. */
export function shareBeyond(lived: Lived, standard: number): number {
  let everybody = 0
  let beyond = 0
  eachLived(lived, (value, people) => {
    everybody += people
    if (value > standard) beyond += people
  })
  return everybody > 0 ? beyond / everybody : Number.NaN
}

/** Mean over people, and the highest value anybody lives with. NaN without people. */
export function meanAndMax(lived: Lived): { readonly mean: number; readonly max: number } {
  let everybody = 0
  let sum = 0
  let max = Number.NaN
  eachLived(lived, (value, people) => {
    everybody += people
    sum += people * value
    if (!(max >= value)) max = value
  })
  return { mean: sum / everybody, max }
}

/** How uneven values are, and how much of it lies between groups; the two parts add up to the whole. */
export type Theil = { readonly total: number; readonly between: number; readonly within: number }

/**
 * Theil's T over people, Σp(x/μ)·ln(x/μ)/Σp, 0 where all have the same: what groups' means explain,
 * and what is left within them. A value of 0 adds nothing. NaN without people or where the mean is 0.
 *
 * @param groupOf group of each place, 0 or more; any other number is a group of its own.
 * @source H. Theil, Economics and Information Theory (1967); reference 05-equity/equity_measures.json.
 */
export function theilT(lived: Lived, groupOf: ArrayLike<number>): Theil {
  const { mean } = meanAndMax(lived)
  const groups = new Map<number, { people: number; sum: number }>()
  let [people, sum] = [0, 0]
  eachLived(lived, (value, count, place) => {
    people += count
    if (value > 0) sum += count * (value / mean) * Math.log(value / mean)
    const group = groups.get(groupOf[place]!) ?? { people: 0, sum: 0 }
    groups.set(groupOf[place]!, {
      people: group.people + count,
      sum: group.sum + count * value,
    })
  })
  if (!(mean > 0)) return { total: Number.NaN, between: Number.NaN, within: Number.NaN }
  let between = 0
  for (const group of groups.values()) {
    const ratio = group.sum / group.people / mean
    if (ratio > 0) between += (group.people / people) * ratio * Math.log(ratio)
  }
  const total = sum / people
  return { total, between, within: total - between }
}

function eachLived(
  { values, people }: Lived,
  visit: (value: number, people: number, place: number) => void,
) {
  for (let place = 0; place < values.length; place++) {
    const value = values[place]!
    if (people[place]! > 0 && !Number.isNaN(value)) visit(value, people[place]!, place)
  }
}
