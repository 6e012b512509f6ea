/** YAML text to nodes with absolute spans; of broken YAML, all that can be read and one problem for the first cause. */
import { simpleYaml } from './simple-yaml.ts';
import type { YamlNode, YamlStream } from './tree.ts';
import { yamlMessage } from './yaml-messages.ts';
import { type ParsedYaml, parseNodes, type SyntaxFault, startReading, TOO_DEEP } from './yaml-nodes.ts';
import { recoverNodes } from './yaml-recovery.ts';

/**
 * Parses a YAML stream. In: its text, and the offset at which it stands in the document. Out: one root for each YAML
 * document, comments and problems, all with spans in the document. Never throws; what cannot be read is left out.
 */
export function parseYaml(text: string, base = 0): YamlStream {
  return simpleYaml(text, base) ?? composeYaml(text, base);
}

/** The same by the composer alone, which knows all of YAML and takes its time. */
export function composeYaml(text: string, base: number): YamlStream {
  const reading = startReading();
  let roots: readonly YamlNode[] = [];
  let fault: SyntaxFault | null = null;
  try {
    const parsed: ParsedYaml = parseNodes(text, base, reading);
    roots = parsed.roots;
    if (parsed.faults.length > 0) {
      // A fault in one entry must not take its neighbours along, so the pieces are read again, each by itself.
      const again = startReading();
      const recovered = recoverNodes(text, base, again);
      fault = recovered.faults[0] ?? parsed.faults[0] ?? null;
      roots = recovered.roots;
      reading.problems.splice(0, reading.problems.length, ...again.problems);
    }
  } catch {
    reading.problems.push({
      kind: 'limit',
      span: { start: base, end: base + Math.min(text.length, 1) },
      message: 'This YAML is nested too deeply to be read. Flatten it.',
    });
  }
  if (fault) {
    const kind = fault.code === TOO_DEEP ? 'limit' : 'yaml';
    reading.problems.push({
      kind,
      span: fault.span,
      message: yamlMessage(fault.code, fault.message, lineAt(text, fault.span.start - base)),
    });
  }
  reading.problems.sort((a, b) => a.span.start - b.span.start);
  return { roots, comments: reading.comments, problems: reading.problems };
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end);
}
