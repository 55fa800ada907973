import { counted } from '#core/figures.ts'
import { tenths } from '../sentences.ts'

type Rung = {
  readonly maxMoveCount: number | null
  readonly moveCount: number
  readonly coveredPoints: number
  readonly gainPoints: number
  readonly objective: number
  readonly bound: number | null
  readonly emptyForcedCount: number
}

/** The best plan known without a limit. */
type Most = Pick<Rung, 'moveCount' | 'gainPoints'>

/** What a number of moves buys, what all of them would, and how sure that is. */
export function rungSentence(rung: Rung, whole: Most): string {
  const parts = [gainOf(rung, whole), forcedOf(rung), proofOf(rung)]
  return parts.filter((part) => part !== '').join(' ')
}

function gainOf(rung: Rung, whole: Most): string {
  const { maxMoveCount, moveCount, gainPoints } = rung
  const covered = `${tenths(rung.coveredPoints)} % of weighted need covered`
  if (maxMoveCount === 0) return `Without any move: ${covered}.`
  const most = maxMoveCount === null ? null : `at most ${counted(maxMoveCount, 'move')}`
  if (moveCount === 0) {
    return most === null
      ? 'No move that was found is worth making.'
      : `With ${most}: none that was found is worth making.`
  }
  const isAll = maxMoveCount === null || moveCount === maxMoveCount
  const moves = isAll ? counted(moveCount, 'move') : `${most}, ${moveCount} made`
  if (gainPoints <= 0) return `With ${moves}: ${covered}, no gain.`
  const head = `With ${moves}: ${covered}, ${tenths(gainPoints)} points more than without any`
  if (maxMoveCount === null) return `${head}.`
  const percent = Math.floor((100 * gainPoints) / whole.gainPoints)
  return `${head}, ${percent} % of what all ${counted(whole.moveCount, 'move')} gain.`
}

function forcedOf({ emptyForcedCount }: Rung): string {
  if (emptyForcedCount === 0) return ''
  const stay = emptyForcedCount === 1 ? 'stays' : 'stay'
  return `${counted(emptyForcedCount, 'place')} that must be used ${stay} empty.`
}

/** In points: a share of what is worth next to nothing would say nothing. Rounded up. */
function proofOf({ objective, bound, maxMoveCount, emptyForcedCount }: Rung): string {
  if (emptyForcedCount > 0 || maxMoveCount === 0) return ''
  if (bound === null) return 'No bound yet.'
  if (bound <= objective) return 'Proven best.'
  const plan = maxMoveCount === null ? 'No plan' : 'No plan with so few moves'
  const points = (Math.ceil((bound - objective) * 10) / 10).toFixed(1)
  return `${plan} can be worth more than ${points} points more.`
}
