import { Fragment, memo, useMemo, useState } from 'react'
import { MATERIAL_PEOPLE } from '#analysis/compare/reach-of-people.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import type { Ground } from '#analysis/ground.ts'
import { counted, grouped, peopleInFull, peopleText, signed } from '#core/figures.ts'
import { Button } from '#ui/widgets/button.tsx'
import { useFlyTo } from '../use-fly-to.ts'
import { type CountyRow, countyRows, movedCommunities } from './county-rows.ts'

type Side = { readonly comparison: Comparison; readonly ground: Ground }

/** Who comes within the response standard and who falls out of it, county by county. */
export const WinnersAndLosers = memo(function WinnersAndLosers({ comparison, ground }: Side) {
  const [openIndex, setOpen] = useState<number | null>(null)
  const flyTo = useFlyTo()
  const { rows, gainedCount, lostCount } = useMemo(
    () => countyRows(comparison, ground),
    [comparison, ground],
  )
  const scale = useMemo(() => barScale(rows), [rows])
  return (
    <>
      <ul className="counties" aria-label="People gained and lost by county">
        {rows.map((row) => (
          <li key={row.areaIndex}>
            <button
              type="button"
              aria-expanded={openIndex === row.areaIndex}
              aria-label={`${row.name} ${netText(row)}: ${saysOf(row)}`}
              title={`${row.name}: ${saysOf(row)}. Press for its communities and the map.`}
              onClick={() => {
                setOpen(openIndex === row.areaIndex ? null : row.areaIndex)
                flyTo(row)
              }}
            >
              <CountyBar row={row} scale={scale} />
            </button>
            {openIndex === row.areaIndex ? (
              <Communities comparison={comparison} ground={ground} row={row} />
            ) : null}
          </li>
        ))}
      </ul>
      <p className="counties-sum">
        {othersText(rows)}All counties:{' '}
        <b>{gainedCount > 0 ? `+${grouped(gainedCount)}` : 'nobody'}</b> gained,{' '}
        <b>{lostCount > 0 ? grouped(lostCount) : 'nobody'}</b> lost, net{' '}
        <b>{signed(gainedCount - lostCount)}</b> people within the standard.
      </p>
    </>
  )
})

/** What counties without a figure make together, so that those with one add up to the sum; else nothing. */
function othersText(rows: readonly CountyRow[]): string {
  const others = rows.filter((row) => !isMaterialIn(row) && row.netCount !== 0)
  if (others.length === 0) return ''
  const net = others.reduce((sum, { netCount }) => sum + netCount, 0)
  return `Without material change: ${signed(net)} in ${counted(others.length, 'county', 'counties')}. `
}

function saysOf({ gainedCount, lostCount, netCount }: CountyRow): string {
  if (gainedCount + lostCount === 0) return 'no change'
  const gained = gainedCount > 0 ? `${peopleInFull(gainedCount)} people` : 'nobody'
  const lost = lostCount > 0 ? peopleInFull(lostCount) : 'nobody'
  return `${gained} gained, ${lost} lost, net ${signed(netCount)}`
}

/** Where zero stands in the room for bars, and how much of it a person takes. */
type BarScale = { readonly zero: number; readonly ofOne: number }

/** One scale for both sides, with room for words on the right of zero. */
function barScale(rows: readonly CountyRow[]): BarScale {
  const lost = Math.max(0, ...rows.map(({ lostCount }) => lostCount))
  const gained = Math.max(0, ...rows.map(({ gainedCount }) => gainedCount))
  const zero = Math.min(0.6, Math.max(0.12, lost / Math.max(1, lost + gained)))
  return { zero, ofOne: Math.min(zero / Math.max(1, lost), (1 - zero) / Math.max(1, gained)) }
}

/** Lost to the left of zero, gained to the right, the net figure beside the greater. */
function CountyBar({ row, scale }: { readonly row: CountyRow; readonly scale: BarScale }) {
  const { gainedCount, lostCount, netCount } = row
  const { zero, ofOne } = scale
  const perCent = (share: number) => `${100 * share}%`
  const isMaterial = isMaterialIn(row)
  const [left, right] = [zero - lostCount * ofOne, zero + gainedCount * ofOne]
  return (
    <>
      <span className="county-name">{row.name}</span>
      <span className="county-bars">
        <i data-side="lost" style={{ left: perCent(left), width: perCent(lostCount * ofOne) }} />
        <i
          data-side="gained"
          style={{ left: perCent(zero), width: perCent(gainedCount * ofOne) }}
        />
        <i className="county-zero" style={{ left: perCent(zero) }} />
        {isMaterial && netCount < 0 ? (
          <span className="county-net" data-side="lost" style={{ right: perCent(1 - left) }}>
            {netText(row)}
          </span>
        ) : (
          <span className="county-net" style={{ left: perCent(right) }}>
            {isMaterial ? netText(row) : <em>{netText(row)}</em>}
          </span>
        )}
      </span>
    </>
  )
}

function isMaterialIn({ gainedCount, lostCount }: CountyRow): boolean {
  return gainedCount + lostCount >= MATERIAL_PEOPLE
}

/** `+86 k`; so few that they are no change to speak of are not counted. */
function netText(row: CountyRow): string {
  const { netCount } = row
  if (!isMaterialIn(row)) return 'no material change'
  return `${netCount > 0 ? '+' : netCount < 0 ? '−' : ''}${peopleText(Math.abs(netCount))}`
}

const SHOWN_AT_FIRST = 8

function Communities({ comparison, ground, row }: Side & { readonly row: CountyRow }) {
  const [isWhole, setWhole] = useState(false)
  const flyTo = useFlyTo()
  const all = useMemo(
    () => movedCommunities(comparison, ground, row.areaIndex),
    [comparison, ground, row.areaIndex],
  )
  const shown = isWhole ? all : all.slice(0, SHOWN_AT_FIRST)
  return (
    <div className="county-open">
      <p>{saysOf(row)}.</p>
      {all.length === 0 ? <p>No community on record changes sides.</p> : null}
      <ul>
        {shown.map(({ index, name, peopleCount, isGained }) => (
          <Fragment key={`${index} ${isGained}`}>
            <li>
              <button
                type="button"
                onClick={() =>
                  flyTo({
                    position: [
                      ground.communityLonDegrees[index]!,
                      ground.communityLatDegrees[index]!,
                    ],
                  })
                }
              >
                <span>{name}</span>
                <span data-side={isGained ? 'gained' : 'lost'}>{isGained ? 'gained' : 'lost'}</span>
                <span className="number">{peopleInFull(peopleCount)}</span>
              </button>
            </li>
          </Fragment>
        ))}
      </ul>
      {all.length > shown.length ? (
        <Button look="text" onPress={() => setWhole(true)}>
          All {grouped(all.length)} communities
        </Button>
      ) : null}
    </div>
  )
}
