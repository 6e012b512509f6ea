/** Adopting the documents of a folder: what was understood of them, and the files that somebody's decisions make. */
import { adoptedConfiguration, understood } from '../features/adopt.ts';
import { CONFIGURATION_FILE } from '../reading/configuration.ts';
import { baselineText } from '../rules/baseline.ts';
import type { AdoptAnswer, AdoptParams, UnderstoodAnswer } from './protocol.ts';
import { uriOf } from './roots.ts';
import type { Root, Session } from './session.ts';
import { fileName } from './uris.ts';

const BASELINE_FILE = 'clausewright-baseline.json';

function firstFolder(session: Session): Root | null {
  return session.roots.find(({ uri, folder }) => uri !== null && folder.workspace.size() > 0) ?? null;
}

/** What was understood of the first folder that holds documents; null where there is none. */
export function answerUnderstood(session: Session): UnderstoodAnswer | null {
  const root = firstFolder(session);
  if (root === null) return null;
  const { workspace } = root.folder;
  return {
    folder: fileName(root.uri ?? ''),
    configured: workspace.configuration.path !== null,
    ...understood(workspace),
  };
}

/** The files of the decisions; the baseline holds the gaps as they stand right now. Nothing is written here. */
export function answerAdopt(session: Session, params: AdoptParams): AdoptAnswer | null {
  const root = firstFolder(session);
  if (root === null) return null;
  const { workspace } = root.folder;
  const baseline = params.baseline ? BASELINE_FILE : null;
  const files = [
    { uri: uriOf(session, root, CONFIGURATION_FILE), text: adoptedConfiguration({ ...params, baseline }) },
  ];
  if (baseline !== null) {
    const findings = [...workspace.pathsWithFindings()].sort().flatMap((path) => workspace.findings(path));
    files.push({ uri: uriOf(session, root, baseline), text: baselineText(findings) });
  }
  return { files };
}
