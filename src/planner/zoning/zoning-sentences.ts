import { counted, decimal, grouped, peopleText, percent } from '#core/figures.ts'
import type { LeftOutGround, ZoneProposal } from './zone-proposal.ts'

/** How even proposed zones are, and how even they could be. */
export function balanceSentence({
  balanceIndex,
  balanceBound,
  meanDeviationShare,
}: Pick<ZoneProposal, 'balanceIndex' | 'balanceBound' | 'meanDeviationShare'>): string {
  if (Number.isNaN(balanceIndex)) return 'There is nothing to be carried, so no zone carries more.'
  const largest = `The largest load is ${decimal(balanceIndex, 2)} times its even share`
  const mean = `in the mean loads lie ${percent(meanDeviationShare)} % from even`
  return `${largest}; ${mean}. ${boundSentence(balanceIndex, balanceBound)}`
}

function boundSentence(balanceIndex: number, balanceBound: number): string {
  if (balanceIndex <= balanceBound + 5e-4)
    return 'No zones of these blocks from these bases are more even.'
  if (balanceBound < 1.005) return 'Nothing shows that zones could not be even.'
  return `No zones of these blocks from these bases come below ${decimal(balanceBound, 2)}.`
}

const WHY: Readonly<Record<LeftOutGround['why'], readonly [one: string, many: string]>> = {
  closedGround: ['lies in closed ground', 'lie in closed ground'],
  noWay: ['has no passable way to a chosen base', 'have no passable way to a chosen base'],
  apart: [
    'lies apart from the rest of its zone, by the coast, a border or a locked zone,',
    'lie apart from the rest of their zone, by the coast, a border or a locked zone,',
  ],
}

/** What is in no zone, and why; one sentence a reason. */
export function leftOutSentences({
  leftOut,
  unknownPeopleCount,
  measureId,
}: Pick<ZoneProposal, 'leftOut' | 'unknownPeopleCount' | 'measureId'>): string[] {
  const sentences = (['noWay', 'closedGround', 'apart'] as const).flatMap((why) => {
    const own = leftOut.filter((ground) => ground.why === why)
    if (own.length === 0) return []
    const sum = (amount: (ground: LeftOutGround) => number) =>
      own.reduce((total, ground) => total + amount(ground), 0)
    const places = counted(own.length, 'piece of ground', 'pieces of ground')
    const area = sum((ground) => ground.areaSquareKilometres)
    const size = `${area < 10 ? decimal(area) : grouped(area)} km²`
    const count = sum((ground) => ground.peopleCount)
    const people = why === 'apart' && count < 0.5 ? '' : ` with ${peopleText(count)} people`
    const [one, many] = WHY[why]
    const verb = own.length === 1 ? `${one} and is` : `${many} and are`
    return [`${places}, ${size}${people}, ${verb} in no zone.`]
  })
  if (unknownPeopleCount >= 0.5) {
    const people = peopleText(unknownPeopleCount)
    sentences.push(
      measureId === 'workload'
        ? `${people} people in these zones are come to from no chosen base; visits to them count as no load.`
        : `Need is not known for ${people} people; they count as no load.`,
    )
  }
  return sentences
}
