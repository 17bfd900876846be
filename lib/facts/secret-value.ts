// What people write where a secret will stand, or in a machine that is for show.
const placeholderParts =
  /example|change-?me|placeholder|dummy|fake|x{3}|your[-_ ]|todo|redacted|insert|replace|sample|secret[-_]?here|not-?a-?(?:real-?)?secret|(?:^|[-_])test(?:[-_]|$)|[<>{}$]|\.\.\.|\*\*\*|ENC\[/i;

const placeholders: ReadonlySet<string> = new Set([
  "password",
  "passwd",
  "pass",
  "secret",
  "token",
  "test",
  "testing",
  "testpassword",
  "test123",
  "nixos",
  "root",
  "toor",
  "admin",
  "demo",
  "guest",
  "user",
  "vagrant",
  "foo",
  "bar",
  "foobar",
  "none",
  "null",
  "hunter2",
  "postgres",
  "correcthorsebatterystaple",
  // What Grafana was shipped with.
  "sw2ycwtib9zpoohopsmm",
]);

// Private keys that are published on purpose: of Nixpkgs' own virtual machines, and of Vagrant's boxes.
const publishedKeys: readonly string[] = [
  "QyNTUxOQAAACCQVnMW/wZWqrdWrjrRPhfEFFq1KLYguagSflLhFnVQmw",
  "MIIEogIBAAKCAQEA6NF8iallvQVp22WDkTkyrtvp9eWW6A8YVr+kz4TjGYe7gHzI",
];

/** isPublishedKey says whether a text holds a private key that everybody has. */
export function isPublishedKey(text: string): boolean {
  return publishedKeys.some((key) => text.includes(key));
}

/** isPlaceholder says whether a value only stands for a secret, or is one that everybody knows. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  if (text.length < 4 || /^(.)\1*$/.test(text) || /^[!*@]/.test(text) || /^\d{1,6}$/.test(text)) return true;
  return placeholders.has(text.toLowerCase()) || placeholderParts.test(text);
}

/**
 * looksGenerated says whether a value looks as if a machine had made it: long, of many different characters, letters and
 * digits mixed. Names, paths, addresses, versions and hashes that Nix checks do not.
 */
export function looksGenerated(value: string): boolean {
  if (value.length < 16 || value.length > 400 || isPlaceholder(value)) return false;
  if (!/^[A-Za-z0-9+/=_.:~-]+$/.test(value) || /^(?:sha\d+[-:]|[./~]|age1|ssh-)|:\/\/|\/nix\//.test(value))
    return false;
  const digits = value.replace(/\D/g, "").length;
  const letters = value.replace(/[^A-Za-z]/g, "").length;
  const words = value.split(/[-_.:/]/);
  // `database-password-file-2`, `db.acme.example`: words that a person reads.
  const isReadable = words.length > 1 && words.every((word) => /^(?:[A-Za-z]*|\d{1,4}|[A-Za-z]+\d{1,2})$/.test(word));
  return !isReadable && digits >= 2 && letters >= 4 && new Set(value).size >= 10;
}
