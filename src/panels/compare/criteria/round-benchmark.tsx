import type { JudgedCriterion } from '#analysis/compare/matrix/matrix.ts'
import { decimal } from '#core/figures.ts'
import { Button } from '#ui/widgets/button.tsx'
import { scaleRound, scoresText, spreadOf } from './scale-round.ts'
import { numberText, typedNumber } from './typed-number.ts'

type Ends = { readonly worst: string; readonly best: string }

/**
 * Offers a scale on which a benchmark tells: where 10 is nobody and 0 is everybody, all courses score
 * alike and meeting the benchmark counts for nothing.
 */
export function RoundBenchmark(props: {
  /** As typed, else the usual one; all of this in the unit of the fields. */
  readonly benchmark: number | null
  readonly values: readonly number[]
  readonly isHighGood: boolean
  readonly usualScale: JudgedCriterion['scale'] | null
  readonly ends: Ends
  readonly onTake: (ends: Ends) => void
}) {
  const { benchmark, values, isHighGood, usualScale, ends } = props
  if (benchmark === null) return null
  const proposed = scaleRound({ benchmark, values, isHighGood, within: usualScale })
  if (!proposed) return null
  const usual = usualScale ?? (isHighGood ? { worst: 0, best: 10 } : { worst: 10, best: 0 })
  const scale = {
    worst: typedNumber(ends.worst).value ?? usual.worst,
    best: typedNumber(ends.best).value ?? usual.best,
  }
  if (scale.worst === proposed.worst && scale.best === proposed.best) return null
  const scores = scoresText(values, { scale, isHighGood })
  const rounded = scoresText(values, { scale: proposed, isHighGood })
  const own = scoresText([benchmark], { scale: proposed, isHighGood })
  const isFlat = spreadOf(values, { scale, isHighGood }) < FLAT_POINTS
  const [worst, best] = [proposed.worst, proposed.best].map((end) => numberText(end))
  return (
    <div className="criterion-round">
      <p className="criterion-about">
        {scores ? `On this scale the COAs compared score ${scores}${isFlat ? WHY_FLAT : ''}. ` : ''}
        From {shown(proposed.worst)} to {shown(proposed.best)} the benchmark scores {own}, and they
        score {rounded}.
      </p>
      <Button onPress={() => props.onTake({ worst: worst!, best: best! })}>
        Scale round the benchmark
      </Button>
    </div>
  )
}

/** Courses nearer than this on a scale of ten are hardly told apart. */
const FLAT_POINTS = 1
const WHY_FLAT =
  ': one that runs to all that can be, such as to everybody, tells next to nothing between them'

function shown(value: number): string {
  return decimal(value, Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 2 : 1)
}
