/** Words of the status item: one line for the bar, and what its tooltip lists. */
import type { StatusParams } from '../server/lsp/protocol.ts';

/** What the status item shows: a line with codicons, a tooltip in Markdown, and whether to draw attention to it. */
export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
  readonly attention: boolean;
}

/** Puts a status into words; in: the last status from the server, or what the client itself knows while there is none. */
export function statusText(status: StatusParams | 'starting' | 'stopped'): StatusText {
  if (status === 'starting') {
    return {
      text: '$(sync~spin) Clausewright: starting',
      tooltip: 'The language server is starting.',
      attention: false,
    };
  }
  if (status === 'stopped') {
    return {
      text: '$(warning) Clausewright: stopped',
      tooltip: 'The language server is not running.',
      attention: true,
    };
  }
  if (status.state === 'off') {
    return { text: '$(circle-slash) Clausewright: off', tooltip: 'Checking is switched off.', attention: false };
  }
  if (status.state === 'indexing') {
    return {
      text: `$(sync~spin) Clausewright: reading ${status.done}/${status.total}`,
      tooltip: `Reading documents: ${status.done} of ${status.total}. What needs them all is not judged yet.`,
      attention: false,
    };
  }
  const { error, warning, information } = status.gaps;
  const all = error + warning + information;
  return {
    text: `$(${all === 0 ? 'pass' : 'checklist'}) Clausewright: ${counted(all, 'gap')} · ${status.edition}`,
    tooltip: [
      `**${counted(all, 'gap')}** in ${counted(status.documents, 'document')}`,
      '',
      `- ${counted(error, 'error')}`,
      `- ${counted(warning, 'warning')}`,
      `- ${information} information`,
      '',
      `ISO/IEC 20000-1:${status.edition}, as of ${status.asOf}`,
    ].join('\n'),
    attention: false,
  };
}

function counted(count: number, noun: string): string {
  if (count === 0) return `no ${noun}s`;
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
