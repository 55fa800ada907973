import { memo } from 'react'
import type { Two } from '#analysis/compare/words/change-sentences.ts'
import { plainText } from '#analysis/compare/words/phrase.ts'
import { useFlyTo } from '../use-fly-to.ts'
import { LinkedText } from './linked-text.tsx'
import { sentencesOf } from './sentences-of.ts'

/** What changes most, place by place: the ring flies there, each number opens the records behind it. */
export const WhatChanges = memo(function WhatChanges({ two }: { readonly two: Two }) {
  const sentences = sentencesOf(two)
  const flyTo = useFlyTo()
  return (
    <ol className="change-list">
      {sentences.map((sentence, i) => (
        <li key={plainText(sentence)}>
          {sentence.areaIndex === null ? (
            <span className="change-ring" data-flat>
              {i + 1}
            </span>
          ) : (
            <button
              type="button"
              className="change-ring"
              aria-label={`${i + 1}: show ${sentence.lead?.replace(/:$/, '') ?? 'it'} on the map`}
              onClick={() => flyTo(sentence)}
            >
              {i + 1}
            </button>
          )}
          <p>
            {sentence.lead ? <b>{sentence.lead} </b> : null}
            <LinkedText {...sentence} />
          </p>
        </li>
      ))}
    </ol>
  )
})
