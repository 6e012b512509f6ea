/** The fix that raises how much of a file is read, so that a long one is read whole. */
import { CONFIGURATION_FILE } from '../../reading/configuration.ts';
import type { Fix } from '../../workspace/finding.ts';
import type { View } from '../../workspace/view.ts';
import { configurationValue, setConfigurationValue } from '../../writing/set-configuration.ts';

/** Limits are given in whole steps of this, so that a file may grow before it meets them again. */
const STEP = 1_000_000;

/** In: how many bytes the file needs, and the view. Out: the fix that lets files of that length, rounded up, be read whole. */
export function raiseLimitFix(needs: number, view: View): Fix {
  const path = view.configuration.path ?? CONFIGURATION_FILE;
  const steps = Math.floor(needs / STEP) + 1;
  const value = `${steps * STEP}`;
  return {
    title: `Read files of up to ${steps} MB whole`,
    safe: false,
    reads: [path],
    changes: (source) => {
      const here = source(path);
      if (here === null) return [{ type: 'create', path, text: configurationValue('limits', 'bytes', value) }];
      const edits = setConfigurationValue(here.tree, 'limits', 'bytes', value);
      return edits === null ? null : [{ type: 'edit', path, edits }];
    },
  };
}
