/* SPDX-License-Identifier: LGPL-2.1-or-later */
/** A reporter of Node's test runner: one line of JSON for each test, and their number, which JavaScriptTest reads. */

/** A test that a process could not begin has no cause, only what the runner says. */
function reason(error) {
  const cause = error?.cause ?? error;
  return String(cause?.stack ?? cause?.message ?? cause);
}

export default async function* report(events) {
  let total = 0;
  for await (const { type, data } of events) {
    if (type === 'test:pass' || type === 'test:fail') {
      total += 1;
      yield `${JSON.stringify({
        file: data.file ?? '',
        name: data.name,
        skipped: data.skip ?? data.todo,
        failure: type === 'test:fail' ? reason(data.details?.error) : undefined
      })}\n`;
    }
  }
  yield `${JSON.stringify({ total })}\n`;
}
