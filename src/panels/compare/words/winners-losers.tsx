import { Fragment, useMemo, useState } from 'react'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import type { Ground } from '#analysis/ground.ts'
import { grouped, peopleInFull, peopleText, signed } from '#core/figures.ts'
import { Button } from '#ui/widgets/button.tsx'
import { useFlyTo } from '../use-fly-to.ts'
import { type CountyRow, countyRows, movedCommunities } from './county-rows.ts'

/** Under so many people nothing changes that a bar could show. */
const MATERIAL_PEOPLE = 500

type Side = { readonly comparison: Comparison; readonly ground: Ground }

/** Who comes within the response standard and who falls out of it, county by county. */
export function WinnersAndLosers({ comparison, ground }: Side) {
  const [openIndex, setOpen] = useState<number | null>(null)
  const flyTo = useFlyTo()
  const { rows, gainedCount, lostCount } = useMemo(
    () => countyRows(comparison, ground),
    [comparison, ground],
  )
  const most = Math.max(1, ...rows.flatMap((row) => [row.gainedCount, row.lostCount]))
  return (
    <>
      <ul className="counties" aria-label="People gained and lost by county">
        {rows.map((row) => (
          <li key={row.areaIndex}>
            <button
              type="button"
              aria-expanded={openIndex === row.areaIndex}
              aria-label={`${row.name}: ${saysOf(row)}`}
              title={`${row.name}: ${saysOf(row)}. Press for its communities and the map.`}
              onClick={() => {
                setOpen(openIndex === row.areaIndex ? null : row.areaIndex)
                flyTo(row)
              }}
            >
              <CountyBar row={row} most={most} />
            </button>
            {openIndex === row.areaIndex ? (
              <Communities comparison={comparison} ground={ground} row={row} />
            ) : null}
          </li>
        ))}
      </ul>
      <p className="counties-sum">
        All counties: <b>+{grouped(gainedCount)}</b> gained, <b>−{grouped(lostCount)}</b> lost, net{' '}
        <b>{signed(gainedCount - lostCount)}</b> people within the standard.
      </p>
    </>
  )
}

function saysOf({ gainedCount, lostCount, netCount }: CountyRow): string {
  if (gainedCount + lostCount === 0) return 'no change'
  return `${peopleInFull(gainedCount)} people gained, ${peopleInFull(lostCount)} lost, net ${signed(netCount)}`
}

/** Lost to the left, gained to the right, the net figure beside the longer. */
function CountyBar({ row, most }: { readonly row: CountyRow; readonly most: number }) {
  const { gainedCount, lostCount, netCount } = row
  const isMaterial = gainedCount + lostCount >= MATERIAL_PEOPLE
  const width = (count: number) => ({ width: `${(100 * count) / most}%` })
  const net = <span className="county-net">{shortNet(netCount)}</span>
  return (
    <>
      <span className="county-name">{row.name}</span>
      <span className="county-side" data-side="lost">
        {isMaterial && netCount < 0 ? net : null}
        <i style={width(lostCount)} />
      </span>
      <span className="county-side" data-side="gained">
        <i style={width(gainedCount)} />
        {isMaterial && netCount >= 0 ? net : null}
        {isMaterial ? null : <span className="county-none">no material change</span>}
      </span>
    </>
  )
}

function shortNet(count: number): string {
  return `${count > 0 ? '+' : count < 0 ? '−' : ''}${peopleText(Math.abs(count))}`
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
                <span data-side={isGained ? 'gained' : 'lost'}>
                  {isGained ? 'gained' : 'lost'}
                </span>
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
