/** Topics: the reverse index. Under each key stand the documents that say something of it, and the units that read it. */
import { detached } from '../model/memo.ts';
import type { Key } from './keys.ts';
import { membersOf, type Some, withMember, withoutMember } from './some.ts';

/** What stands under one key. Documents and units point at their topics, so that a key is kept, and looked up, once. */
export interface Topic {
  readonly key: Key;
  /** Paths of the documents that contribute. */
  speakers: Some;
  /** Units that read it, absent or not. */
  listeners: Some;
  /** The speakers in path order; null where nobody has asked since they changed. */
  sorted: readonly string[] | null;
}

export interface Topics {
  /** Null where nobody speaks of a key and nobody reads it. */
  find(key: Key): Topic | null;
  /** The topic of a key, made where it is new; it stays for as long as somebody speaks or listens. */
  of(key: Key): Topic;
  speak(topic: Topic, path: string): void;
  fallSilent(topic: Topic, path: string): void;
  listen(topic: Topic, unit: string): void;
  turnAway(topic: Topic, unit: string): void;
  /** Paths of the documents that contribute to a key, in path order. */
  speakers(key: Key): readonly string[];
}

const NONE: readonly string[] = [];

/** Makes an empty index. */
export function createTopics(): Topics {
  const topics = new Map<Key, Topic>();
  /** A topic of which nobody speaks any more, and which nobody reads, would only be kept for ever: names are typed letter by letter. */
  const release = ({ key, speakers, listeners }: Topic): void => {
    if (speakers === null && listeners === null) topics.delete(key);
  };
  return {
    find: (key) => topics.get(key) ?? null,
    of(key) {
      const known = topics.get(key);
      if (known !== undefined) return known;
      const own = detached(key);
      const made: Topic = { key: own, speakers: null, listeners: null, sorted: null };
      topics.set(own, made);
      return made;
    },
    speak(topic, path) {
      topic.speakers = withMember(topic.speakers, path);
      topic.sorted = null;
    },
    fallSilent(topic, path) {
      topic.speakers = withoutMember(topic.speakers, path);
      topic.sorted = null;
      release(topic);
    },
    listen(topic, unit) {
      topic.listeners = withMember(topic.listeners, unit);
    },
    turnAway(topic, unit) {
      topic.listeners = withoutMember(topic.listeners, unit);
      release(topic);
    },
    speakers(key) {
      const topic = topics.get(key);
      if (topic === undefined || topic.speakers === null) return NONE;
      topic.sorted ??= [...membersOf(topic.speakers)].sort();
      return topic.sorted;
    },
  };
}
