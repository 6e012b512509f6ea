/** Reading: a tree becomes facts; the one way in, for the editor, the command line and the workers alike. */
import type { Configuration } from '../model/configuration.ts';
import type { Tree } from '../syntax/tree.ts';
import { withDefaults } from './defaults.ts';
import type { Facts } from './facts.ts';
import { lexiconFor } from './lexicon.ts';
import { markdownFacts } from './markdown-facts.ts';
import { yamlFacts } from './yaml-facts.ts';

/** Goes up whenever facts are read differently, so that facts kept on disk by an older reader are not believed. */
export const READER_VERSION = 4;

/**
 * Reads a document.
 * In: its workspace path, its tree and the configuration. Out: its facts, which depend on these three alone. Never throws on
 * anything that a text can hold.
 */
export function readTree(path: string, tree: Tree, configuration: Configuration): Facts {
  const lexicon = lexiconFor(configuration);
  const facts =
    tree.format === 'markdown'
      ? markdownFacts(path, tree, lexicon, configuration)
      : yamlFacts(path, tree, lexicon, configuration);
  return withDefaults(facts, lexicon, configuration);
}
