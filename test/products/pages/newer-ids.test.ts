import { expect, it } from 'vitest'
import { CHART_PAGE } from '#products/pages/chart/index.ts'
import { TOPIC_PAGE } from '#products/pages/topic/index.ts'
import { anOperation, aSlide } from '../../support/build.ts'

it('a chart or a topic that this version does not know is said to be of a newer one', () => {
  const document = anOperation()
  const chart = aSlide({ kind: 'chart', chartId: 'hologram' })
  expect(CHART_PAGE.fault(chart, document)).toMatch(/newer Commonground.*hologram/)
  const topic = aSlide({ kind: 'topic', topicId: 'hologram' })
  expect(TOPIC_PAGE.fault(topic, document)).toMatch(/newer Commonground.*hologram/)
  expect(TOPIC_PAGE.fault(aSlide({ kind: 'topic' }), document)).toMatch(/^Choose/)
})
