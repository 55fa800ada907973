import type { Slide } from '#core/records/slide.ts'
import type { ProductFacts } from '../../facts.ts'
import { topicNamed } from '../../topics/registry.ts'
import type { TopicSaid } from '../../topics/topic.ts'
import type { PageKind } from '../page-kind.ts'
import { coasOf, faultOf, needsOf, notChosen } from '../rests-on.ts'

/** One thing that a report tells. */
export const TOPIC_PAGE: PageKind = {
  id: 'topic',
  title: 'Topic',
  leavesOut: [],
  needs: (slide) => needsOf(topicNamed(slide.topicId), slide),
  fault(slide, document) {
    const topic = topicNamed(slide.topicId)
    return topic
      ? faultOf(topic, slide, document)
      : notChosen(slide.topicId, 'Choose what this slide tells.')
  },
  widestLevel: ({ topicId }) => topicNamed(topicId)?.widestLevel ?? 'internal',
  coas: (slide, document) => coasOf(topicNamed(slide.topicId), slide, document),
  window: () => null,
  body(slide, facts) {
    const said = saidOf(slide, facts)
    if (said) return { blocks: said.blocks, withheld: said.withheld, missing: null }
    return { blocks: null, missing: facts.fault ?? 'This is still being worked out.' }
  },
  suggestHeadline: (slide, facts) => saidOf(slide, facts)?.headline ?? null,
}

const known = new WeakMap<ProductFacts, Map<string, TopicSaid | null>>()

/** A page asks for its words and for its headline: it is worked out once for equal facts. */
function saidOf({ topicId, scenarioId }: Slide, facts: ProductFacts): TopicSaid | null {
  const topic = topicNamed(topicId)
  if (!topic) return null
  const own = known.get(facts) ?? new Map<string, TopicSaid | null>()
  known.set(facts, own)
  const key = JSON.stringify([topic.id, scenarioId])
  const said = own.has(key) ? (own.get(key) ?? null) : topic.say(facts, scenarioId)
  own.set(key, said)
  return said
}
