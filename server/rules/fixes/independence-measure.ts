/** The fix that records an independence measure in the configuration, with the measure itself left to whoever decides on it. */
import { CONFIGURATION_FILE } from '../../reading/configuration.ts';
import type { Fix } from '../../workspace/finding.ts';
import type { View } from '../../workspace/view.ts';
import { addConfigurationEntry, configurationList } from '../../writing/configuration-entry.ts';

/** In: the auditor and the process as the configuration is to name them. The measure does not count before it is filled in. */
export function independenceFix(person: string, process: string, view: View): Fix {
  const path = view.configuration.path ?? CONFIGURATION_FILE;
  const values = { person, process, measure: 'TBD' };
  return {
    title: 'Record an independence measure',
    safe: false,
    reads: [path],
    changes: (source) => {
      const here = source(path);
      if (here === null) return [{ type: 'create', path, text: configurationList('independence', values) }];
      const edits = addConfigurationEntry(here.tree, 'independence', values);
      return edits === null ? null : [{ type: 'edit', path, edits }];
    },
  };
}
