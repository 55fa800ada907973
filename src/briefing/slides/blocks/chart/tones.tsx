import type { ChartBlock } from '#core/records/page.ts'

export type Tone = ChartBlock['series'][number]['tone']

/** Colour of each meaning; the pattern tells it without colour. Ink for what is neither good nor bad. */
export const TONE_COLORS: Readonly<Record<Tone, string>> = {
  main: 'var(--ink-2)',
  second: 'var(--gain)',
  third: 'var(--loss)',
  good: 'var(--good)',
  watch: 'var(--watch)',
  bad: 'var(--bad)',
  unknown: 'var(--hatch)',
}

/** Lines across a tile of 10: none is a plain fill. */
const LINES: Readonly<Record<Tone, string | null>> = {
  main: null,
  second: 'M0 10 10 0M-2 2 2 -2M8 12 12 8',
  third: 'M5 0V10',
  good: null,
  watch: 'M0 5H10',
  bad: 'M0 0 10 10M10 0 0 10',
  unknown: 'M0 10 10 0M-2 2 2 -2M8 12 12 8',
}

/** A dash for each line of a chart, so that no line is told by colour alone. */
export const TONE_DASHES: Readonly<Record<Tone, string | undefined>> = {
  main: undefined,
  second: '0.5 0.25',
  third: '0.15 0.2',
  good: undefined,
  watch: '0.6 0.15 0.15 0.15',
  bad: '0.3 0.15',
  unknown: '0.1 0.3',
}

export function patternId(prefix: string, tone: Tone): string {
  return `${prefix}-${tone}`
}

/** Patterns of tones, of which one tile is so many pixels. */
export function TonePatterns({
  prefix,
  sizePixels,
}: {
  readonly prefix: string
  readonly sizePixels: number
}) {
  return (
    <defs>
      {(Object.keys(LINES) as Tone[]).map((tone) => (
        <pattern
          key={tone}
          id={patternId(prefix, tone)}
          width={sizePixels}
          height={sizePixels}
          patternUnits="userSpaceOnUse"
          viewBox="0 0 10 10"
        >
          {tone === 'unknown' ? null : <rect width="10" height="10" fill={TONE_COLORS[tone]} />}
          {LINES[tone] === null ? null : (
            <path
              d={LINES[tone]}
              stroke={tone === 'unknown' ? TONE_COLORS[tone] : 'var(--panel)'}
              strokeWidth={tone === 'unknown' ? 1.4 : 2}
              fill="none"
            />
          )}
        </pattern>
      ))}
    </defs>
  )
}
