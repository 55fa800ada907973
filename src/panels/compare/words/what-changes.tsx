import { useMemo } from 'react'
import { changeSentences } from '#analysis/compare/changes.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import type { Ground } from '#analysis/ground.ts'
import { useFlyTo } from '../use-fly-to.ts'

/** What changes most, place by place: the ring flies there, each number opens the records behind it. */
export function WhatChanges(props: { readonly comparison: Comparison; readonly ground: Ground }) {
  const { comparison, ground } = props
  const sentences = useMemo(() => changeSentences(comparison, ground), [comparison, ground])
  const flyTo = useFlyTo()
  return (
    <ol className="change-list">
      {sentences.map(({ areaIndex, lead, rest }, i) => (
        <li key={areaIndex}>
          {areaIndex < 0 ? (
            <span className="change-ring" data-flat>
              {i + 1}
            </span>
          ) : (
            <button
              type="button"
              className="change-ring"
              aria-label={`Show ${lead.replace(/:$/, '')} on the map`}
              onClick={() => flyTo({ areaIndex })}
            >
              {i + 1}
            </button>
          )}
          <p>
            <b>{lead}</b> {rest}
          </p>
        </li>
      ))}
    </ol>
  )
}
