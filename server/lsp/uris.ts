/** URIs to workspace paths and back; compared decoded, since every editor escapes in its own way. */

/** The URI in one spelling: escapes resolved, drive letter small, no slash at the end. */
export function canonical(uri: string): string {
  const decoded = decode(uri).replace(
    /^file:\/\/\/([A-Za-z]):/,
    (_, drive: string) => `file:///${drive.toLowerCase()}:`,
  );
  return decoded.length > 1 ? decoded.replace(/\/+$/, '') : decoded;
}

/** The path of a URI below a folder; null where it does not lie in it. The folder itself has the empty path. */
export function pathBelow(folder: string, uri: string): string | null {
  const root = canonical(folder);
  const whole = canonical(uri);
  if (whole === root) return '';
  return whole.startsWith(`${root}/`) ? whole.slice(root.length + 1) : null;
}

/** The URI of a path below a folder. */
export function uriBelow(folder: string, path: string): string {
  return `${folder.replace(/\/+$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The last part of a URI, decoded: the name of its file. */
export function fileName(uri: string): string {
  return decode(uri)
    .replace(/[?#].*$/, '')
    .replace(/^.*[/:]/, '');
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
